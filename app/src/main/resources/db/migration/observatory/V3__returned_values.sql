-- Values that services return and reviewers accept become observations that are not published yet: only who reviews returns
-- or manages the report sees them, and the organisation that gave them. A draft of the report prints those that it quotes.

alter table observatory.observation
  add column published boolean not null default true,
  add column value_ref bigint unique,
  add column call bigint,
  add column given_on date,
  add column accepted_by bigint,
  add column set_aside jsonb;
comment on column observatory.observation.published is 'Whether everybody sees it; what a pack brings is published.';
comment on column observatory.observation.value_ref is 'Number of the accepted value of a return that it was made of.';
comment on column observatory.observation.set_aside is 'Why another value of the same thing was chosen for publication, if one was.';

call platform.protect('observatory.observation');
create policy everybody on observatory.observation for select using (published);
create policy staff on observatory.observation for select using (
  (select platform.may('reports.manage')) or (select platform.may('returns.review'))
  or organisation = any ((select platform.organisations('returns.read'))::text[]));
create policy pack on observatory.observation
  using (origin = nullif(current_setting('taama.pack', true), ''))
  with check (origin = nullif(current_setting('taama.pack', true), ''));
create policy review on observatory.observation using ((select platform.may('returns.review')) and value_ref is not null);
create policy publish on observatory.observation for update using ((select platform.may('reports.manage')));
