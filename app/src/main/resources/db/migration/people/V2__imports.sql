-- Files of people that services bring, looked at before anything is kept, and undone as a whole.

create table people.import (
  id bigint generated always as identity primary key,
  organisation text not null references organisations.organisation,
  name text not null,
  content bytea,
  mapping text[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'kept', 'left', 'undone')),
  kept integer not null default 0,
  left_out integer not null default 0,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  finished_at timestamptz,
  undone_at timestamptz,
  undone_by bigint
);
comment on table people.import is 'A spreadsheet of people: encrypted until it is decided on, then emptied. mapping: the field that each column means.';
create index on people.import (organisation, created_at);

create table people.import_mapping (
  organisation text not null references organisations.organisation,
  header text not null,
  mapping text[] not null,
  at timestamptz not null default now(),
  primary key (organisation, header)
);
comment on table people.import_mapping is 'What the columns of a header meant last time, for each service.';

create index on people.file (import) where import is not null;

-- Puts the words of many new people at once; only for people to whom the organisation has access.
create procedure people.put_new_tokens(owner text, heads bigint[], words text[]) language plpgsql security definer
  set search_path = people, platform, pg_temp as $$
begin
  if not platform.may('people.everything') and owner <> all (platform.organisations('people.register')) then
    raise insufficient_privilege;
  end if;
  insert into people.token (organisation, value, head)
    select distinct owner, w.word, w.head from unnest(heads, words) as w (head, word)
    where exists (select from people.access a where a.head = w.head and a.organisation = owner and a.ended_at is null)
  on conflict do nothing;
end $$;

-- Takes back all files of an import, or none: gives the number of those that something else uses since.
create function people.undo_import(asked bigint) returns integer language plpgsql security definer
  set search_path = people, platform, pg_temp as $$
declare
  owner text;
  used integer;
begin
  select organisation into owner from people.import where id = asked and state = 'kept';
  if owner is null or (not platform.may('people.everything') and owner <> all (platform.organisations('people.register'))) then
    raise insufficient_privilege;
  end if;
  select count(*) into used from people.file f where f.import = asked and (f.version > 1 or f.head <> f.id
    or exists (select from people.file g where g.head = f.id and g.id <> f.id)
    or exists (select from people.access a where a.file = f.id and a.basis <> 'registration'));
  if used = 0 then
    delete from people.token where head in (select id from people.file where import = asked);
    delete from people.access where file in (select id from people.file where import = asked);
    delete from people.file where import = asked;
    update people.import set state = 'undone', undone_at = now(), undone_by = platform.account() where id = asked;
  end if;
  return used;
end $$;

call platform.protect('people.import');
create policy own on people.import using (
  (select platform.may('people.everything')) or organisation = any ((select platform.organisations('people.register'))::text[]));
call platform.protect('people.import_mapping');
create policy own on people.import_mapping using (
  (select platform.may('people.everything')) or organisation = any ((select platform.organisations('people.register'))::text[]));
