-- Spreadsheets of services that were given: looked at before anything is kept, and undone as a whole.

create table cases.import (
  id bigint generated always as identity primary key,
  organisation text not null references organisations.organisation,
  name text not null,
  content bytea,
  mapping text[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'kept', 'left', 'undone')),
  kept integer not null default 0,
  left_out integer not null default 0,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  finished_at timestamptz,
  undone_at timestamptz,
  undone_by bigint
);
comment on table cases.import is 'A spreadsheet of services: encrypted until it is decided on, then emptied. mapping: what each column means.';
create index on cases.import (organisation, created_at);

create table cases.import_mapping (
  organisation text not null references organisations.organisation,
  header text not null,
  mapping text[] not null,
  at timestamptz not null default now(),
  primary key (organisation, header)
);
comment on table cases.import_mapping is 'What the columns of a header of services meant last time, for each organisation.';

alter table cases.dossier add column import bigint references cases.import;
alter table cases.service add column import bigint references cases.import;
create index on cases.dossier (import) where import is not null;
create index on cases.service (import) where import is not null;

call platform.protect('cases.import');
create policy own on cases.import using (
  (select platform.may('people.everything')) or organisation = any ((select platform.organisations('cases.manage'))::text[]));
call platform.protect('cases.import_mapping');
create policy own on cases.import_mapping using (
  (select platform.may('people.everything')) or organisation = any ((select platform.organisations('cases.manage'))::text[]));

-- Takes back all services of an import and the cases that it opened, or none: gives the number of those that something touched since.
create function cases.undo_import(asked bigint) returns integer language plpgsql security definer
  set search_path = cases, platform, pg_temp as $$
declare
  owner text;
  used integer;
begin
  select organisation into owner from cases.import where id = asked and state = 'kept' for update;
  if owner is null or owner <> all (platform.organisations('cases.manage')) then
    raise insufficient_privilege;
  end if;
  -- Nobody writes in these cases meanwhile.
  perform from cases.dossier d where d.import = asked or d.id in (select s.dossier from cases.service s where s.import = asked)
    order by d.id for update;
  select (select count(*) from cases.service s where s.import = asked and s.cancelled_at is not null)
    + (select count(*) from cases.service s join cases.dossier d on d.id = s.dossier
      where s.import = asked and d.import is distinct from asked and (d.organisation <> owner or d.state <> 'open'))
    + (select count(*) from cases.dossier d where d.import = asked and (d.organisation <> owner or d.state <> 'open' or d.outcome is not null
      or exists (select from cases.service s where s.dossier = d.id and s.import is distinct from asked)
      or exists (select from cases.referral r where r.dossier = d.id)
      or exists (select from cases.entry e where e.dossier = d.id and e.kind not in ('request', 'triage', 'service'))))
    into used;
  if used = 0 then
    delete from cases.entry where section = 'services' and subject in (select id from cases.service where import = asked);
    delete from cases.service where import = asked;
    delete from cases.dossier where import = asked;
    update cases.import set state = 'undone', undone_at = now(), undone_by = platform.account() where id = asked;
  end if;
  return used;
end $$;
