-- What is written: policies with their dates, studies, guides, reports.

create table library.policy (
  code text primary key,
  title jsonb not null,
  kind text not null check (kind in ('policy', 'strategy', 'plan', 'mechanism', 'law')),
  framework text references reference.framework,
  owner text references organisations.organisation,
  note jsonb,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table library.policy is 'A policy, strategy, plan or law.';

create table library.policy_event (
  code text primary key,
  policy text not null references library.policy,
  title jsonb not null,
  kind text not null check (kind in ('drafted', 'adopted', 'revised', 'launched', 'presented', 'announced', 'closed')),
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text not null,
  reported boolean not null default false,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table library.policy_event is 'What happened to a policy and when; reported marks what the review of the pack lists.';

create table library.policy_event_goal (
  policy_event text not null references library.policy_event on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (policy_event, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
create index on library.policy_event_goal (framework, goal);

create table library.document (
  code text primary key,
  title jsonb not null,
  account jsonb,
  kind text not null check (kind in ('study', 'guide', 'report', 'statistics')),
  author text references organisations.organisation,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text,
  address text,
  note jsonb,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table library.document is 'Studies, guides and reports; address is null where the text was not found.';

create table library.document_goal (
  document text not null references library.document on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (document, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
create index on library.document_goal (framework, goal);

create trigger origin before insert or update on library.policy for each row execute function platform.mark_origin();
create trigger origin before insert or update on library.policy_event for each row execute function platform.mark_origin();
create trigger origin before insert or update on library.policy_event_goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on library.document for each row execute function platform.mark_origin();
create trigger origin before insert or update on library.document_goal for each row execute function platform.mark_origin();
