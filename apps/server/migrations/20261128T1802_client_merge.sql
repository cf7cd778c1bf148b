-- What a merged client was known by finds the client that goes on.
alter table clients add column also_known_as text;
comment on column clients.also_known_as is 'names and refids of clients that were merged into this one, for search';

-- The client that an id leads to: itself, or the one it was merged into. A merge repoints earlier ones, so that one step is enough.
create function app.living_client(client uuid) returns uuid language sql stable parallel safe
  return coalesce((select m.merged_into_id from clients m where m.organization_id = app.organization() and m.id = client), client);

-- What somebody was told of a merged client is about the survivor from then on.
grant update (client_id) on notifications to portico_app, portico_worker;
