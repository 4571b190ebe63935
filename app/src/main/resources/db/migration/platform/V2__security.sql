-- Who acts: told once for each transaction by the application (taama.account, taama.grants, taama.actor). Without an actor
-- every protected table is empty. A grant is "permission:organisation", or "permission:*" for all organisations; "*" alone is
-- the product itself.

create function platform.account() returns bigint language sql stable
  return coalesce(nullif(current_setting('taama.account', true), ''), '0')::bigint;

create function platform.grants() returns text[] language sql stable
  return string_to_array(coalesce(current_setting('taama.grants', true), ''), ' ');

-- Whether something is allowed everywhere.
create function platform.may(permission text) returns boolean language sql stable
  return '*' = any (platform.grants()) or permission || ':*' = any (platform.grants());

-- The organisations for which something is allowed, where it is not allowed everywhere.
create function platform.organisations(permission text) returns text[] language sql stable
  return array(select split_part(g, ':', 2) from unnest(platform.grants()) g where split_part(g, ':', 1) = permission);

-- Switches row-level security on for a table, also for its owner when it works as the application would; the owner itself
-- migrates, backs up and restores, and so sees everything.
create procedure platform.protect(protected regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy owner on %s to current_user using (true) with check (true)', protected);
end $$;

create table platform.setting (
  name text primary key,
  value text not null
);
comment on table platform.setting is 'Settings of this installation that people change, and marks that it keeps for itself.';

create table platform.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  transaction xid8 not null default pg_current_xact_id(),
  account bigint not null default platform.account(),
  actor text not null default coalesce(nullif(current_setting('taama.actor', true), ''), 'public'),
  action text not null,
  subject text not null,
  subject_id text not null,
  organisation text,
  address text not null default '',
  detail jsonb not null default '{}'
);
comment on table platform.audit_entry is
  'What was done, by which account, when, from which address. Holds codes and numbers of rows, never personal values.';
create index on platform.audit_entry (at);
create index on platform.audit_entry (subject, subject_id);
create index on platform.audit_entry (account, at);

create table platform.audit_seal (
  sequence bigint primary key,
  entry bigint not null unique,
  hash text not null,
  sealed_at timestamptz not null default clock_timestamp()
);
comment on table platform.audit_seal is
  'Chain over the audit trail in the order in which entries became visible: each hash covers an entry and the hash before it.';

call platform.protect('platform.audit_entry');
create policy append on platform.audit_entry for insert with check (true);
create policy read on platform.audit_entry for select using ((select platform.may('audit.read')) or account = (select platform.account()));
call platform.protect('platform.audit_seal');
create policy append on platform.audit_seal for insert with check ((select '*' = any (platform.grants())));
create policy read on platform.audit_seal for select using ((select platform.may('audit.read')));

create table platform.mail (
  id bigint generated always as identity primary key,
  account bigint,
  recipient text not null,
  language text not null,
  subject text not null,
  body text not null,
  written_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  fault text
);
comment on table platform.mail is 'Mails to send; a mail that was sent loses its body after a day.';
create index on platform.mail (due_at) where sent_at is null;

call platform.protect('platform.mail');
create policy write on platform.mail for insert with check (true);
create policy send on platform.mail using ((select '*' = any (platform.grants())));
