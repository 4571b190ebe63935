-- Who acts: organisations with names valid in time, their mandates, and the places where they receive people.

create table organisations.organisation (
  code text primary key,
  kind text not null check (kind in ('ministry', 'agency', 'government', 'observatory', 'international', 'council', 'association', 'research', 'group')),
  parent text references organisations.organisation deferrable initially deferred,
  place text references reference.place,
  website text,
  note jsonb,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table organisations.organisation is 'A body that acts. group stands for a body of which a source names only the kind.';

create table organisations.name (
  organisation text not null references organisations.organisation,
  valid_from text not null,
  valid_to text,
  name jsonb not null,
  acronym text,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (organisation, valid_from)
);
comment on table organisations.name is 'A name in time; valid_from is a year or a date, "0001" where the start is not known.';

create table organisations.mandate (
  code text primary key,
  organisation text not null references organisations.organisation,
  text jsonb not null,
  since text,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table organisations.mandate is 'What an organisation is there for, and its legal status.';

create table organisations.facility (
  code text primary key,
  kind text not null check (kind in ('antenna', 'transit-centre', 'reception-centre', 'consulate', 'seat')),
  name jsonb not null,
  organisation text references organisations.organisation,
  place text references reference.place,
  address jsonb,
  services jsonb,
  status text not null check (status in ('working', 'planned', 'unknown')),
  longitude numeric check (longitude between -180 and 180),
  latitude numeric check (latitude between -90 and 90),
  position_quality text not null check (position_quality in ('surveyed', 'approximate', 'unknown')),
  note jsonb,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table organisations.facility is 'A place where people are received; position_quality says how far the position can be trusted.';

create table organisations.facility_event (
  code text primary key,
  facility text not null references organisations.facility,
  kind text not null check (kind in ('opened', 'extended', 'announced', 'closed')),
  period text not null,
  note jsonb,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table organisations.facility_event is 'What happened to a facility and when, by source: two sources that disagree are two rows.';

create table organisations.capacity (
  facility text not null references organisations.facility,
  as_of text not null,
  built integer check (built >= 0),
  operating integer check (operating >= 0),
  note jsonb,
  source_ref text not null references reference.source,
  origin text not null,
  primary key (facility, as_of)
);
comment on table organisations.capacity is 'Beds at a date, as built and as operated.';

create trigger origin before insert or update on organisations.organisation for each row execute function platform.mark_origin();
create trigger origin before insert or update on organisations.name for each row execute function platform.mark_origin();
create trigger origin before insert or update on organisations.mandate for each row execute function platform.mark_origin();
create trigger origin before insert or update on organisations.facility for each row execute function platform.mark_origin();
create trigger origin before insert or update on organisations.facility_event for each row execute function platform.mark_origin();
create trigger origin before insert or update on organisations.capacity for each row execute function platform.mark_origin();
