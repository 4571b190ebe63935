comment on table platform.mail is 'Mails to send; a mail that was sent loses its text.';

-- The sealer looks at what became visible since it last looked: all transactions below its watermark have ended.
create index on platform.audit_entry (transaction, id);
create index on platform.audit_entry (organisation, at) where organisation is not null;

-- The organisations in which who acts holds a role.
create function platform.memberships() returns text[] language sql stable
  return string_to_array(coalesce(current_setting('taama.organisations', true), ''), ' ');

-- What one's own organisations did: for the page that shows it.
create policy organisation on platform.audit_entry for select
  using (organisation = any ((select platform.memberships())::text[]));

-- Who administers accounts sees what was done to them.
create policy accounts on platform.audit_entry for select
  using (subject = 'account' and (select platform.may('accounts.manage')));

-- Nobody is account 0: entries of the product itself are for those who read the trail.
drop policy read on platform.audit_entry;
create policy read on platform.audit_entry for select
  using ((select platform.may('audit.read')) or (account > 0 and account = (select platform.account())));
