-- What is owed to an organization, by currency and due date: what the overview adds up for somebody who sees all clients. Adding up the open
-- invoices themselves takes ten times as long for ten times as many; due dates are as many as before.
--
-- Each statement that issues, settles or voids invoices writes beside it by how much it moves these sums, as rows that nobody changes: so
-- writers of one organization never wait for each other here. A recurring job folds the rows of a due date into one. That the sums are those of
-- the open invoices is one of the checks of `portico verify`.
create table owed_moves (
  organization_id uuid not null references organizations (id),
  id uuid not null default uuidv7(),
  currency text not null,
  due_date date not null,
  amount bigint not null,
  invoices integer not null,
  primary key (organization_id, currency, due_date, id) include (amount, invoices)
);
select app.protect('owed_moves', 'select, insert');
grant delete on owed_moves to portico_worker;

-- What there is. The owner reads no row under forced row-level security, and would say nothing.
do $$ begin
  alter table invoices no force row level security;
  alter table owed_moves no force row level security;
  insert into owed_moves (organization_id, currency, due_date, amount, invoices)
    select organization_id, currency, due_date, sum(gross - settled), count(*) from invoices
    where document_state = 'final' and settlement_state in ('open', 'partial') group by organization_id, currency, due_date;
  alter table invoices force row level security;
  alter table owed_moves force row level security;
end $$;
