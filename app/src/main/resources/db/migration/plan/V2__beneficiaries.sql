-- Who benefits from an action, beside who leads it and who takes part.
create table plan.action_beneficiary (
  action text not null references plan.action on delete cascade,
  organisation text not null references organisations.organisation,
  origin text not null,
  primary key (action, organisation)
);
comment on table plan.action_beneficiary is 'Organisations for which an action is done.';
create trigger origin before insert or update on plan.action_beneficiary for each row execute function platform.mark_origin();
