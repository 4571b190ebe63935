-- The words of many new people at once. Each person is asked for once, not each word: and by the index, since in a large import
-- the database does not know yet how many rows the same transaction has written.
create or replace procedure people.put_new_tokens(owner text, heads bigint[], words text[]) language plpgsql security definer
  set search_path = people, platform, pg_temp set enable_seqscan = off as $$
begin
  if not platform.may('people.everything') and owner <> all (platform.organisations('people.register')) then
    raise insufficient_privilege;
  end if;
  if exists (select from (select distinct unnest(heads) as head) h
      where not exists (select from people.access a where a.organisation = owner and a.head = h.head and a.ended_at is null)) then
    raise insufficient_privilege;
  end if;
  insert into people.token (organisation, value, head) select owner, w.word, w.head from unnest(heads, words) as w (head, word)
  on conflict do nothing;
end $$;

-- The telephones of many new people at once, asked and written in the same way.
create procedure people.put_new_phones(owner text, files bigint[], contents text[], tokens text[]) language plpgsql security definer
  set search_path = people, platform, pg_temp set enable_seqscan = off as $$
begin
  if not platform.may('people.everything') and owner <> all (platform.organisations('people.register')) then
    raise insufficient_privilege;
  end if;
  if exists (select from (select distinct unnest(files) as file) h
      where not exists (select from people.file f join people.access a on a.head = f.head
        where f.id = h.file and a.organisation = owner and a.level in ('restricted', 'protected') and a.ended_at is null)) then
    raise insufficient_privilege;
  end if;
  insert into people.sealed_value (file, kind, content, token, organisation)
    select p.file, 'phone', decode(p.content, 'base64'), decode(p.token, 'base64'), owner
    from unnest(files, contents, tokens) as p (file, content, token);
end $$;

-- Who may see a word is read from the index itself: with a common name the rows would be tens of thousands.
drop index people.token_value_head_idx;
create index on people.token (value, head, organisation);
