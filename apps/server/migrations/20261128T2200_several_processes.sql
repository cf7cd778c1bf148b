-- What several processes of one installation must agree on. Global: none of it belongs to an organization.

-- Who works on the job queue. A worker renews its row while it lives; what is locked by one that stopped renewing is given back within
-- a minute, where the queue's own patience is four hours. `id` is what the queue writes into locked_by.
create table worker_leases (
  id text primary key,
  process text not null,
  started_at timestamptz(3) not null,
  seen_at timestamptz(3) not null
);
grant select, insert, update, delete on worker_leases to portico_jobs;
grant select on worker_leases to portico_app, portico_worker;

-- Work that recurs, a row each: whichever worker takes the row does the work, the others see that it is taken or done.
create table recurring_work (
  name text primary key,
  every_seconds integer not null,
  holder text not null,
  held_until timestamptz(3) not null,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  error text
);
comment on column recurring_work.held_until is 'renewed while it runs; when it is over, another worker may begin again';
comment on column recurring_work.error is 'why the last turn failed; null where it did not';
grant select, insert, update on recurring_work to portico_worker;
grant select on recurring_work to portico_app;

-- One row that says which installation this database belongs to, so that a process with another secret or another place for files is
-- told so when it starts, and not when a link does not open or a file is missing.
create table installation_marks (
  id smallint primary key check (id = 1),
  secret_checks text[] not null,
  file_store text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
grant select, insert, update on installation_marks to portico_app, portico_worker;
