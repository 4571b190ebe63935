-- A return of a service is a source of its own; it is seen by everybody once something that rests on it is published.

alter table reference.source drop constraint source_kind_check;
alter table reference.source add constraint source_kind_check
  check (kind in ('report', 'passage', 'press', 'web', 'law', 'statistics', 'data', 'recollection', 'return'));
alter table reference.source add column organisation text;
comment on column reference.source.organisation is 'Which organisation gave it, if it is a return.';
alter table reference.source add column published_here boolean not null default true;
comment on column reference.source.published_here is 'Whether everybody sees it; what a pack brings is published.';

call platform.protect('reference.source');
create policy everybody on reference.source for select using (published_here);
create policy staff on reference.source for select using (
  (select platform.may('reports.manage')) or (select platform.may('returns.review'))
  or organisation = any ((select platform.organisations('returns.read'))::text[]));
create policy pack on reference.source
  using (origin = nullif(current_setting('taama.pack', true), ''))
  with check (origin = nullif(current_setting('taama.pack', true), ''));
create policy review on reference.source using ((select platform.may('returns.review')) and kind = 'return');
create policy publish on reference.source for update using ((select platform.may('reports.manage')));
create policy open on reference.source for insert with check ((select platform.may('reports.manage')) and kind = 'report');
