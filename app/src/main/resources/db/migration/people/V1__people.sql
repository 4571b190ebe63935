-- People who are registered. A person may have several files (the same woman at a consulate and at an antenna); files that were
-- found to be of one person share a head. Everything that is kept hangs on a file and stays on it, so that a merge can be undone.

create table people.file (
  id bigint generated always as identity primary key,
  number text not null unique check (number ~ '^[0-9]{10}$'),
  head bigint not null,
  organisation text not null references organisations.organisation,
  sex text not null check (sex in ('female', 'male', 'unknown')),
  birth_first date,
  birth_last date,
  birth_precision text not null check (birth_precision in ('day', 'month', 'year', 'about', 'age', 'unknown')),
  birth_age integer check (birth_age between 0 and 130),
  birth_said_on date,
  birth_country text check (birth_country ~ '^[A-Z]{2}$'),
  nationalities text[] not null default '{}',
  mother text not null default '',
  father text not null default '',
  language text,
  origin text not null default 'counter' check (origin in ('counter', 'import', 'demonstration')),
  import bigint,
  invented boolean not null default false,
  state text not null default 'open' check (state in ('open', 'locked', 'anonymised')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  changed_at timestamptz not null default now(),
  seen_on date not null default current_date,
  check ((birth_precision = 'unknown') = (birth_first is null)),
  check (birth_last >= birth_first)
);
comment on table people.file is
  'A person as one service registered it. head: the oldest file of the same person, itself when there is no other. Birth is a range of days with its precision; an age keeps the day on which it was said.';
create index on people.file (head);
create index on people.file (organisation, created_at);

create table people.registration (
  account bigint not null default platform.account(),
  key text not null check (length(key) <= 64),
  file bigint references people.file on delete cascade,
  at timestamptz not null default now(),
  primary key (account, key)
);
comment on table people.registration is 'Requests to register that were answered, so that a repeated one registers nobody twice.';

create table people.access (
  id bigint generated always as identity primary key,
  head bigint not null,
  file bigint not null references people.file deferrable initially deferred,
  organisation text references organisations.organisation,
  account bigint references accounts.account,
  level text not null check (level in ('open', 'restricted', 'protected')),
  basis text not null check (basis in ('registration', 'case', 'referral', 'break-glass')),
  reference bigint,
  reason text not null default '',
  given_at timestamptz not null default now(),
  given_by bigint not null default platform.account(),
  valid_to timestamptz,
  ended_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by bigint,
  finding text,
  check ((organisation is null) <> (account is null)),
  check (basis <> 'break-glass' or (reason <> '' and valid_to is not null and account is not null))
);
comment on table people.access is
  'Who may see a person and how much: an organisation that registered the person, has a case or a referral, or an account that broke the glass. open: who it is; restricted: telephone, papers, notes; protected: health, violence, children, trafficking.';
create index on people.access (head);
create index on people.access (file);
create index on people.access (organisation, head);
create index on people.access (account) where account is not null;

create table people.name (
  id bigint generated always as identity primary key,
  file bigint not null references people.file on delete cascade,
  kind text not null check (kind in ('said', 'written', 'used', 'former')),
  given text not null,
  surname text not null,
  source text not null default '',
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account()
);
comment on table people.name is 'Names as said and as written on papers. They stay clear, beneath row-level security, so that search can be tolerant (docs/decisions).';
create index on people.name (file);

create table people.token (
  organisation text not null references organisations.organisation,
  value text not null collate "C",
  head bigint not null,
  primary key (organisation, value, head)
);
comment on table people.token is 'How a person is found by name within an organisation: each word of each name, in plain letters and as the key of its sound.';
create index on people.token (head);
create index on people.token (value, head);

create table people.place (
  id bigint generated always as identity primary key,
  file bigint not null references people.file on delete cascade,
  kind text not null check (kind in ('birth', 'origin', 'residence', 'destination')),
  country text check (country ~ '^[A-Z]{2}$'),
  area text,
  text text not null default '',
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account()
);
comment on table people.place is 'Where a person was born, comes from, lives or goes: a country, an area of the country pack, the village in words.';
create index on people.place (file);

create table people.sealed_value (
  id bigint generated always as identity primary key,
  file bigint not null references people.file on delete cascade,
  kind text not null check (kind in ('phone', 'document', 'note', 'photograph')),
  level text not null default 'restricted' check (level in ('restricted', 'protected')),
  subject text not null default '',
  country text,
  valid_to date,
  verified boolean not null default false,
  content bytea not null,
  token bytea,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  organisation text not null references organisations.organisation
);
comment on table people.sealed_value is
  'Telephones, numbers of papers, notes, photograph: encrypted with keys outside the database, found again through a keyed token. subject: kind of paper, or of note (health, psychosocial, violence, child, trafficking are protected).';
create index on people.sealed_value (file);
create index on people.sealed_value (token) where token is not null;

create table people.relation (
  id bigint generated always as identity primary key,
  file bigint not null references people.file on delete cascade,
  other bigint not null references people.file on delete cascade,
  kind text not null check (kind in ('mother', 'father', 'child', 'spouse', 'sibling', 'guardian', 'ward', 'relative', 'travels-with')),
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  check (file <> other),
  unique (file, other, kind)
);
comment on table people.relation is 'other is the <kind> of the person of the file.';
create index on people.relation (other);

create table people.consent (
  id bigint generated always as identity primary key,
  file bigint not null references people.file on delete cascade,
  purpose text not null check (purpose in ('service', 'referral', 'statistics', 'tracing', 'follow-up')),
  recipient text references organisations.organisation,
  basis text not null default 'consent' check (basis in ('consent', 'vital-interest', 'legal-obligation', 'public-task')),
  form text not null check (form in ('written', 'recorded', 'oral-certified', 'proxy', 'none')),
  given_on date not null,
  language text not null,
  witness bytea,
  organisation text not null references organisations.organisation,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  withdrawn_on date,
  withdrawn_at timestamptz,
  withdrawn_by bigint,
  check ((purpose = 'referral') = (recipient is not null)),
  check ((basis = 'consent') = (form <> 'none'))
);
comment on table people.consent is 'For which purpose a person agreed, or which other basis holds; each sharing asks it. Never deleted but with the file: a withdrawal is a date.';
create index on people.consent (file);

create table people.rights_request (
  id bigint generated always as identity primary key,
  file bigint not null references people.file on delete cascade,
  kind text not null check (kind in ('access', 'correction', 'locking', 'erasure')),
  received_on date not null,
  due_on date,
  detail bytea,
  state text not null default 'received' check (state in ('received', 'granted', 'refused')),
  answer text not null default '',
  organisation text not null references organisations.organisation,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  decided_at timestamptz,
  decided_by bigint
);
comment on table people.rights_request is 'What a person asked about the own data; the deadline follows from a setting that a data-protection officer makes, and is unset until then.';
create index on people.rights_request (file);

create table people.erased (
  number text primary key,
  at timestamptz not null default now(),
  by bigint not null default platform.account(),
  cause text not null check (cause in ('request', 'retention'))
);
comment on table people.erased is 'Public numbers of files that were erased: nothing else is kept of them, and the number is never given again.';

create table people.merge (
  id bigint generated always as identity primary key,
  one bigint not null references people.file on delete cascade,
  other bigint not null references people.file on delete cascade,
  reason text not null default '',
  decision bigint,
  at timestamptz not null default now(),
  by bigint not null default platform.account(),
  undone_at timestamptz,
  undone_by bigint,
  undone_reason text not null default '',
  check (one <> other)
);
comment on table people.merge is 'Files that were found to be of one person. Nothing moves: files that are joined by merges that hold share a head.';
create index on people.merge (one);
create index on people.merge (other);

create table people.processing (
  id bigint generated always as identity primary key,
  code text not null unique,
  title text not null,
  purpose text not null,
  basis text not null,
  recipients text not null default '',
  retention text not null default '',
  authorisation text not null default '',
  authorised_on date,
  ended_on date,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account()
);
comment on table people.processing is 'The register of processings and of the authorisations for them.';

-- A head that nobody has access to yet: a file that is being registered in this transaction.
create function people.unclaimed(asked bigint) returns boolean language sql stable security definer
  set search_path = people, pg_temp
  return not exists (select from people.access a where a.head = asked);

-- Whether an organisation for which the actor registers people has access to a person.
create function people.reached(asked bigint) returns boolean language sql stable security definer
  set search_path = people, platform, pg_temp
  return exists (select from people.access a where a.head = asked and a.ended_at is null and (a.valid_to is null or a.valid_to > now())
    and a.organisation = any (platform.organisations('people.register')));

-- Ends what a case or a referral gave an organisation; a service that has access itself may do so.
create function people.end_access(recipient text, cause text, number bigint) returns setof bigint language sql volatile security definer
  set search_path = people, platform, pg_temp
  begin atomic
    update people.access set ended_at = now()
    where organisation = recipient and basis = cause and reference = number and ended_at is null
      and (platform.may('people.everything') or people.reached(head))
    returning file;
  end;

-- The file of a public number, for who breaks the glass.
create function people.locate(asked text) returns bigint language sql stable security definer
  set search_path = people, platform, pg_temp
  return (select id from people.file where number = asked and cardinality(platform.organisations('people.read')) > 0);

-- Whether a public number is somebody's or was.
create function people.number_taken(asked text) returns boolean language sql stable security definer
  set search_path = people, pg_temp
  return exists (select from people.file where number = asked) or exists (select from people.erased where number = asked);

create function people.head_of(asked bigint) returns bigint language sql stable security definer
  set search_path = people, pg_temp
  return (select head from people.file where id = asked);

-- Organisations that have access to a person: whom to ask.
create function people.holders(asked bigint) returns text[] language sql stable security definer
  set search_path = people, pg_temp
  return (select coalesce(array_agg(distinct a.organisation order by a.organisation), '{}') from people.access a
    where a.head = people.head_of(asked) and a.organisation is not null and a.ended_at is null and (a.valid_to is null or a.valid_to > now()));

-- Puts the words under which a person is found, for each organisation that has access; who asks must have it too.
create procedure people.put_tokens(asked bigint, words text[]) language plpgsql security definer
  set search_path = people, platform, pg_temp as $$
begin
  if not platform.may('people.everything') and not exists (
      select from people.access a where a.head = asked and a.ended_at is null
        and (a.organisation = any (platform.organisations('people.register')) or a.account = platform.account())) and not platform.may('matching.review') then
    raise insufficient_privilege;
  end if;
  delete from people.token where head = asked;
  insert into people.token (organisation, value, head)
    select distinct a.organisation, w, asked from people.access a cross join unnest(words) w
    where a.head = asked and a.organisation is not null and a.ended_at is null and (a.valid_to is null or a.valid_to > now());
end $$;

-- The oldest of the files that merges which hold join with one: walks the merges whoever asks.
create function people.component(asked bigint) returns bigint[] language sql stable security definer
  set search_path = people, pg_temp
  return (with recursive reached (file) as (
      select asked
      union
      select case when m.one = r.file then m.other else m.one end
      from reached r join people.merge m on m.undone_at is null and r.file in (m.one, m.other))
    select array_agg(file order by file) from reached);

call platform.protect('people.access');
create policy seen on people.access for select using (
  (select platform.may('people.everything')) or (select platform.may('matching.review'))
  or organisation = any ((select platform.organisations('people.read'))::text[])
  or account = (select platform.account()));
create policy registered on people.access for insert with check (
  (select platform.may('people.everything'))
  or (basis = 'registration' and organisation = any ((select platform.organisations('people.register'))::text[]) and people.unclaimed(head))
  or (basis in ('case', 'referral') and people.reached(head))
  or (basis = 'break-glass' and account = (select platform.account()) and valid_to < now() + interval '3 days'
      and cardinality((select platform.organisations('people.read'))::text[]) > 0));
create policy ended on people.access for update using (
  (select platform.may('people.everything')) or (select platform.may('matching.review'))
  or organisation = any ((select platform.organisations('people.register'))::text[])
  or given_by = (select platform.account()));
create policy erased on people.access for delete using ((select platform.may('people.everything')));

call platform.protect('people.file');
create policy seen on people.file for select using (
  (select platform.may('people.everything')) or (select platform.may('matching.review'))
  or exists (select from people.access a where a.head = file.head and a.ended_at is null and (a.valid_to is null or a.valid_to > now())));
create policy registered on people.file for insert with check (
  (select platform.may('people.everything')) or organisation = any ((select platform.organisations('people.register'))::text[]));
create policy changed on people.file for update using (
  (select platform.may('people.everything')) or (select platform.may('matching.review'))
  or exists (select from people.access a where a.head = file.head and a.ended_at is null and (a.valid_to is null or a.valid_to > now())
      and (a.organisation = any ((select platform.organisations('people.register'))::text[]) or a.account = (select platform.account()))));
create policy erased on people.file for delete using ((select platform.may('people.everything')));

call platform.protect('people.registration');
create policy own on people.registration using (account = (select platform.account()) or (select platform.may('people.everything')));

call platform.protect('people.token');
create policy seen on people.token for select using (
  organisation = any ((select platform.organisations('people.read'))::text[]) or (select platform.may('people.everything')));

-- What hangs on a file is seen and changed with the file; telephone, papers and notes ask for more.
do $$
declare child text;
begin
  foreach child in array array['name', 'place', 'consent', 'relation', 'rights_request'] loop
    execute format('call platform.protect(%L)', 'people.' || child);
    execute format('create policy seen on people.%I for select using (exists (select from people.file f where f.id = %I.file))', child, child);
    execute format($p$create policy added on people.%I for insert with check (exists (select from people.file f where f.id = %I.file)
      and ((select platform.may('people.everything')) or cardinality((select platform.organisations('people.register'))::text[]) > 0))$p$, child, child);
    execute format($p$create policy changed on people.%I for update using (exists (select from people.file f where f.id = %I.file)
      and ((select platform.may('people.everything')) or cardinality((select platform.organisations('people.register'))::text[]) > 0))$p$, child, child);
    execute format($p$create policy removed on people.%I for delete using (exists (select from people.file f where f.id = %I.file)
      and ((select platform.may('people.everything')) or cardinality((select platform.organisations('people.register'))::text[]) > 0))$p$, child, child);
  end loop;
end $$;

call platform.protect('people.sealed_value');
create policy reached on people.sealed_value using (
  (select platform.may('people.everything'))
  or exists (select from people.file f join people.access a on a.head = f.head
    where f.id = sealed_value.file and a.ended_at is null and (a.valid_to is null or a.valid_to > now())
      and (a.account = (select platform.account())
        or (a.organisation = any ((select platform.organisations('people.read'))::text[])
          and (sealed_value.level = 'restricted' and a.level in ('restricted', 'protected')
            or sealed_value.level = 'protected' and a.level = 'protected'
              and a.organisation = any ((select platform.organisations('people.protected'))::text[]))))));

call platform.protect('people.merge');
create policy seen on people.merge for select using (
  (select platform.may('matching.review')) or exists (select from people.file f where f.id in (merge.one, merge.other)));
create policy decided on people.merge for insert with check ((select platform.may('matching.review')) or (select platform.may('people.everything')));
create policy undone on people.merge for update using ((select platform.may('matching.review')) or (select platform.may('people.everything')));
create policy erased on people.merge for delete using ((select platform.may('people.everything')));

call platform.protect('people.erased');
create policy seen on people.erased for select using ((select platform.account()) > 0 or (select platform.may('people.everything')));
create policy erased on people.erased for insert with check ((select platform.may('people.everything')));

call platform.protect('people.processing');
create policy seen on people.processing for select using ((select platform.account()) > 0 or (select platform.may('people.everything')));
create policy kept on people.processing using ((select platform.may('people.everything'))) with check ((select platform.may('people.everything')));
