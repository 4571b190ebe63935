-- Takes away what is written of one person; what is counted stays. A person is all files that share a head: of a case that is about
-- one person alone, everything that is written goes, also where a merged file of the same person stands beside.
create or replace procedure cases.forget_file(asked bigint) language plpgsql security definer
  set search_path = cases, people, platform, pg_temp as $$
declare
  own bigint[] := array(select id from people.file where head = people.head_of(asked));
  alone bigint[];
begin
  if not platform.may('people.everything') then
    raise insufficient_privilege;
  end if;
  alone := array(select distinct p.dossier from cases.participant p where p.file = any (own)
    and not exists (select from cases.participant o where o.dossier = p.dossier and o.file <> all (own)));
  update cases.entry e set content = null
    where e.content is not null and (e.dossier = any (alone)
      or (e.kind in ('person-in', 'person-out') and e.subject = any (own))
      or (e.section = 'alerts' and e.subject in (select id from cases.alert where file = any (own)))
      or (e.section = 'referral' and e.subject in (select r.referral from cases.referred r where r.file = any (own)
        and not exists (select from cases.referred o where o.referral = r.referral and o.file <> all (own))))
      or (e.section = 'services' and e.subject in (select v.service from cases.served v where v.file = any (own)
        and not exists (select from cases.served o where o.service = v.service and o.file <> all (own)))));
  update cases.task t set content = null where t.content is not null and t.dossier = any (alone);
  delete from cases.screening where file = any (own);
end $$;

-- What was added to a case while two files were one person is assigned to the other by hand, by the responsible organisation.
create policy assigned on cases.served for update using (cases.responsible(dossier) = any ((select cases.mine())::text[]));
create policy unassigned on cases.served for delete using (cases.responsible(dossier) = any ((select cases.mine())::text[]));
create policy assigned on cases.screening for update using (cases.responsible(dossier) = any ((select cases.mine())::text[]));
create policy assigned on cases.referred for update using (exists (select from cases.referral r where r.id = referred.referral
  and cases.responsible(r.dossier) = any ((select cases.mine())::text[])));
create policy unassigned on cases.referred for delete using (exists (select from cases.referral r where r.id = referred.referral
  and cases.responsible(r.dossier) = any ((select cases.mine())::text[])));
