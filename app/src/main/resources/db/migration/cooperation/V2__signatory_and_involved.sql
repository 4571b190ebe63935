-- Who signs an agreement is an organisation that acts. And the review says that these stakeholders were involved, not
-- that they were asked for their opinion.
alter table cooperation.stakeholder drop constraint stakeholder_role_check;
alter table cooperation.stakeholder
  alter column role type text using case role when 'consulted' then 'involved' else role end;
alter table cooperation.stakeholder
  add constraint stakeholder_role_check check (role in ('partner', 'involved', 'project-field'));
alter table cooperation.agreement add column signatory text references organisations.organisation;
