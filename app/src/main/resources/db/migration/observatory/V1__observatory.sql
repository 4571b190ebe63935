-- What is counted: units, indicators, datasets asked for, observations.

create table observatory.unit (
  code text primary key,
  one jsonb not null,
  many jsonb not null,
  decimals integer not null default 0 check (decimals between 0 and 6),
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table observatory.unit is 'A unit in words, singular and plural, and how many decimals its values are printed with.';

create table observatory.dimension (
  code text primary key,
  name jsonb not null,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table observatory.dimension is 'What figures are broken down by: sex, age, country…';

create table observatory.dimension_value (
  dimension text not null references observatory.dimension,
  code text not null,
  name jsonb not null,
  position integer,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (dimension, code)
);

create table observatory.indicator (
  code text primary key,
  title jsonb not null,
  definition jsonb,
  unit text not null references observatory.unit,
  disaggregation text[] not null default '{}',
  basis jsonb,
  certainty text not null check (certainty in ('official', 'national', 'proposed')),
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table observatory.indicator is 'What is measured, in which unit, and the dimensions it should be broken down by.';

create table observatory.indicator_goal (
  indicator text not null references observatory.indicator on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (indicator, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);
create index on observatory.indicator_goal (framework, goal);

create table observatory.dataset (
  code text primary key,
  title jsonb not null,
  unit text references observatory.unit,
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  note jsonb,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table observatory.dataset is 'Data that services are asked for.';

create table observatory.dataset_goal (
  dataset text not null references observatory.dataset on delete cascade,
  framework text not null,
  goal text not null,
  basis text not null check (basis in ('stated', 'inferred')),
  origin text not null,
  primary key (dataset, framework, goal),
  foreign key (framework, goal) references reference.goal (framework, code)
);

create table observatory.dataset_indicator (
  dataset text not null references observatory.dataset on delete cascade,
  indicator text not null references observatory.indicator,
  origin text not null,
  primary key (dataset, indicator)
);
comment on table observatory.dataset_indicator is 'Indicators whose observations answer a request for the dataset.';

create table observatory.observation (
  code text primary key,
  indicator text not null references observatory.indicator,
  value numeric not null,
  qualifier text not null default 'exact' check (qualifier in ('exact', 'about', 'more-than', 'less-than')),
  kind text not null default 'actual' check (kind in ('actual', 'estimate', 'projection', 'target')),
  status text not null check (status in ('done', 'ongoing', 'planned', 'intended')),
  period text,
  place text references reference.place,
  dimensions jsonb not null default '{}',
  scope jsonb,
  organisation text references organisations.organisation,
  action text references plan.action,
  method jsonb,
  quality jsonb,
  highlight integer,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
create index on observatory.observation (indicator);
comment on table observatory.observation is
  'A value of an indicator for a period, a place and dimensions, from one source. Sources that disagree are rows side by side. period is null where the source gives none; scope says what the value covers where the definition does not; highlight is its place among the key figures.';

create trigger origin before insert or update on observatory.unit for each row execute function platform.mark_origin();
create trigger origin before insert or update on observatory.dimension for each row execute function platform.mark_origin();
create trigger origin before insert or update on observatory.dimension_value for each row execute function platform.mark_origin();
create trigger origin before insert or update on observatory.indicator for each row execute function platform.mark_origin();
create trigger origin before insert or update on observatory.indicator_goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on observatory.dataset for each row execute function platform.mark_origin();
create trigger origin before insert or update on observatory.dataset_goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on observatory.dataset_indicator for each row execute function platform.mark_origin();
create trigger origin before insert or update on observatory.observation for each row execute function platform.mark_origin();
