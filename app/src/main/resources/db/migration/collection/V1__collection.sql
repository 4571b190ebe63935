-- Calls for data and what services return: what is asked, every version of what is answered, what reviewers say of it.

-- The organisations whose returns the actor fills or reads, where this is not allowed everywhere.
create function collection.mine() returns text[] language sql stable
  return platform.organisations('returns.fill') || platform.organisations('returns.read');

create table collection.call (
  id bigint generated always as identity primary key,
  cycle text not null,
  title jsonb not null,
  period text not null,
  deadline date not null,
  instructions text not null default '',
  copied_from bigint references collection.call,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account()
);
comment on table collection.call is
  'A call for data: for which review and period, until when. Its state is its last event; instructions are Markdown.';

create table collection.call_event (
  id bigint generated always as identity primary key,
  call bigint not null references collection.call,
  kind text not null check (kind in ('drafted', 'opened', 'closed')),
  at timestamptz not null default clock_timestamp(),
  account bigint not null default platform.account(),
  reason text not null default ''
);
comment on table collection.call_event is 'What became of a call: who, when, why.';
create index on collection.call_event (call, id);

create table collection.question (
  id bigint generated always as identity primary key,
  call bigint not null references collection.call,
  position integer not null,
  kind text not null check (kind in ('figure', 'text')),
  code text not null,
  title jsonb not null,
  definition jsonb,
  unit jsonb,
  dimensions jsonb not null default '[]',
  datasets text[] not null default '{}',
  required boolean not null default true,
  unique (call, kind, code),
  check ((kind = 'figure') = (unit is not null))
);
comment on table collection.question is
  'What a call asks: an indicator with its definition, unit and breakdown as they were when the call was made, or a text.';

create table collection.asked (
  call bigint not null references collection.call,
  organisation text not null references organisations.organisation,
  question bigint not null references collection.question on delete cascade,
  primary key (call, organisation, question)
);
comment on table collection.asked is 'Which organisation is asked which question.';
create index on collection.asked (organisation, call);

create table collection.return (
  id bigint generated always as identity primary key,
  call bigint not null references collection.call,
  organisation text not null references organisations.organisation,
  writing integer not null default 1,
  sent integer not null default 0,
  unique (call, organisation),
  check (sent < writing)
);
comment on table collection.return is
  'The answer of an organisation to a call. writing is the version that is being written, sent the last one that reviewers see (0: none). Its state is its last event.';

create table collection.return_event (
  id bigint generated always as identity primary key,
  return bigint not null references collection.return,
  kind text not null check (kind in ('sent', 'taken-back', 'questioned', 'corrected', 'accepted', 'reopened')),
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  account bigint not null default platform.account(),
  reason text not null default ''
);
comment on table collection.return_event is 'What became of a return: who, when, why. A version is complete from the event that names it first.';
create index on collection.return_event (return, id);

create table collection.value (
  id bigint generated always as identity primary key,
  return bigint not null references collection.return,
  question bigint not null references collection.question,
  period text not null,
  place text not null default '',
  cell text not null default '',
  typed text not null default '',
  value numeric,
  absence text not null default '' check (absence in ('', 'not-collected', 'not-yet', 'not-concerned', 'confidential', 'other')),
  source text not null default '',
  method text not null default '',
  explanation text not null default '',
  from_version integer not null,
  to_version integer,
  account bigint not null default platform.account(),
  at timestamptz not null default now(),
  check (to_version > from_version)
);
comment on table collection.value is
  'What was answered to one question for a period, a place and one cell of the breakdown (dimension=code;…), from one version on and, once replaced, up to another. typed is what was written, kept also when it is no number; for a text it is the Markdown.';
create unique index value_now on collection.value (return, question, period, place, cell) where to_version is null;
create index on collection.value (return, from_version);

create table collection.remark (
  id bigint generated always as identity primary key,
  value bigint not null references collection.value,
  kind text not null check (kind in ('question', 'answer')),
  text text not null check (text <> ''),
  at timestamptz not null default clock_timestamp(),
  account bigint not null default platform.account()
);
comment on table collection.remark is 'Questions of reviewers on a value, and answers of the service.';
create index on collection.remark (value);

create table collection.decision (
  id bigint generated always as identity primary key,
  value bigint not null references collection.value,
  kind text not null check (kind in ('accepted', 'withdrawn')),
  at timestamptz not null default clock_timestamp(),
  account bigint not null default platform.account(),
  reason text not null default ''
);
comment on table collection.decision is 'Acceptance of a value, or its withdrawal; the last one counts.';
create index on collection.decision (value, id);

create table collection.settlement (
  id bigint generated always as identity primary key,
  call bigint not null references collection.call,
  question bigint not null references collection.question,
  period text not null,
  place text not null,
  cell text not null,
  chosen bigint not null references collection.value,
  reason text not null check (reason <> ''),
  at timestamptz not null default clock_timestamp(),
  account bigint not null default platform.account(),
  undone_at timestamptz,
  undone_by bigint
);
comment on table collection.settlement is 'Which of several values that services give for one thing is published, and why; the others stay.';
create unique index settlement_now on collection.settlement (call, question, period, place, cell) where undone_at is null;

create table collection.attachment (
  id bigint generated always as identity primary key,
  return bigint not null references collection.return,
  name text not null,
  type text not null,
  size integer not null check (size > 0),
  hash text not null,
  content bytea not null,
  from_version integer not null,
  to_version integer,
  account bigint not null default platform.account(),
  at timestamptz not null default now(),
  check (to_version > from_version)
);
comment on table collection.attachment is 'Files sent with a return; type was found from the content. Kept in every version that had it.';
create index on collection.attachment (return);

create table collection.upload (
  id bigint generated always as identity primary key,
  return bigint not null references collection.return,
  name text not null,
  content bytea not null,
  mapping jsonb not null default '{}',
  account bigint not null default platform.account(),
  at timestamptz not null default now(),
  finished_at timestamptz,
  kept integer,
  left_out integer
);
comment on table collection.upload is 'A spreadsheet that was sent and is looked at before anything of it is kept; its content is dropped when that is decided.';
create index on collection.upload (return);

create table collection.mapping (
  organisation text not null references organisations.organisation,
  header text not null,
  targets jsonb not null,
  at timestamptz not null default now(),
  primary key (organisation, header)
);
comment on table collection.mapping is 'What the columns of an own spreadsheet of an organisation mean, by its header, for the next time.';

create table collection.agreement (
  id bigint generated always as identity primary key,
  organisation text not null references organisations.organisation,
  basis text not null check (basis <> ''),
  everything boolean not null,
  scope text[] not null default '{}',
  valid_from date not null,
  valid_to date,
  note text not null default '',
  at timestamptz not null default now(),
  account bigint not null default platform.account(),
  ended_at timestamptz,
  ended_by bigint,
  end_reason text not null default '',
  check (valid_to >= valid_from),
  check (everything or cardinality(scope) > 0)
);
comment on table collection.agreement is
  'Agreement on the sharing of data with an organisation: legal basis, scope (codes of datasets and indicators, or everything), period.';
create index on collection.agreement (organisation);

create table collection.reminder (
  call bigint not null references collection.call,
  organisation text not null references organisations.organisation,
  days integer not null,
  at timestamptz not null default now(),
  primary key (call, organisation, days)
);
comment on table collection.reminder is 'Reminders that were sent: days before the deadline, negative after it.';

create table collection.calendar (
  account bigint primary key,
  hash text not null unique,
  at timestamptz not null default now()
);
comment on table collection.calendar is 'Secret address of the calendar of an account, kept as SHA-256 only.';

-- Who sees what. An organisation sees what it is asked once the call was opened; reviewers see what was sent, never a draft.
call platform.protect('collection.asked');
create policy manage on collection.asked using ((select platform.may('calls.manage')));
create policy read on collection.asked for select using (
  (select platform.may('calls.read')) or organisation = any ((select collection.mine())::text[]));

call platform.protect('collection.call_event');
create policy manage on collection.call_event using ((select platform.may('calls.manage')));
create policy read on collection.call_event for select using (
  (select platform.may('calls.read')) or call in (select a.call from collection.asked a));

call platform.protect('collection.call');
create policy manage on collection.call using ((select platform.may('calls.manage')));
create policy read on collection.call for select using (
  (select platform.may('calls.read'))
  or (id in (select a.call from collection.asked a) and id in (select e.call from collection.call_event e where e.kind = 'opened')));

call platform.protect('collection.question');
create policy manage on collection.question using ((select platform.may('calls.manage')));
create policy read on collection.question for select using (
  (select platform.may('calls.read')) or call in (select c.id from collection.call c));

call platform.protect('collection.return');
create policy manage on collection.return for insert with check ((select platform.may('calls.manage')));
create policy read on collection.return for select using (
  (select platform.may('calls.read')) or organisation = any ((select collection.mine())::text[]));
create policy fill on collection.return for update using (organisation = any ((select platform.organisations('returns.fill'))::text[]));
create policy review on collection.return for update using ((select platform.may('returns.review')));

call platform.protect('collection.return_event');
create policy own on collection.return_event using (
  return in (select r.id from collection.return r where r.organisation = any ((select collection.mine())::text[])));
create policy review on collection.return_event using ((select platform.may('returns.review')));
create policy read on collection.return_event for select using ((select platform.may('calls.read')));

call platform.protect('collection.value');
create policy own on collection.value for select using (
  return in (select r.id from collection.return r where r.organisation = any ((select collection.mine())::text[])));
create policy fill on collection.value using (
  return in (select r.id from collection.return r where r.organisation = any ((select platform.organisations('returns.fill'))::text[])));
create policy review on collection.value for update using ((select platform.may('returns.review')));
create policy correct on collection.value for insert with check ((select platform.may('returns.review')));
create policy read on collection.value for select using (
  (select platform.may('returns.read'))
  and ((select '*' = any (platform.grants())) or exists (select from collection.return r where r.id = return and r.sent >= from_version)
    or account = (select platform.account())));

call platform.protect('collection.remark');
create policy own on collection.remark using (exists (select from collection.value v where v.id = remark.value));
call platform.protect('collection.decision');
create policy own on collection.decision for select using (exists (select from collection.value v where v.id = decision.value));
create policy review on collection.decision for insert with check ((select platform.may('returns.review')));

call platform.protect('collection.settlement');
create policy review on collection.settlement using ((select platform.may('returns.review')));
create policy own on collection.settlement for select using (
  call in (select r.call from collection.return r where r.organisation = any ((select collection.mine())::text[])));

call platform.protect('collection.attachment');
create policy own on collection.attachment for select using (
  return in (select r.id from collection.return r where r.organisation = any ((select collection.mine())::text[])));
create policy fill on collection.attachment using (
  return in (select r.id from collection.return r where r.organisation = any ((select platform.organisations('returns.fill'))::text[])));
create policy read on collection.attachment for select using (
  (select platform.may('returns.read')) and exists (select from collection.return r where r.id = return and r.sent >= from_version));

call platform.protect('collection.upload');
create policy fill on collection.upload using (
  return in (select r.id from collection.return r where r.organisation = any ((select platform.organisations('returns.fill'))::text[])));
call platform.protect('collection.mapping');
create policy fill on collection.mapping using (organisation = any ((select platform.organisations('returns.fill'))::text[]));

call platform.protect('collection.agreement');
create policy manage on collection.agreement using ((select platform.may('agreements.manage')));
create policy own on collection.agreement for select using (organisation = any ((select collection.mine())::text[]));

call platform.protect('collection.reminder');
create policy send on collection.reminder using ((select '*' = any (platform.grants())));
create policy read on collection.reminder for select using ((select platform.may('calls.read')));

call platform.protect('collection.calendar');
create policy own on collection.calendar using (account = (select platform.account()) and account > 0);
create policy find on collection.calendar for select using ((select '*' = any (platform.grants())));
