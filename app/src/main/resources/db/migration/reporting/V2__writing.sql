-- Writing a report together: who writes what, every version of every text, remarks, signatures, and editions that never change.

-- What people write in a review that goes on is for those who take part in it; what a pack brings is public.
call platform.protect('reporting.narrative');
create policy read on reporting.narrative for select using (
  origin <> 'people' or (select platform.may('reports.read')) or exists (
    select from reporting.cycle c where c.code = cycle and c.state <> 'open'));
create policy write on reporting.narrative for insert with check (
  (select platform.may('reports.manage')) or (select cardinality(platform.organisations('reports.write')) > 0));
create policy change on reporting.narrative for update using (
  (select platform.may('reports.manage')) or (select cardinality(platform.organisations('reports.write')) > 0));
create policy remove on reporting.narrative for delete using ((select platform.may('reports.manage')));

create table reporting.assignment (
  cycle text not null,
  section text not null,
  organisation text not null references organisations.organisation,
  assigned_at timestamptz not null default now(),
  assigned_by bigint not null default platform.account(),
  primary key (cycle, section, organisation),
  foreign key (cycle, section) references reporting.section (cycle, code)
);
comment on table reporting.assignment is 'Which organisations write, and then sign, a section.';

create table reporting.text_version (
  id bigint generated always as identity primary key,
  cycle text not null,
  section text not null,
  language text not null,
  number integer not null check (number >= 0),
  markdown text not null,
  reason text not null check (reason in ('begin', 'write', 'merge', 'restore', 'suggestion')),
  written_at timestamptz not null default now(),
  account bigint not null default platform.account(),
  unique (cycle, section, language, number),
  foreign key (cycle, section) references reporting.section (cycle, code)
);
comment on table reporting.text_version is 'Every version of a text; number 0 is the text that was there before anybody wrote. The latest is also in reporting.narrative.';

create table reporting.draft (
  cycle text not null,
  section text not null,
  language text not null,
  account bigint not null default platform.account(),
  base integer not null,
  markdown text not null,
  saved_at timestamptz not null default now(),
  primary key (cycle, section, language, account),
  foreign key (cycle, section) references reporting.section (cycle, code)
);
comment on table reporting.draft is 'What a person typed and has not saved yet, with the version it began from.';

create table reporting.comment (
  id bigint generated always as identity primary key,
  cycle text not null,
  section text not null,
  language text not null,
  parent bigint references reporting.comment,
  passage text not null default '',
  replacement text,
  text text not null,
  account bigint not null default platform.account(),
  at timestamptz not null default now(),
  outcome text check (outcome in ('resolved', 'accepted', 'declined')),
  closed_at timestamptz,
  closed_by bigint,
  foreign key (cycle, section) references reporting.section (cycle, code)
);
comment on table reporting.comment is 'A remark on a text; with a replacement it is a suggestion, which can be accepted into the text.';
create index on reporting.comment (cycle, section);

create table reporting.signature (
  id bigint generated always as identity primary key,
  cycle text not null,
  section text not null,
  organisation text not null references organisations.organisation,
  fingerprint text not null,
  stance text not null check (stance in ('signed', 'dissent')),
  text text not null default '',
  printed boolean not null default false,
  account bigint not null default platform.account(),
  at timestamptz not null default now(),
  withdrawn_at timestamptz,
  foreign key (cycle, section) references reporting.section (cycle, code)
);
comment on table reporting.signature is 'What an organisation signed, or from what it dissents: the fingerprint is of text and figures of the section at that moment.';
create unique index on reporting.signature (cycle, section, organisation) where withdrawn_at is null;

create table reporting.edition (
  id bigint generated always as identity primary key,
  cycle text not null references reporting.cycle,
  number integer not null,
  hash text not null,
  note text not null default '',
  quoted text[] not null default '{}',
  locked_at timestamptz not null default now(),
  locked_by bigint not null default platform.account(),
  published_at timestamptz,
  published_by bigint,
  licence text,
  unique (cycle, number)
);
comment on column reporting.edition.quoted is 'Codes of the observations that it quotes: they are published with it.';
comment on table reporting.edition is 'A locked version of a report: its hash covers text, figures, sources and files, in every language. Only its publication can be added.';

create table reporting.edition_file (
  edition bigint not null references reporting.edition,
  language text not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  content bytea not null,
  primary key (edition, language, name)
);
comment on table reporting.edition_file is 'The files of an edition, byte for byte.';

create table reporting.edition_section (
  edition bigint not null references reporting.edition,
  language text not null,
  section text not null,
  position integer not null,
  title text not null,
  text text not null,
  primary key (edition, language, section)
);
comment on table reporting.edition_section is 'The words of each section of an edition, figures included, to show what a later one changed.';

-- An edition never changes, whoever asks.
create function reporting.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'edition' and tg_op = 'UPDATE' then
    if old.published_at is null
        and (new.id, new.cycle, new.number, new.hash, new.note, new.quoted, new.locked_at, new.locked_by)
          = (old.id, old.cycle, old.number, old.hash, old.note, old.quoted, old.locked_at, old.locked_by) then
      return new;
    end if;
  end if;
  raise exception 'An edition never changes';
end $$;
create trigger immutable before update or delete on reporting.edition for each row execute function reporting.refuse_change();
create trigger immutable before update or delete on reporting.edition_file for each row execute function reporting.refuse_change();
create trigger immutable before update or delete on reporting.edition_section for each row execute function reporting.refuse_change();

create table reporting.promise_outcome (
  cycle text not null references reporting.cycle,
  statement text not null references reporting.statement,
  outcome text not null check (outcome in ('kept', 'partly', 'not-kept', 'dropped')),
  text text not null default '',
  account bigint not null default platform.account(),
  at timestamptz not null default now(),
  primary key (cycle, statement)
);
comment on table reporting.promise_outcome is 'What became, in a new review, of a next step that the review before it announced.';

call platform.protect('reporting.assignment');
call platform.protect('reporting.text_version');
call platform.protect('reporting.draft');
call platform.protect('reporting.comment');
call platform.protect('reporting.signature');
call platform.protect('reporting.promise_outcome');
call platform.protect('reporting.edition');
call platform.protect('reporting.edition_file');
call platform.protect('reporting.edition_section');

create policy read on reporting.assignment for select using ((select platform.may('reports.read')));
create policy manage on reporting.assignment using ((select platform.may('reports.manage')));

-- A text is written by who manages the report, or by an organisation to which its section is assigned.
create function reporting.may_write(of_cycle text, of_section text) returns boolean language sql stable
  return platform.may('reports.manage') or exists (
    select from reporting.assignment a
    where a.cycle = of_cycle and a.section = of_section and a.organisation = any (platform.organisations('reports.write')));

create policy read on reporting.text_version for select using ((select platform.may('reports.read')));
create policy append on reporting.text_version for insert with check (reporting.may_write(cycle, section));

create policy own on reporting.draft using (account = (select platform.account()));

create policy read on reporting.comment for select using ((select platform.may('reports.read')));
create policy say on reporting.comment for insert with check ((select platform.may('reports.read')) and account = (select platform.account()));
create policy close on reporting.comment for update using (account = (select platform.account()) or reporting.may_write(cycle, section));

create policy read on reporting.signature for select using ((select platform.may('reports.read')));
create policy sign on reporting.signature for insert with check (organisation = any (platform.organisations('reports.sign')));
create policy withdraw on reporting.signature for update using (organisation = any (platform.organisations('reports.sign')));

create policy read on reporting.promise_outcome for select using ((select platform.may('reports.read')));
create policy manage on reporting.promise_outcome using ((select platform.may('reports.manage')));

create policy read on reporting.edition for select using (published_at is not null or (select platform.may('reports.read')));
create policy lock on reporting.edition for insert with check ((select platform.may('reports.manage')));
create policy publish on reporting.edition for update using ((select platform.may('reports.manage')));
create policy read on reporting.edition_file for select using (exists (select from reporting.edition e where e.id = edition));
create policy lock on reporting.edition_file for insert with check ((select platform.may('reports.manage')));
create policy read on reporting.edition_section for select using (exists (select from reporting.edition e where e.id = edition));
create policy lock on reporting.edition_section for insert with check ((select platform.may('reports.manage')));
