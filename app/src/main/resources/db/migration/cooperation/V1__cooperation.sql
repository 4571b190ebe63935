-- Who meets, agrees, trains and informs whom.

create table cooperation.meeting (
  code text primary key,
  title jsonb not null,
  account jsonb,
  kind text not null check (kind in ('workshop', 'forum', 'conference', 'consultation')),
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text,
  place text references reference.place,
  organiser text references organisations.organisation,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table cooperation.meeting is 'Workshops, forums, conferences, consultation frameworks.';

create table cooperation.meeting_goal (
  meeting text not null references cooperation.meeting on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (meeting, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
create index on cooperation.meeting_goal (framework, goal);

create table cooperation.training (
  code text primary key,
  title jsonb not null,
  account jsonb,
  audience jsonb,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text,
  place text references reference.place,
  organiser text references organisations.organisation,
  beneficiary text references organisations.organisation,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table cooperation.training is 'A training or a series of sessions.';

create table cooperation.training_goal (
  training text not null references cooperation.training on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (training, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
create index on cooperation.training_goal (framework, goal);

create table cooperation.agreement (
  code text primary key,
  title jsonb not null,
  account jsonb,
  kind text not null check (kind in ('compact', 'memorandum', 'seat', 'convention')),
  partner jsonb not null,
  place text references reference.place,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text,
  note jsonb,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table cooperation.agreement is 'What was signed, with whom and when.';

create table cooperation.agreement_goal (
  agreement text not null references cooperation.agreement on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (agreement, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
create index on cooperation.agreement_goal (framework, goal);

create table cooperation.communication (
  code text primary key,
  title jsonb not null,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table cooperation.communication is 'Campaigns, debates and other ways to inform.';

create table cooperation.stakeholder (
  code text primary key,
  role text not null check (role in ('partner', 'consulted', 'project-field')),
  name jsonb not null,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table cooperation.stakeholder is 'Kinds of stakeholders and the fields of joint projects, as a review names them.';

create trigger origin before insert or update on cooperation.meeting for each row execute function platform.mark_origin();
create trigger origin before insert or update on cooperation.meeting_goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on cooperation.training for each row execute function platform.mark_origin();
create trigger origin before insert or update on cooperation.training_goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on cooperation.agreement for each row execute function platform.mark_origin();
create trigger origin before insert or update on cooperation.agreement_goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on cooperation.communication for each row execute function platform.mark_origin();
create trigger origin before insert or update on cooperation.stakeholder for each row execute function platform.mark_origin();
