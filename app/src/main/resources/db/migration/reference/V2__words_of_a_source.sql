-- Who published a source is named in each language, and a passage can be quoted. The packs, which are loaded after this,
-- write the names anew; changing the type, not the rows, leaves the origin of each row as it is.
alter table reference.source
  alter column publisher type jsonb using case when publisher is not null then jsonb_build_object('fr', publisher) end,
  add column passage jsonb;
comment on table reference.source is 'Where something is known from: a document, or a passage of one (part_of). publisher is named in each language; passage quotes the words of the source exactly.';
