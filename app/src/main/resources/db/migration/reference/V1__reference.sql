-- What every other module refers to: packs, sources, frameworks and their goals, places in time.

create table reference.pack (
  code text primary key,
  kind text not null check (kind in ('global', 'country')),
  name jsonb not null,
  languages text[] not null check (cardinality(languages) > 0),
  country text,
  flag text[] not null default '{}',
  licence text not null,
  content_hash text not null,
  loaded_at timestamptz not null default now()
);
comment on table reference.pack is 'Packs loaded into this database; the country pack decides languages and country.';

create table reference.message (
  language text not null,
  key text not null,
  text text not null,
  origin text not null,
  primary key (language, key)
);
comment on table reference.message is 'Words of the interface in languages that the product does not ship.';

create table reference.source (
  code text primary key,
  part_of text references reference.source deferrable initially deferred,
  kind text not null check (kind in ('report', 'passage', 'press', 'web', 'law', 'statistics', 'data', 'recollection')),
  title jsonb not null,
  publisher text,
  published text,
  address text,
  locator jsonb,
  position integer,
  origin text not null
);
comment on table reference.source is 'Where something is known from: a document, or a passage of one (part_of).';

create table reference.framework (
  code text primary key,
  kind text not null check (kind in ('compact', 'goals', 'agenda', 'policy', 'strategy', 'principles', 'grouping', 'assessment')),
  scope text not null check (scope in ('global', 'continental', 'national')),
  title jsonb not null,
  short_title jsonb not null,
  valid_from text,
  valid_to text,
  status text not null check (status in ('in-force', 'announced', 'closed')),
  successor text references reference.framework deferrable initially deferred,
  note jsonb,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table reference.framework is 'A set of goals, versioned: a revision is a framework of its own, with its predecessor pointing to it.';

create table reference.goal (
  framework text not null references reference.framework,
  code text not null,
  parent text,
  level jsonb not null,
  title jsonb not null,
  short_title jsonb,
  summary jsonb,
  certainty text not null check (certainty in ('verified', 'partly', 'recalled', 'announced', 'code-only')),
  unofficial text[] not null default '{}',
  note jsonb,
  position integer not null,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (framework, code),
  foreign key (framework, parent) references reference.goal (framework, code) deferrable initially deferred
);
comment on table reference.goal is 'A node of a framework: objective, axis, action, indicator. unofficial lists the languages whose wording is not official.';

create table reference.crosswalk (
  from_framework text not null,
  from_goal text not null,
  to_framework text not null,
  to_goal text not null,
  relation text not null check (relation in ('contributes', 'measures', 'groups')),
  basis text not null check (basis in ('stated', 'inferred')),
  note jsonb,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (from_framework, from_goal, to_framework, to_goal, relation),
  foreign key (from_framework, from_goal) references reference.goal (framework, code),
  foreign key (to_framework, to_goal) references reference.goal (framework, code)
);
create index on reference.crosswalk (to_framework, to_goal);
comment on table reference.crosswalk is 'Links between goals of two frameworks, many to many; basis says whether a source states the link or we infer it.';

create table reference.place (
  code text primary key,
  kind text not null check (kind in ('world', 'continent', 'country', 'region', 'district', 'cercle', 'commune', 'town', 'zone')),
  name jsonb not null,
  parent text references reference.place deferrable initially deferred,
  official_code text,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  note jsonb,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table reference.place is 'A place in time: valid from the first day (inclusive) to the last (exclusive).';

create table reference.succession (
  predecessor text not null references reference.place,
  successor text not null references reference.place,
  note jsonb,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (predecessor, successor)
);
comment on table reference.succession is 'Which place took over from which, wholly or in part.';

create table reference.boundary (
  place text primary key references reference.place,
  as_of text not null,
  geometry jsonb not null,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table reference.boundary is 'Outline of a place as GeoJSON geometry (WGS 84), simplified; as_of is the date of the boundaries.';

create table reference.border_point (
  code text primary key,
  name jsonb not null,
  variants text[] not null default '{}',
  kind text not null check (kind in ('land', 'air', 'river', 'internal')),
  neighbour text,
  opposite text,
  roles text[] not null default '{}',
  place text references reference.place,
  longitude numeric check (longitude between -180 and 180),
  latitude numeric check (latitude between -90 and 90),
  certainty text not null check (certainty in ('verified', 'recalled')),
  note jsonb,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table reference.border_point is 'Where people cross; positions are approximate.';

create trigger origin before insert or update on reference.message for each row execute function platform.mark_origin();
create trigger origin before insert or update on reference.source for each row execute function platform.mark_origin();
create trigger origin before insert or update on reference.framework for each row execute function platform.mark_origin();
create trigger origin before insert or update on reference.goal for each row execute function platform.mark_origin();
create trigger origin before insert or update on reference.crosswalk for each row execute function platform.mark_origin();
create trigger origin before insert or update on reference.place for each row execute function platform.mark_origin();
create trigger origin before insert or update on reference.succession for each row execute function platform.mark_origin();
create trigger origin before insert or update on reference.boundary for each row execute function platform.mark_origin();
create trigger origin before insert or update on reference.border_point for each row execute function platform.mark_origin();
