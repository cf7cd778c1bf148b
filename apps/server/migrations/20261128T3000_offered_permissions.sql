-- What the written table of roles has offered to each role so far, so that a permission which a later version brings reaches the
-- organizations that exist, once, and one that was taken away on purpose stays away.

alter table roles add column offered_permissions text[];
comment on column roles.offered_permissions is
  'every permission that the written table has offered to this role; null: exactly those that it was made with';

-- Organizations with another mark than the program’s own are looked at when it starts.
alter table organizations add column offered_roles text;
comment on column organizations.offered_roles is 'the mark of the written table of roles that was offered last';
