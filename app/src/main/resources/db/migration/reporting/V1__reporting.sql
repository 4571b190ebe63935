-- The national review: its cycle, who takes part, what it says, its outline and its text.

create table reporting.cycle (
  code text primary key,
  title jsonb not null,
  subtitle jsonb not null,
  framework text not null references reference.framework,
  coordinator text not null references organisations.organisation,
  period text not null,
  period_note jsonb,
  content_date date not null,
  state text not null check (state in ('open', 'reconstructed', 'published')),
  forum text,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table reporting.cycle is 'One review. content_date dates the report, so that the same content gives the same file.';

create table reporting.priority (
  cycle text not null references reporting.cycle,
  framework text not null,
  goal text not null,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (cycle, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
comment on table reporting.priority is 'Goals that the review follows with particular attention.';

create table reporting.contribution (
  cycle text not null references reporting.cycle,
  organisation text not null references organisations.organisation,
  task text not null check (task in ('coordination', 'contribution', 'support')),
  text jsonb not null,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (cycle, organisation, task)
);
comment on table reporting.contribution is 'Who does what in a review.';

create table reporting.request (
  cycle text not null references reporting.cycle,
  dataset text not null references observatory.dataset,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (cycle, dataset)
);
comment on table reporting.request is 'Datasets that a review called for.';

create table reporting.statement (
  code text primary key,
  cycle text not null references reporting.cycle,
  kind text not null check (kind in ('vision', 'coordination', 'reason', 'challenge', 'lesson', 'good-practice', 'priority', 'intention')),
  text jsonb not null,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended', 'statement')),
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table reporting.statement is 'What a review states beside figures and actions: challenges, lessons, priorities, intentions.';

create table reporting.statement_goal (
  statement text not null references reporting.statement on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (statement, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
create index on reporting.statement_goal (framework, goal);

create table reporting.claim (
  code text primary key,
  cycle text not null references reporting.cycle,
  section text not null,
  text jsonb not null,
  test text not null check (test in ('every-goal-has-action', 'none')),
  framework text references reference.framework,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table reporting.claim is 'What a review claims, and how the system can test it against its data.';

create table reporting.section (
  cycle text not null references reporting.cycle,
  code text not null,
  parent text,
  number text,
  title jsonb not null,
  kind text not null check (kind in ('text', 'progress', 'goal', 'figures-annex', 'goals-annex', 'sources-annex', 'limits-annex')),
  framework text,
  goal text,
  position integer not null,
  origin text not null,
  primary key (cycle, code),
  foreign key (cycle, parent) references reporting.section (cycle, code) deferrable initially deferred,
  foreign key (framework, goal) references reference.goal (framework, code)
);
comment on table reporting.section is 'Outline of the report; a section of kind goal reports progress on one goal.';

create table reporting.narrative (
  cycle text not null,
  section text not null,
  language text not null,
  markdown text not null,
  origin text not null,
  primary key (cycle, section, language),
  foreign key (cycle, section) references reporting.section (cycle, code)
);
comment on table reporting.narrative is 'Text of a section in one language: Markdown whose figures are references.';

create table reporting.answer (
  cycle text not null references reporting.cycle,
  contradiction text not null,
  reason jsonb not null,
  printed boolean not null default false,
  position integer not null default 0,
  origin text not null,
  primary key (cycle, contradiction)
);
comment on table reporting.answer is 'Reason given for a contradiction; printed makes it a limitation of the report.';

create trigger origin before insert or update on reporting.cycle for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.priority for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.contribution for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.request for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.statement for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.statement_goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.claim for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.section for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.narrative for each row execute function platform.mark_origin();
create trigger origin before insert or update on reporting.answer for each row execute function platform.mark_origin();
