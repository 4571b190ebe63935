-- Figures of assistance for the public: protected, kept as they were released, never counted anew for a reader.

create table cases.release (
  id bigint generated always as identity primary key,
  state text not null default 'draft' check (state in ('draft', 'released', 'withdrawn')),
  counted_on date not null,
  first_year integer,
  last_year integer,
  made_at timestamptz not null default now(),
  made_by bigint not null default platform.account(),
  released_at timestamptz,
  released_by bigint,
  withdrawn_at timestamptz,
  withdrawn_by bigint,
  reason text not null default '',
  check ((state = 'draft') = (released_at is null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
comment on table cases.release is
  'A release of figures of assistance: looked at as a draft, then public, perhaps withdrawn with a reason. What was once public stays known to later releases.';
create unique index on cases.release (state) where state = 'draft';

create table cases.release_figure (
  release bigint not null references cases.release on delete cascade,
  tab text not null,
  position integer not null,
  measure text not null check (measure in ('people', 'services', 'cases', 'referrals')),
  categories text[] not null,
  value numeric,
  status text not null check (status in ('perturbed', 'suppressed')),
  primary key (release, tab, position, measure),
  check ((value is null) = (status = 'suppressed'))
);
comment on table cases.release_figure is
  'A protected figure of a release: table, categories, what is counted. Empty where it is not shown, to protect people. Never a count as it is.';

create table cases.release_rows (
  release bigint not null references cases.release on delete cascade,
  name text not null check (name in ('assistance', 'cases', 'referrals')),
  content bytea not null,
  primary key (release, name)
);
comment on table cases.release_rows is
  'The de-identified rows beneath a release (encrypted), so that a later one can hold back changes of a few people. Read by whoever releases, through the product only.';

create table cases.release_secret (
  one boolean primary key default true check (one),
  content bytea not null,
  at timestamptz not null default now()
);
comment on table cases.release_secret is 'The secret of the record keys (encrypted): the same for all releases, so that the same people always get the same noise.';

call platform.protect('cases.release');
create policy seen on cases.release for select using (state <> 'draft' or (select platform.may('cases.release')));
create policy made on cases.release for insert with check ((select platform.may('cases.release')));
create policy moved on cases.release for update using ((select platform.may('cases.release')));
create policy discarded on cases.release for delete using (state = 'draft' and (select platform.may('cases.release')));

call platform.protect('cases.release_figure');
create policy seen on cases.release_figure for select using (
  (select platform.may('cases.release')) or exists (select from cases.release r where r.id = release_figure.release and r.state = 'released'));
create policy made on cases.release_figure for insert with check (
  (select platform.may('cases.release')) and exists (select from cases.release r where r.id = release_figure.release and r.state = 'draft'));

call platform.protect('cases.release_rows');
create policy seen on cases.release_rows for select using ((select platform.may('cases.release')));
create policy made on cases.release_rows for insert with check (
  (select platform.may('cases.release')) and exists (select from cases.release r where r.id = release_rows.release and r.state = 'draft'));

call platform.protect('cases.release_secret');
create policy used on cases.release_secret for select using ((select platform.may('cases.release')));
create policy made on cases.release_secret for insert with check ((select platform.may('cases.release')));

-- One row for each case and for each referral, without any person; the key turns their numbers into ones that lead nowhere.
create function cases.each_case(key text)
  returns table (unit text, outcome text, pathway text, year integer)
  language sql stable security definer set search_path = cases, platform, pg_temp
  begin atomic
    select encode(sha256(convert_to(key || 'case' || d.id, 'UTF8')), 'hex'), coalesce(d.outcome, 'unknown'),
      coalesce((select max(s.pathway) from cases.service s where s.dossier = d.id and s.cancelled_at is null), 'none'),
      extract(year from d.received_on)::integer
    from cases.dossier d where d.state = 'closed' and cases.counted(d.organisation);
  end;

create function cases.each_referral(key text)
  returns table (unit text, state text, year integer)
  language sql stable security definer set search_path = cases, platform, pg_temp
  begin atomic
    select encode(sha256(convert_to(key || 'referral' || r.id, 'UTF8')), 'hex'), r.state, extract(year from r.proposed_at)::integer
    from cases.referral r where cases.counted(r.sender) or cases.counted(r.recipient);
  end;
