-- What live screens and notifications need to know: who did what an event tells of, and which sessions ended lately.

-- Nobody is notified of a deed of their own. Ids only; null for what the program does by itself.
alter table domain_events
  add column actor_kind text check (actor_kind in ('member', 'contact', 'link', 'system', 'platform')),
  add column actor_id uuid;

-- Streams end with the session that opened them; every web node asks every few seconds which ones did.
create index sessions__revoked on sessions (revoked_at) where revoked_at is not null;
create index users__disabled on users (disabled_at) where disabled_at is not null;
