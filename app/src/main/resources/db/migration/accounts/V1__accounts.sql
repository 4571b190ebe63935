-- Accounts of people of the institutions, the roles they hold, how they prove who they are, and what they are told.

create table accounts.account (
  id bigint generated always as identity primary key,
  name text not null,
  language text not null,
  digest text not null default 'daily' check (digest in ('at-once', 'daily', 'never')),
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  ended_at timestamptz
);
comment on table accounts.account is 'A person of an institution. demonstration: an account whose password is public, refused outside a demonstration.';

create table accounts.credential (
  account bigint primary key references accounts.account,
  email text not null,
  password text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  password_set_at timestamptz
);
comment on table accounts.credential is 'How a person is reached and proves who it is. password is an Argon2id hash; totp_secret is encrypted with a key outside the database.';
create unique index on accounts.credential (lower(email));

create table accounts.recovery_code (
  account bigint not null references accounts.account,
  hash text not null,
  used_at timestamptz,
  primary key (account, hash)
);
comment on table accounts.recovery_code is 'Codes to use once when the second factor is lost.';

create table accounts.holding (
  id bigint generated always as identity primary key,
  account bigint not null references accounts.account,
  role text not null check (role in ('coordinator', 'focal-point', 'statistician', 'field-agent', 'case-manager', 'supervisor', 'partner', 'administrator', 'data-protection-officer')),
  organisation text not null references organisations.organisation,
  valid_from date not null default current_date,
  valid_to date,
  given_by bigint not null default platform.account(),
  given_at timestamptz not null default now(),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table accounts.holding is 'A role held in an organisation for a period, its last day included.';
create index on accounts.holding (account);

create table accounts.token (
  hash text primary key,
  account bigint not null references accounts.account,
  purpose text not null check (purpose in ('invitation', 'reset')),
  created_at timestamptz not null default now(),
  created_by bigint not null default platform.account(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table accounts.token is 'One-time links, kept as SHA-256 only.';

create table accounts.attempt (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null default now()
);
comment on table accounts.attempt is 'Failed attempts to sign in, by a keyed hash of account and network address; the waiting time follows from it.';

create table accounts.notice (
  id bigint generated always as identity primary key,
  account bigint not null references accounts.account,
  kind text not null,
  path text not null,
  arguments jsonb not null default '[]',
  deadline date,
  at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz
);
comment on table accounts.notice is 'What a person is told: kind names the words in the message bundles, arguments fill them, path is the page that it is about.';
create index on accounts.notice (account, at);

create table accounts.session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on accounts.session (expiry_time);
create index on accounts.session (principal_name);
comment on table accounts.session is 'Open connections, as Spring Session keeps them; principal_name is the number of the account.';

create table accounts.session_attributes (
  session_primary_id char(36) not null references accounts.session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

call platform.protect('accounts.account');
create policy read on accounts.account for select using ((select platform.account()) > 0 or (select '*' = any (platform.grants())));
create policy own on accounts.account for update using (id = (select platform.account()));
create policy manage on accounts.account using ((select platform.may('accounts.manage')));

call platform.protect('accounts.credential');
create policy own on accounts.credential using (account = (select platform.account()));
create policy manage on accounts.credential using ((select platform.may('accounts.manage')));

call platform.protect('accounts.recovery_code');
create policy own on accounts.recovery_code using (account = (select platform.account()));
create policy manage on accounts.recovery_code using ((select '*' = any (platform.grants())));

call platform.protect('accounts.holding');
create policy read on accounts.holding for select using ((select platform.account()) > 0 or (select '*' = any (platform.grants())));
create policy manage on accounts.holding using ((select platform.may('accounts.manage')));

call platform.protect('accounts.token');
create policy manage on accounts.token using ((select platform.may('accounts.manage')));

call platform.protect('accounts.attempt');
create policy manage on accounts.attempt using ((select '*' = any (platform.grants())));

call platform.protect('accounts.notice');
create policy own on accounts.notice using (account = (select platform.account()));
create policy tell on accounts.notice for insert with check ((select platform.account()) > 0 or (select '*' = any (platform.grants())));
create policy manage on accounts.notice using ((select '*' = any (platform.grants())));
