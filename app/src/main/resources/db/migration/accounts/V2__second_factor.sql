-- Passkeys (WebAuthn): the public half of a key that a person's device keeps.
create table accounts.passkey (
  id bigint generated always as identity primary key,
  account bigint not null references accounts.account,
  credential_id text not null unique,
  label text not null,
  public_key bytea not null,
  signature_count bigint not null,
  user_verified boolean not null,
  transports text not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  attestation bytea,
  client_data bytea,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now()
);
comment on table accounts.passkey is 'Public half of a key that a device of the person keeps; it proves twice, by possession and by the check of the device.';
create index on accounts.passkey (account);

call platform.protect('accounts.passkey');
create policy own on accounts.passkey using (account = (select platform.account()));
create policy manage on accounts.passkey using ((select platform.may('accounts.manage')));

-- An administrator takes a lost second factor away.
create policy reset on accounts.recovery_code using ((select platform.may('accounts.manage')));

alter table accounts.account add column digest_at timestamptz not null default now();
comment on column accounts.account.digest_at is 'Notices until this moment were mailed, or need not be.';
