-- Assistance to people in distress: from the request over triage, services, screening and referral to closure. All free text
-- stands in the entries of the time line, encrypted; what an organisation sees follows from being responsible for the case, or
-- from a referral in force and the sections chosen for it.

create table cases.factor (
  code text primary key,
  level text not null check (level in ('individual', 'household', 'community', 'structural')),
  polarity text not null check (polarity in ('risk', 'protective', 'either')),
  form text not null check (form in ('short', 'full')),
  name jsonb not null,
  note jsonb,
  position integer,
  source_ref text not null references reference.source,
  origin text not null
);
comment on table cases.factor is
  'What a screening of vulnerability looks for, at four levels. short: asked in the short form too. either: endangers or protects, depending on the person.';

create table cases.dossier (
  id bigint generated always as identity primary key,
  number text not null unique check (number ~ '^[0-9]{9}$'),
  organisation text not null references organisations.organisation,
  account bigint references accounts.account,
  state text not null default 'received' check (state in ('received', 'open', 'declined', 'closed')),
  channel text not null check (channel in ('visit', 'phone', 'message', 'mission', 'partner', 'relative', 'network', 'other')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  area text references reference.place,
  urgency text not null check (urgency in ('immediate', 'high', 'normal')),
  headcount integer not null check (headcount between 1 and 100000),
  received_on date not null,
  outcome text check (outcome in ('met', 'partly', 'unmet', 'unknown')),
  closure text,
  origin text not null default 'counter' check (origin in ('counter', 'import', 'demonstration')),
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  changed_at timestamptz not null default now(),
  check ((state = 'closed') = (closure is not null))
);
comment on table cases.dossier is
  'A case: a request for assistance and what became of it. organisation is responsible, account follows it. Its state is the last move of its time line.';
create index on cases.dossier (organisation, state);
create index on cases.dossier (account) where state in ('received', 'open');

create table cases.participant (
  dossier bigint not null references cases.dossier on delete cascade,
  file bigint not null references people.file on delete cascade,
  added_at timestamptz not null default now(),
  added_by bigint not null default platform.account(),
  ended_at timestamptz,
  primary key (dossier, file)
);
comment on table cases.participant is 'Whom a case is about; ended when somebody was taken out of it.';
create index on cases.participant (file);

create table cases.referral (
  id bigint generated always as identity primary key,
  dossier bigint not null references cases.dossier on delete cascade,
  kind text not null check (kind in ('referral', 'transfer')),
  sender text not null references organisations.organisation,
  recipient text not null references organisations.organisation,
  needs text[] not null,
  sections text[] not null,
  until date not null,
  basis text not null check (basis in ('consent', 'vital-interest')),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'in-progress', 'done', 'revoked')),
  proposed_at timestamptz not null default now(),
  proposed_by bigint not null default platform.account(),
  answered_at timestamptz,
  ended_at timestamptz,
  reminded_at timestamptz,
  check (sender <> recipient),
  check (cardinality(sections) > 0)
);
comment on table cases.referral is
  'A case, or a part of it, sent to another organisation: what for, which sections of the time line, until when, on which basis. A transfer changes who is responsible once it is accepted.';
create index on cases.referral (dossier);
create index on cases.referral (recipient, state);

create table cases.referred (
  referral bigint not null references cases.referral on delete cascade,
  file bigint not null references people.file on delete cascade,
  consent bigint references people.consent on delete cascade,
  primary key (referral, file)
);
comment on table cases.referred is 'Whom a referral is about, and the consent it rests on; none where the referral names another basis.';
create index on cases.referred (file);
create index on cases.referred (consent);

create table cases.entry (
  id bigint generated always as identity primary key,
  dossier bigint not null references cases.dossier on delete cascade,
  kind text not null,
  section text not null check (section in ('request', 'services', 'screening', 'alerts', 'notes', 'outcome', 'referral', 'tasks')),
  level text not null default 'restricted' check (level in ('restricted', 'protected')),
  word text not null default '',
  subject bigint,
  happened_on date,
  content bytea,
  organisation text not null references organisations.organisation,
  at timestamptz not null default clock_timestamp(),
  by bigint not null default platform.account()
);
comment on table cases.entry is
  'The time line of a case: who did what, when, and why (content, encrypted). word: decision, reason or step; subject: number of the service, screening, alert, referral or task that it tells of.';
create index on cases.entry (dossier, id);
create index on cases.entry (section, subject) where subject is not null;

create table cases.service (
  id bigint generated always as identity primary key,
  dossier bigint not null references cases.dossier on delete cascade,
  kind text not null check (kind in ('food', 'shelter', 'medical', 'psychosocial', 'documents', 'legal', 'transport', 'cash')),
  level text not null check (level in ('restricted', 'protected')),
  pathway text not null check (pathway in ('direct', 'referred')),
  organisation text not null references organisations.organisation,
  referral bigint references cases.referral on delete set null,
  given_on date not null,
  quantity numeric(12, 2) not null check (quantity > 0),
  amount numeric(14, 2) check (amount > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  proof text not null default 'none' check (proof in ('none', 'receipt', 'signature', 'transfer')),
  replaces bigint unique references cases.service on delete cascade,
  cancelled_at timestamptz,
  cancelled_by bigint,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  check ((amount is null) = (currency is null)),
  check (kind <> 'cash' or amount is not null),
  check (kind not in ('medical', 'psychosocial') or level = 'protected')
);
comment on table cases.service is
  'A service that was given: what, by whom, when, how much; cash with amount, currency and proof. A correction is a new row that replaces the old one; nothing is overwritten.';
create index on cases.service (dossier);
create index on cases.service (given_on);

create table cases.served (
  service bigint not null references cases.service on delete cascade,
  file bigint not null references people.file on delete cascade,
  dossier bigint not null references cases.dossier on delete cascade,
  primary key (service, file)
);
comment on table cases.served is 'To whom a service was given.';
create index on cases.served (file);

create table cases.screening (
  id bigint generated always as identity primary key,
  dossier bigint not null references cases.dossier on delete cascade,
  file bigint not null references people.file on delete cascade,
  form text not null check (form in ('short', 'full')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  done_on date not null,
  content bytea not null,
  organisation text not null references organisations.organisation,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account()
);
comment on table cases.screening is
  'A screening of vulnerability: which factors endanger or protect a person, on a day, in a country (content, encrypted). Repeated, never overwritten.';
create index on cases.screening (dossier);
create index on cases.screening (file);

create table cases.alert (
  id bigint generated always as identity primary key,
  dossier bigint not null references cases.dossier on delete cascade,
  file bigint not null references people.file on delete cascade,
  kind text not null check (kind in ('child-alone', 'pregnancy', 'violence', 'trafficking')),
  raised_on date not null,
  organisation text not null references organisations.organisation,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  resolved_at timestamptz,
  resolved_by bigint
);
comment on table cases.alert is 'That a person needs particular protection, until it is resolved with a reason; its steps are entries of the time line.';
create index on cases.alert (dossier);
create index on cases.alert (file);
create index on cases.alert (organisation) where resolved_at is null;

create table cases.task (
  id bigint generated always as identity primary key,
  dossier bigint not null references cases.dossier on delete cascade,
  organisation text not null references organisations.organisation,
  account bigint references accounts.account,
  kind text not null check (kind in ('visit', 'call', 'document', 'other')),
  due_on date not null,
  content bytea,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  done_at timestamptz,
  done_by bigint
);
comment on table cases.task is 'Something to do for a case until a day; what (content) is encrypted.';
create index on cases.task (dossier);
create index on cases.task (organisation, due_on) where done_at is null;

create table cases.offer (
  id bigint generated always as identity primary key,
  organisation text not null references organisations.organisation,
  provider text not null references organisations.organisation,
  kind text not null check (kind in ('food', 'shelter', 'medical', 'psychosocial', 'documents', 'legal', 'transport', 'cash')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  area text references reference.place,
  address text not null default '',
  hours text not null default '',
  capacity integer check (capacity >= 0),
  contact text not null default '',
  note text not null default '',
  changed_at timestamptz not null default now(),
  changed_by bigint not null default platform.account(),
  ended_at timestamptz
);
comment on table cases.offer is
  'The directory of services: which provider helps with what, where, when, for how many. organisation keeps the line up to date.';
create index on cases.offer (kind, country);

create table cases.once (
  key uuid primary key,
  account bigint not null default platform.account(),
  subject bigint not null,
  at timestamptz not null default now()
);
comment on table cases.once is 'Forms that were received: sent again, they do nothing. subject is the row that the first one made.';
create index on cases.once (at);

-- The organisations whose cases the actor follows, and those whose protected contents the actor reads; the product itself acts for
-- every organisation (imports, invented cases).
create function cases.mine() returns text[] language sql stable
  return case when '*' = any (platform.grants()) then array(select code from organisations.organisation)
    else platform.organisations('cases.manage') end;
create function cases.trusted() returns text[] language sql stable
  return case when '*' = any (platform.grants()) then array(select code from organisations.organisation)
    else platform.organisations('people.protected') end;

-- Whether a referral still opens what it opened: running, in time, and no consent beneath it withdrawn.
create function cases.in_force(asked bigint, state text, until date) returns boolean language sql stable security definer
  set search_path = cases, people, pg_temp
  return state in ('proposed', 'accepted', 'in-progress') and until >= current_date and not exists (
    select from cases.referred r join people.consent c on c.id = r.consent
    where r.referral = asked and c.withdrawn_on <= current_date);

-- Cases that others opened to the actor: asked once for each statement.
create function cases.shared() returns bigint[] language sql stable security definer
  set search_path = cases, platform, pg_temp
  return array(select r.dossier from cases.referral r
    where r.recipient = any (cases.mine()) and cases.in_force(r.id, r.state, r.until));

create function cases.responsible(asked bigint) returns text language sql stable security definer
  set search_path = cases, pg_temp
  return (select organisation from cases.dossier where id = asked);

-- Whether the actor reads a section of a case: as the responsible organisation, or through a referral in force.
create function cases.reads(asked bigint, part text, lvl text) returns boolean language sql stable security definer
  set search_path = cases, platform, pg_temp
  return exists (select from cases.dossier d where d.id = asked
      and d.organisation = any (cases.mine())
      and (lvl <> 'protected' or d.organisation = any (cases.trusted())))
    or exists (select from cases.referral r where r.dossier = asked and part = any (r.sections)
      and r.recipient = any (cases.mine()) and cases.in_force(r.id, r.state, r.until)
      and (lvl <> 'protected' or r.recipient = any (cases.trusted())));

-- Whether the actor writes in a case for an organisation: the responsible one, or one that takes part through a referral in force.
create function cases.writes(asked bigint, own text) returns boolean language sql stable security definer
  set search_path = cases, platform, pg_temp
  return own = any (cases.mine())
    and (exists (select from cases.dossier d where d.id = asked and d.organisation = own)
      or exists (select from cases.referral r where r.dossier = asked and own = r.recipient and cases.in_force(r.id, r.state, r.until)));

create function cases.number_taken(asked text) returns boolean language sql stable security definer
  set search_path = cases, pg_temp
  return exists (select from cases.dossier where number = asked);

-- A transfer that its recipient accepts: case and open tasks change hands.
create procedure cases.hand_over(asked bigint) language plpgsql security definer
  set search_path = cases, platform, pg_temp as $$
declare r cases.referral;
begin
  select * into r from cases.referral where id = asked for update;
  if r.kind is distinct from 'transfer' or r.state <> 'proposed' or not cases.in_force(r.id, r.state, r.until)
      or not (r.recipient = any (cases.mine())) then
    raise insufficient_privilege;
  end if;
  update cases.dossier set organisation = r.recipient, account = platform.account(), changed_at = now() where id = r.dossier;
  update cases.task set organisation = r.recipient, account = platform.account() where dossier = r.dossier and done_at is null;
  update cases.alert set organisation = r.recipient where dossier = r.dossier;
  update cases.referral set state = 'done', answered_at = now(), ended_at = now() where id = asked;
end $$;

-- When the last person of a case is erased, what was written about the case goes too; counts of services stay.
create function cases.forget() returns trigger language plpgsql security definer
  set search_path = cases, pg_temp as $$
begin
  if not exists (select from cases.participant where dossier = old.dossier) then
    update cases.entry set content = null where dossier = old.dossier;
    update cases.task set content = null where dossier = old.dossier;
  end if;
  return null;
end $$;
-- Takes away what is written of one person; what is counted stays.
create procedure cases.forget_file(asked bigint) language plpgsql security definer
  set search_path = cases, platform, pg_temp as $$
begin
  if not platform.may('people.everything') then
    raise insufficient_privilege;
  end if;
  update cases.entry e set content = null
    where (e.section = 'alerts' and e.subject in (select id from cases.alert where file = asked))
      or (e.section = 'services' and e.subject in (select v.service from cases.served v where v.file = asked
        and not exists (select from cases.served o where o.service = v.service and o.file <> asked)))
      or e.dossier in (select p.dossier from cases.participant p where p.file = asked
        and not exists (select from cases.participant o where o.dossier = p.dossier and o.file <> asked));
  update cases.task t set content = null
    where t.dossier in (select p.dossier from cases.participant p where p.file = asked
      and not exists (select from cases.participant o where o.dossier = p.dossier and o.file <> asked));
  delete from cases.screening where file = asked;
end $$;
create trigger forget after delete on cases.participant for each row execute function cases.forget();

call platform.protect('cases.dossier');
create policy seen on cases.dossier for select using (
  (select platform.may('people.everything'))
  or organisation = any ((select cases.mine())::text[])
  or id = any ((select cases.shared())::bigint[]));
create policy opened on cases.dossier for insert with check (organisation = any ((select cases.mine())::text[]));
create policy changed on cases.dossier for update using (
  (select platform.may('people.everything')) or organisation = any ((select cases.mine())::text[]));
create policy erased on cases.dossier for delete using ((select platform.may('people.everything')));

call platform.protect('cases.referral');
create policy seen on cases.referral for select using (
  (select platform.may('people.everything'))
  or sender = any ((select cases.mine())::text[])
  or recipient = any ((select cases.mine())::text[])
  or cases.responsible(dossier) = any ((select cases.mine())::text[]));
create policy proposed on cases.referral for insert with check (
  sender = any ((select cases.mine())::text[]) and cases.responsible(dossier) = sender);
create policy moved on cases.referral for update using (
  (select platform.may('people.everything'))
  or cases.responsible(dossier) = any ((select cases.mine())::text[])
  or sender = any ((select cases.mine())::text[])
  or recipient = any ((select cases.mine())::text[]));

call platform.protect('cases.referred');
create policy seen on cases.referred for select using (exists (select from cases.referral r where r.id = referred.referral));
create policy proposed on cases.referred for insert with check (exists (select from cases.referral r where r.id = referred.referral
  and r.sender = any ((select cases.mine())::text[])));

call platform.protect('cases.participant');
create policy seen on cases.participant for select using (
  (select platform.may('people.everything'))
  or cases.responsible(dossier) = any ((select cases.mine())::text[])
  or exists (select from cases.referred p join cases.referral r on r.id = p.referral
    where r.dossier = participant.dossier and p.file = participant.file
      and r.recipient = any ((select cases.mine())::text[]) and cases.in_force(r.id, r.state, r.until)));
create policy added on cases.participant for insert with check (
  cases.responsible(dossier) = any ((select cases.mine())::text[])
  and exists (select from people.file f where f.id = participant.file));
create policy changed on cases.participant for update using (
  cases.responsible(dossier) = any ((select cases.mine())::text[]));
create policy erased on cases.participant for delete using ((select platform.may('people.everything')));

call platform.protect('cases.entry');
create policy seen on cases.entry for select using (
  (select platform.may('people.everything'))
  or cases.reads(dossier, section, level)
  or (section = 'referral' and exists (select from cases.referral r where r.id = entry.subject
    and (r.sender = any ((select cases.mine())::text[])
      or r.recipient = any ((select cases.mine())::text[]))))
  or (organisation = any ((select cases.mine())::text[]) and section = 'services'
    and (level <> 'protected' or organisation = any ((select cases.trusted())::text[]))));
create policy written on cases.entry for insert with check (
  (select platform.may('people.everything')) or cases.writes(dossier, organisation)
  or (section = 'referral' and organisation = any ((select cases.mine())::text[])
    and exists (select from cases.referral r where r.id = entry.subject and r.dossier = entry.dossier
      and entry.organisation in (r.sender, r.recipient))));

call platform.protect('cases.service');
create policy seen on cases.service for select using (
  (select platform.may('people.everything'))
  or cases.reads(dossier, 'services', level)
  or (organisation = any ((select cases.mine())::text[])
    and (level <> 'protected' or organisation = any ((select cases.trusted())::text[]))));
create policy given on cases.service for insert with check (
  cases.responsible(dossier) = any ((select cases.mine())::text[]) or cases.writes(dossier, organisation));
create policy changed on cases.service for update using (
  cases.responsible(dossier) = any ((select cases.mine())::text[]) or cases.writes(dossier, organisation));

call platform.protect('cases.served');
create policy seen on cases.served for select using (exists (select from cases.service s where s.id = served.service));
create policy given on cases.served for insert with check (
  exists (select from people.file f where f.id = served.file) and (
  cases.responsible(dossier) = any ((select cases.mine())::text[])
  or exists (select from cases.referral r where r.dossier = served.dossier
    and r.recipient = any ((select cases.mine())::text[]) and cases.in_force(r.id, r.state, r.until))));

call platform.protect('cases.screening');
create policy seen on cases.screening for select using (
  (select platform.may('people.everything')) or cases.reads(dossier, 'screening', 'protected'));
create policy done on cases.screening for insert with check (
  cases.responsible(dossier) = any ((select cases.mine())::text[]) and cases.writes(dossier, organisation));

call platform.protect('cases.alert');
create policy seen on cases.alert for select using (
  (select platform.may('people.everything')) or cases.reads(dossier, 'alerts', 'protected'));
create policy raised on cases.alert for insert with check (
  cases.responsible(dossier) = any ((select cases.mine())::text[]) and cases.writes(dossier, organisation));
create policy resolved on cases.alert for update using (
  cases.responsible(dossier) = any ((select cases.mine())::text[]));

call platform.protect('cases.task');
create policy seen on cases.task for select using (
  (select platform.may('people.everything')) or organisation = any ((select cases.mine())::text[]));
create policy added on cases.task for insert with check (
  organisation = any ((select cases.mine())::text[]) and cases.writes(dossier, organisation));
create policy done on cases.task for update using (organisation = any ((select cases.mine())::text[]));

call platform.protect('cases.offer');
create policy seen on cases.offer for select using (
  (select platform.may('people.everything')) or cardinality((select cases.mine())::text[]) > 0);
create policy kept on cases.offer for insert with check (organisation = any ((select platform.organisations('cases.supervise'))::text[]));
create policy changed on cases.offer for update using (organisation = any ((select platform.organisations('cases.supervise'))::text[]));

call platform.protect('cases.once');
create policy own on cases.once for select using (account = (select platform.account()) and (select platform.account()) > 0);
create policy first on cases.once for insert with check (account = (select platform.account()) and account > 0);

-- What may be counted, for whom: rows without any person. The key turns the number of a person into one that leads nowhere.
create function cases.counted(own text) returns boolean language sql stable
  return platform.may('cases.figures') or own = any (platform.organisations('cases.figures'));

create function cases.age_group(first date, last date, on_day date) returns text language sql immutable
  return case when first is null then 'unknown' else (
    with a (age) as (select extract(year from age(on_day, first + (last - first) / 2)))
    select case when age < 5 then '0-4' when age < 15 then '5-14' when age < 18 then '15-17' when age < 35 then '18-34'
      when age < 60 then '35-59' else '60+' end from a) end;

create function cases.assistance(key text)
  returns table (person text, sex text, age_group text, country text, area text, need text, organisation text, month date, pathway text, service bigint)
  language sql stable security definer set search_path = cases, people, platform, pg_temp
  begin atomic
    select encode(sha256(convert_to(key || f.head, 'UTF8')), 'hex'),
      coalesce((select o.sex from people.file o where o.head = f.head and o.sex <> 'unknown' order by o.seen_on desc, o.id desc limit 1), 'unknown'),
      cases.age_group(b.birth_first, b.birth_last, s.given_on),
      d.country, d.area, s.kind, s.organisation, date_trunc('month', s.given_on)::date, s.pathway, s.id
    from cases.service s
    join cases.served p on p.service = s.id
    join cases.dossier d on d.id = s.dossier
    join people.file f on f.id = p.file
    left join lateral (select o.birth_first, o.birth_last from people.file o where o.head = f.head and o.birth_first is not null
      order by array_position(array['day', 'month', 'year', 'age', 'about'], o.birth_precision), o.id limit 1) b on true
    where s.cancelled_at is null and cases.counted(d.organisation);
  end;

create function cases.services_given()
  returns table (need text, organisation text, country text, area text, month date, pathway text, services bigint, served bigint)
  language sql stable security definer set search_path = cases, platform, pg_temp
  begin atomic
    select s.kind, s.organisation, d.country, d.area, date_trunc('month', s.given_on)::date, s.pathway, count(*),
      sum((select count(*) from cases.served p where p.service = s.id))::bigint
    from cases.service s join cases.dossier d on d.id = s.dossier
    where s.cancelled_at is null and cases.counted(d.organisation)
    group by 1, 2, 3, 4, 5, 6;
  end;

create function cases.referrals_counted()
  returns table (kind text, sender text, recipient text, state text, month date, referrals bigint)
  language sql stable security definer set search_path = cases, platform, pg_temp
  begin atomic
    select r.kind, r.sender, r.recipient, r.state, date_trunc('month', r.proposed_at)::date, count(*)
    from cases.referral r where cases.counted(r.sender) or cases.counted(r.recipient)
    group by 1, 2, 3, 4, 5;
  end;

-- Cases by outcome and pathway: a case that had any referred service counts as referred.
create function cases.outcomes_counted()
  returns table (state text, outcome text, closure text, pathway text, organisation text, country text, month date, cases bigint, people bigint)
  language sql stable security definer set search_path = cases, platform, pg_temp
  begin atomic
    select d.state, coalesce(d.outcome, ''), coalesce(d.closure, ''),
      coalesce((select max(s.pathway) from cases.service s where s.dossier = d.id and s.cancelled_at is null), 'none'),
      d.organisation, d.country, date_trunc('month', d.received_on)::date, count(*), sum(d.headcount)::bigint
    from cases.dossier d where cases.counted(d.organisation)
    group by 1, 2, 3, 4, 5, 6, 7;
  end;
