-- Which records are of one person: models, runs, pairs to look at, decisions. Numbers of records and degrees of agreement only;
-- what a record says stays in the module that keeps it.

create table matching.model (
  code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  model text not null,
  parent text references matching.model,
  records integer,
  notices text[] not null default '{}',
  note text not null default '',
  origin text not null default 'people',
  made_at timestamptz not null default now(),
  made_by bigint not null default platform.account()
);
comment on table matching.model is 'How records are compared, as JSON of libs/linkage: from a pack, or trained here on so many records.';

create table matching.promotion (
  id bigint generated always as identity primary key,
  model text not null references matching.model,
  reason text not null check (reason <> ''),
  at timestamptz not null default now(),
  by bigint not null default platform.account()
);
comment on table matching.promotion is 'Which model is used since when; before the first, the one of the country pack.';

create table matching.pending (
  id bigint generated always as identity primary key,
  record bigint not null,
  at timestamptz not null default now()
);
comment on table matching.pending is 'Records that changed and are still to be compared; written with the change, so that none is lost.';

create table matching.run (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('batch', 'training', 'comparison')),
  model text not null references matching.model,
  other text references matching.model,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  stage text not null default '',
  done bigint not null default 0,
  total bigint not null default 0,
  records integer not null default 0,
  pairs bigint not null default 0,
  cancel boolean not null default false,
  report jsonb not null default '{}',
  asked_at timestamptz not null default now(),
  asked_by bigint not null default platform.account(),
  started_at timestamptz,
  moved_at timestamptz,
  ended_at timestamptz
);
comment on table matching.run is 'Work on the whole register: comparing all records, training a model, comparing two; how far it is and what it found.';

create table matching.run_line (
  id bigint generated always as identity primary key,
  run bigint not null references matching.run on delete cascade,
  at timestamptz not null default clock_timestamp(),
  word text not null,
  arguments text[] not null default '{}'
);
comment on table matching.run_line is 'The log of a run: stable words and numbers.';
create index on matching.run_line (run);

create table matching.review (
  id bigint generated always as identity primary key,
  one bigint not null,
  other bigint not null,
  weight double precision not null,
  probability double precision not null,
  pattern text not null,
  rule integer not null,
  model text not null references matching.model,
  run bigint references matching.run,
  state text not null default 'open' check (state in ('open', 'waiting', 'disputed', 'same', 'different', 'unsure', 'implied', 'gone')),
  files integer not null default 2,
  priority double precision not null default 0,
  found_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  check (one < other),
  unique (one, other)
);
comment on table matching.review is
  'Pairs that are perhaps of one person. state follows from decisions; files and priority say what a decision would change.';
create index on matching.review (other);
create index on matching.review (state, priority desc, id);

create table matching.decision (
  id bigint generated always as identity primary key,
  one bigint not null,
  other bigint not null,
  verdict text not null check (verdict in ('same', 'different', 'unsure')),
  reason text not null default '',
  at timestamptz not null default clock_timestamp(),
  by bigint not null default platform.account(),
  check (one < other)
);
comment on table matching.decision is
  'What somebody decided about a pair, when and why: facts that stand above every score. A later one of the same person takes the place of an earlier one; none is changed.';
create index on matching.decision (one, other);
create index on matching.decision (other);

do $$
declare kept text;
begin
  foreach kept in array array['model', 'promotion', 'run', 'run_line', 'review', 'decision'] loop
    execute format('call platform.protect(%L)', 'matching.' || kept);
    execute format($p$create policy reviewed on matching.%I using ((select platform.may('matching.review')))
      with check ((select platform.may('matching.review')))$p$, kept);
  end loop;
end $$;

-- Who changes a record says so; only the product itself reads what is pending.
call platform.protect('matching.pending');
create policy told on matching.pending for insert with check ((select platform.account()) > 0 or (select '*' = any (platform.grants())));
create policy compared on matching.pending for select using ((select '*' = any (platform.grants())));
create policy done on matching.pending for delete using ((select '*' = any (platform.grants())));

-- Records that decisions join with one, itself included: walks pairs that were found to be the same.
create function matching.component(asked bigint) returns bigint[] language sql stable
  return (with recursive reached (record) as (
      select asked
      union
      select case when r.one = reached.record then r.other else r.one end
      from reached join matching.review r on r.state = 'same' and reached.record in (r.one, r.other))
    select array_agg(record order by record) from reached);

-- Takes away everything about a record; who erases people may, without seeing pairs.
create procedure matching.forget(erased bigint) language plpgsql security definer set search_path = matching, platform, pg_temp as $$
begin
  if not platform.may('people.everything') then
    raise insufficient_privilege;
  end if;
  delete from matching.review where erased in (one, other);
  delete from matching.decision where erased in (one, other);
  delete from matching.pending where record = erased;
end $$;
