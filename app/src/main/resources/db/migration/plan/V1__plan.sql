-- What is done and with which means: plans, actions, budget lines, support of partners.

create table plan.plan (
  code text primary key,
  title jsonb not null,
  framework text references reference.framework,
  period text,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  note jsonb,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table plan.plan is 'A plan of action. Its period is null where the source gives none.';

create table plan.action (
  code text primary key,
  plan text references plan.plan,
  title jsonb not null,
  account jsonb,
  kind text not null check (kind in ('institution', 'assistance', 'reintegration', 'reception', 'mobilisation', 'project-support', 'funding', 'coordination', 'capacity', 'monitoring', 'health', 'repatriation', 'policy', 'information')),
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text,
  place text references reference.place,
  lead text references organisations.organisation,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table plan.action is 'What is or will be done. account is what the national report says of it, in Markdown with bound figures.';

create table plan.action_goal (
  action text not null references plan.action on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (action, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
create index on plan.action_goal (framework, goal);
comment on table plan.action_goal is 'Goals that an action serves; basis says whether the source states it or we infer it.';

create table plan.action_partner (
  action text not null references plan.action on delete cascade,
  organisation text not null references organisations.organisation,
  origin text not null,
  primary key (action, organisation)
);
comment on table plan.action_partner is 'Organisations that take part in an action beside its lead.';

create table plan.budget_line (
  code text primary key,
  title jsonb not null,
  payer text references organisations.organisation,
  beneficiary text references organisations.organisation,
  period text,
  stage text not null check (stage in ('unknown', 'planned', 'committed', 'disbursed', 'executed')),
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table plan.budget_line is 'Money of the State or of a partner. Amounts are observations; a line without one has no known amount.';

create table plan.support (
  code text primary key,
  title jsonb not null,
  provider text references organisations.organisation,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table plan.support is 'Support of partners in kind: training, studies, organisation, care.';

create trigger origin before insert or update on plan.plan for each row execute function platform.mark_origin();
create trigger origin before insert or update on plan.action for each row execute function platform.mark_origin();
create trigger origin before insert or update on plan.action_goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on plan.action_partner for each row execute function platform.mark_origin();
create trigger origin before insert or update on plan.budget_line for each row execute function platform.mark_origin();
create trigger origin before insert or update on plan.support for each row execute function platform.mark_origin();
