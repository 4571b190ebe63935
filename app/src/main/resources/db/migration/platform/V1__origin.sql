-- Where a row comes from: a country pack, or people. Whatever is written outside the loading of a pack belongs to people,
-- and loading a pack again leaves it alone. The loader names its pack for the length of its transaction.
create function platform.mark_origin() returns trigger language plpgsql as $$
begin
  new.origin := coalesce(nullif(current_setting('taama.pack', true), ''), 'people');
  return new;
end $$;

comment on function platform.mark_origin() is
  'Trigger for every table that packs fill: sets origin to the pack being loaded, or to people.';
