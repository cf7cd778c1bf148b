-- Billing: what is sold, invoices, the payments that settle them, and the ledger that says what it all comes to.
-- Amounts are bigint minor units of the row's currency; prices, quantities and rates are numeric.

create table tax_rates (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9][a-z0-9_-]{0,31}$'),
  name text not null,
  category text not null check (category in ('standard', 'zero', 'exempt', 'reverse', 'out_of_scope')),
  percent numeric(20,8) not null check (percent >= 0 and percent <= 100),
  exemption_reason text,
  valid_from date not null,
  valid_to date,
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint tax_rates__start unique (organization_id, key, valid_from),
  check (valid_to is null or valid_to >= valid_from),
  check (category = 'standard' or percent = 0),
  constraint tax_rates__no_overlap exclude using gist (organization_id with =, key with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table tax_rates is 'dated rows: a new percentage is a new row of the same key, so no earlier document changes';
select app.protect('tax_rates', 'select, insert, update (name, exemption_reason, valid_to, version)');

create table exchange_rates (
  organization_id uuid not null references organizations (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  base_currency text not null check (base_currency ~ '^[A-Z]{3}$'),
  rate_date date not null,
  rate numeric(28,12) not null check (rate > 0),
  source text not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, base_currency, currency, rate_date)
);
create index exchange_rates__recent on exchange_rates (organization_id, base_currency, rate_date desc, currency desc);
comment on column exchange_rates.rate is 'one major unit of currency is this many major units of base_currency';
select app.protect('exchange_rates', 'select, insert, update');

create table price_items (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  code text not null,
  name text not null,
  name_key text collate "C" not null generated always as (lower(name)) stored,
  description text,
  unit text,
  tax_rate_key text,
  is_active boolean not null default true,
  search_text text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  version integer not null default 1,
  primary key (organization_id, id)
);
create unique index price_items__code on price_items (organization_id, lower(code)) where deleted_at is null;
create index price_items__by_name on price_items (organization_id, name_key, id) where deleted_at is null;
create index price_items__search on price_items using gin (search_text gin_trgm_ops) where deleted_at is null;
select app.protect('price_items', 'select, insert, update');

create table price_item_prices (
  organization_id uuid not null,
  price_item_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price numeric(20,8) not null,
  primary key (organization_id, price_item_id, currency),
  foreign key (organization_id, price_item_id) references price_items (organization_id, id)
);
select app.protect('price_item_prices', 'select, insert, update, delete');

create table receiving_accounts (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  kind text not null check (kind in ('bank', 'mobile_money', 'cash', 'other')),
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  details jsonb not null default '[]',
  steps text[] not null default '{}',
  qr_payload text,
  is_active boolean not null default true,
  is_shown_to_clients boolean not null default true,
  position integer not null default 0,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (organization_id, id)
);
comment on column receiving_accounts.details is 'array of {label, value}: account number, till number, SWIFT …';
select app.protect('receiving_accounts', 'select, insert, update');

create table number_series (
  organization_id uuid not null references organizations (id),
  kind text not null check (kind in ('invoice', 'receipt')),
  series text not null default 'main',
  year integer not null,
  next bigint not null default 1 check (next > 0),
  primary key (organization_id, kind, series, year)
);
comment on table number_series is 'locked last, in the issuing transaction, so that numbers are gapless; year 0 where the pattern does not reset';
select app.protect('number_series', 'select, insert, update');

create table invoices (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  client_id uuid not null,
  number text,
  document_state text not null default 'draft' check (document_state in ('draft', 'final', 'void')),
  settlement_state text not null default 'open' check (settlement_state in ('open', 'partial', 'paid', 'written_off')),
  delivery_state text not null default 'not_sent' check (delivery_state in ('not_sent', 'sent', 'viewed')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  issue_date date,
  due_date date,
  due_key date not null generated always as (coalesce(due_date, date '9999-12-31')) stored,
  purchase_order text,
  locale text not null,
  note text,
  terms text,
  prices_include_tax boolean not null,
  tax_rounding text not null check (tax_rounding in ('document', 'line')),
  net bigint not null,
  tax bigint not null,
  gross bigint not null,
  settled bigint not null default 0,
  base_currency text not null check (base_currency ~ '^[A-Z]{3}$'),
  base_rate numeric(28,12),
  base_rate_date date,
  base_rate_source text,
  base_gross bigint,
  receiving_account_ids uuid[] not null default '{}',
  payment_reference text,
  search_text text not null,
  content_hash bytea,
  created_by uuid,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  issued_at timestamptz(3),
  sent_at timestamptz(3),
  viewed_at timestamptz(3),
  paid_at timestamptz(3),
  voided_at timestamptz(3),
  void_reason text,
  deleted_at timestamptz(3),
  version integer not null default 1,
  primary key (organization_id, id),
  constraint invoices__number unique (organization_id, number),
  foreign key (organization_id, client_id) references clients (organization_id, id),
  check (settled >= 0 and settled <= greatest(gross, 0)),
  check ((document_state = 'draft') = (number is null)),
  check (document_state = 'draft' or (issue_date is not null and due_date is not null and content_hash is not null)),
  check (deleted_at is null or document_state = 'draft')
);
create index invoices__recent on invoices (organization_id, id desc) where deleted_at is null;
comment on column invoices.due_key is 'the due date for sorting: drafts without one come last';
create index invoices__by_due on invoices (organization_id, due_key, id) where deleted_at is null;
create index invoices__by_state on invoices (organization_id, document_state, id desc) where deleted_at is null;
create index invoices__of_client on invoices (organization_id, client_id, id desc) where deleted_at is null;
create index invoices__open on invoices (organization_id, due_date, id) include (client_id, currency, gross, settled)
  where document_state = 'final' and settlement_state in ('open', 'partial');
-- One index per fact and filter, each in the order of the list, newest first. Settlement and delivery are facts of issued documents.
create index invoices__open_recent on invoices (organization_id, id desc) include (due_date)
  where document_state = 'final' and settlement_state in ('open', 'partial') and deleted_at is null;
create index invoices__by_settlement on invoices (organization_id, settlement_state, id desc) where document_state = 'final' and deleted_at is null;
create index invoices__by_delivery on invoices (organization_id, delivery_state, id desc) where document_state = 'final' and deleted_at is null;
create index invoices__by_currency on invoices (organization_id, currency, id desc) where deleted_at is null;
create index invoices__by_purchase_order on invoices (organization_id, purchase_order, id desc) where purchase_order is not null and deleted_at is null;
create index invoices__by_issue_date on invoices (organization_id, issue_date, id) where deleted_at is null;
create index invoices__open_of_client on invoices (organization_id, client_id, due_date, id) include (currency, gross, settled)
  where document_state = 'final' and settlement_state in ('open', 'partial');
create index invoices__search on invoices using gin (search_text gin_trgm_ops) where deleted_at is null;
select app.protect('invoices', 'select, insert, update');

create table invoice_lines (
  organization_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  price_item_id uuid,
  description text not null,
  details text,
  quantity numeric(20,8) not null,
  unit text,
  unit_price numeric(20,8) not null,
  discount_percent numeric(20,8) check (discount_percent >= 0 and discount_percent <= 100),
  tax_rate_key text,
  tax_name text,
  tax_category text,
  tax_percent numeric(20,8),
  net bigint not null,
  primary key (organization_id, invoice_id, position),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);
select app.protect('invoice_lines', 'select, insert, delete');

-- The tax of an issued invoice per category and rate, as printed: receipts and reports read it from here.
create table invoice_taxes (
  organization_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  tax_rate_key text,
  name text not null,
  category text not null,
  percent numeric(20,8) not null,
  exemption_reason text,
  taxable bigint not null,
  tax bigint not null,
  primary key (organization_id, invoice_id, position),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);
select app.protect('invoice_taxes', 'select, insert');

-- Canonical content of issued documents, and the PDF made of it once. Never changed: no update, no delete.
create table document_contents (
  organization_id uuid not null references organizations (id),
  document_kind text not null check (document_kind in ('invoice', 'receipt')),
  document_id uuid not null,
  content text not null,
  sha256 bytea not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, document_kind, document_id)
);
select app.protect('document_contents', 'select, insert');

create table document_files (
  organization_id uuid not null references organizations (id),
  document_kind text not null check (document_kind in ('invoice', 'receipt')),
  document_id uuid not null,
  file_id uuid not null,
  sha256 bytea not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, document_kind, document_id),
  foreign key (organization_id, file_id) references files (organization_id, id)
);
select app.protect('document_files', 'select, insert');

-- Private links. The token is an HMAC over (organization, link, version): nothing secret is stored, and raising the version revokes it.
create table document_links (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  document_kind text not null check (document_kind in ('invoice')),
  document_id uuid not null,
  name text not null,
  version integer not null default 1,
  revoked_at timestamptz(3),
  first_viewed_at timestamptz(3),
  last_viewed_at timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (organization_id, id)
);
create index document_links__of_document on document_links (organization_id, document_kind, document_id, id);
select app.protect('document_links', 'select, insert, update');

create table payment_references (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  value text not null,
  invoice_id uuid not null,
  client_id uuid not null,
  state text not null default 'pending' check (state in ('pending', 'submitted', 'approved', 'rejected')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (organization_id, id),
  constraint payment_references__value unique (organization_id, value),
  constraint payment_references__invoice unique (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, client_id) references clients (organization_id, id)
);
comment on column payment_references.value is 'in its written form, PAY-7KQ4-M2XD-9RTC: what normalizePaymentReference makes of what people type';
select app.protect('payment_references', 'select, insert, update');

create table payment_proofs (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  client_id uuid not null,
  invoice_id uuid not null,
  payment_reference_id uuid not null,
  state text not null default 'submitted' check (state in ('submitted', 'approved', 'rejected')),
  file_id uuid,
  pasted_text text,
  claimed_amount bigint check (claimed_amount > 0),
  claimed_currency text check (claimed_currency ~ '^[A-Z]{3}$'),
  claimed_on date,
  claimed_payer text,
  claimed_reference text,
  reference_key text generated always as (nullif(upper(regexp_replace(claimed_reference, '[^A-Za-z0-9]', '', 'g')), '')) stored,
  receiving_account_id uuid,
  note text,
  submitted_by_kind text not null check (submitted_by_kind in ('contact', 'link', 'member')),
  submitted_by uuid,
  submitter_name text,
  submitted_at timestamptz(3) not null,
  decided_at timestamptz(3),
  decided_by uuid,
  rejection_reason text,
  payment_id uuid,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, client_id) references clients (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, payment_reference_id) references payment_references (organization_id, id),
  foreign key (organization_id, file_id) references files (organization_id, id),
  foreign key (organization_id, receiving_account_id) references receiving_accounts (organization_id, id),
  check (file_id is not null or pasted_text is not null)
);
create index payment_proofs__queue on payment_proofs (organization_id, state, id);
create index payment_proofs__of_invoice on payment_proofs (organization_id, invoice_id, id desc);
create index payment_proofs__of_client on payment_proofs (organization_id, client_id, id desc);
create index payment_proofs__of_file on payment_proofs (organization_id, file_id) where file_id is not null;
create index payment_proofs__same_reference on payment_proofs (organization_id, reference_key, id) where reference_key is not null;
-- One proof at a time: the next is sent when the first is decided.
create unique index payment_proofs__one_waiting on payment_proofs (organization_id, invoice_id) where state = 'submitted';
select app.protect('payment_proofs', 'select, insert, update');

create table payments (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  client_id uuid not null,
  receiving_account_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  credited bigint not null default 0 check (credited >= 0 and credited <= amount),
  received_on date not null,
  method text not null,
  payer text,
  external_reference text,
  reference_key text generated always as (nullif(upper(regexp_replace(external_reference, '[^A-Za-z0-9]', '', 'g')), '')) stored,
  note text,
  proof_id uuid,
  base_currency text not null check (base_currency ~ '^[A-Z]{3}$'),
  base_rate numeric(28,12) not null,
  base_rate_date date not null,
  base_amount bigint not null,
  recorded_by uuid,
  created_at timestamptz(3) not null,
  primary key (organization_id, id),
  foreign key (organization_id, client_id) references clients (organization_id, id),
  foreign key (organization_id, receiving_account_id) references receiving_accounts (organization_id, id),
  foreign key (organization_id, proof_id) references payment_proofs (organization_id, id)
);
comment on column payments.reference_key is 'the reference without spaces and signs, in capitals: how the same one is recognised; a stored column because lower() is not leakproof and would lose its index under row-level security';
comment on column payments.credited is 'the part that settled no invoice and became client credit';
create index payments__recent on payments (organization_id, id desc);
create index payments__of_client on payments (organization_id, client_id, id desc);
create index payments__same_reference on payments (organization_id, reference_key, id) where reference_key is not null;
select app.protect('payments', 'select, insert');
alter table payment_proofs add constraint payment_proofs__payment
  foreign key (organization_id, payment_id) references payments (organization_id, id);

-- What settles what: a payment or a client's credit against an invoice.
create table allocations (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  kind text not null check (kind in ('payment', 'credit')),
  payment_id uuid,
  invoice_id uuid not null,
  client_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  created_at timestamptz(3) not null,
  created_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, payment_id) references payments (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, client_id) references clients (organization_id, id),
  check ((kind = 'payment') = (payment_id is not null))
);
create index allocations__of_invoice on allocations (organization_id, invoice_id, id);
create index allocations__of_payment on allocations (organization_id, payment_id, id) where payment_id is not null;
create index allocations__credits_of_client on allocations (organization_id, client_id, id desc) where kind = 'credit';
select app.protect('allocations', 'select, insert');

create table receipts (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  number text not null,
  payment_id uuid,
  allocation_id uuid,
  client_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  tax bigint not null default 0,
  receipt_date date not null,
  content_hash bytea not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, id),
  constraint receipts__number unique (organization_id, number),
  constraint receipts__payment unique (organization_id, payment_id),
  constraint receipts__allocation unique (organization_id, allocation_id),
  foreign key (organization_id, payment_id) references payments (organization_id, id),
  foreign key (organization_id, allocation_id) references allocations (organization_id, id),
  foreign key (organization_id, client_id) references clients (organization_id, id),
  check ((payment_id is null) <> (allocation_id is null))
);
comment on column receipts.allocation_id is 'set where credit, not a payment, settled the invoice';
create index receipts__recent on receipts (organization_id, id desc);
create index receipts__of_client on receipts (organization_id, client_id, id desc);
select app.protect('receipts', 'select, insert');

-- The ledger: double entry, balanced by construction. One posting is one row with a debit and a credit account of the same currency.
create table ledger_accounts (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  kind text not null check (kind in ('receivable', 'client_credit', 'revenue', 'tax', 'cash', 'exchange', 'rounding', 'write_off')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  subject text not null default '',
  created_at timestamptz(3) not null,
  primary key (organization_id, id),
  constraint ledger_accounts__currency unique (organization_id, id, currency),
  constraint ledger_accounts__one unique (organization_id, kind, currency, subject)
);
comment on column ledger_accounts.subject is 'the tax rate key of a tax account, the receiving account of a cash account, else empty';
select app.protect('ledger_accounts', 'select, insert');

create table journal_entries (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  kind text not null check (kind in ('invoice_issued', 'invoice_voided', 'payment_received', 'credit_applied')),
  source_kind text not null,
  source_id uuid not null,
  client_id uuid not null,
  occurred_on date not null,
  created_at timestamptz(3) not null,
  created_by uuid,
  primary key (organization_id, id),
  constraint journal_entries__once unique (organization_id, kind, source_id),
  foreign key (organization_id, client_id) references clients (organization_id, id)
);
create index journal_entries__of_client on journal_entries (organization_id, client_id, occurred_on, id);
select app.protect('journal_entries', 'select, insert');

create table postings (
  organization_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  debit_account_id uuid not null,
  credit_account_id uuid not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  base_currency text not null check (base_currency ~ '^[A-Z]{3}$'),
  base_amount bigint not null check (base_amount >= 0),
  base_rate numeric(28,12) not null check (base_rate > 0),
  client_id uuid not null,
  invoice_id uuid,
  payment_id uuid,
  primary key (organization_id, entry_id, position),
  foreign key (organization_id, entry_id) references journal_entries (organization_id, id),
  foreign key (organization_id, debit_account_id, currency) references ledger_accounts (organization_id, id, currency),
  foreign key (organization_id, credit_account_id, currency) references ledger_accounts (organization_id, id, currency),
  foreign key (organization_id, client_id) references clients (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, payment_id) references payments (organization_id, id),
  check (debit_account_id <> credit_account_id)
);
create index postings__debits on postings (organization_id, debit_account_id, entry_id) include (amount, base_amount, client_id);
create index postings__credits on postings (organization_id, credit_account_id, entry_id) include (amount, base_amount, client_id);
create index postings__of_client on postings (organization_id, client_id, currency, entry_id);
create index postings__of_invoice on postings (organization_id, invoice_id, entry_id) where invoice_id is not null;
select app.protect('postings', 'select, insert');

-- The only stored balances: they guard spending under concurrency and are checked against the postings by `portico verify`.
create table client_balances (
  organization_id uuid not null,
  client_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  receivable bigint not null default 0 check (receivable >= 0),
  credit bigint not null default 0 constraint client_balances__credit check (credit >= 0),
  -- 2^53 - 1, the largest integer that is exact in JSON.
  constraint client_balances__exact check (receivable <= 9007199254740991 and credit <= 9007199254740991),
  updated_at timestamptz(3) not null,
  primary key (organization_id, client_id, currency),
  foreign key (organization_id, client_id) references clients (organization_id, id)
);
select app.protect('client_balances', 'select, insert, update');

create policy search on invoices for select to portico_search using (true);
grant select (organization_id, id, client_id, search_text, deleted_at) on invoices to portico_search;
-- As app.search_clients, but in the order of the list: the newest that contain every word typed (numbers, orders, references, clients). Only
-- where nothing does, and no number was typed, those of clients with a like name. A word that very many hold (told by the newest 2,000) is looked for from
-- the newest on, where enough turn up soon; any other through the trigrams.
create function app.search_invoices(term text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  words text[] := string_to_array(term, ' ');
  found_among uuid[];
begin
  if (select count(*) from (select i.search_text from invoices i where i.organization_id = app.organization() and i.deleted_at is null order by i.id desc limit 2000) newest
      where newest.search_text like app.containing(words[1]) and newest.search_text like app.containing(words[2]) and newest.search_text like app.containing(words[3])) >= 100 then
    found_among := array(
      select newest.id from (select i.id, i.client_id, i.search_text from invoices i where i.organization_id = app.organization() and i.deleted_at is null order by i.id desc limit 20000) newest
      where newest.search_text like app.containing(words[1]) and newest.search_text like app.containing(words[2]) and newest.search_text like app.containing(words[3])
        and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = newest.client_id))
      order by newest.id desc limit most);
    if cardinality(found_among) = most then
      return query select f, 1::real from unnest(found_among) f;
      return;
    end if;
  end if;
  return query
    select i.id, 1::real as rank from invoices i
    where i.organization_id = app.organization() and i.deleted_at is null
      and (app.limited_member() is null or exists (select 1 from client_assignments a
        where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = i.client_id))
      and i.search_text like app.containing(words[1]) and i.search_text like app.containing(words[2]) and i.search_text like app.containing(words[3])
    order by i.id desc limit most;
  if found or term ~ '\d' then return; end if;
  return query
    select i.id, n.rank from (
      select c.id, word_similarity(term, c.search_text) as rank from clients c
      where c.organization_id = app.organization() and term <% c.search_text
        and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = c.id))
      order by 2 desc, 1 desc limit 20) n
      cross join lateral (
        select i.id from invoices i where i.organization_id = app.organization() and i.client_id = n.id and i.deleted_at is null order by i.id desc limit most) i
    order by 1 desc limit most;
end $$;

create policy search on price_items for select to portico_search using (true);
grant select (organization_id, id, name_key, search_text, deleted_at) on price_items to portico_search;
-- As app.search_clients.
create function app.search_price_items(term text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.4 set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare words text[] := string_to_array(term, ' ');
begin
  return query
    select f.id, (word_similarity(term, f.search_text) + similarity(term, f.name_key) + starts_with(f.name_key, term)::int)::real as rank from (
      (
        select p.id, p.name_key, p.search_text from price_items p
        where p.organization_id = app.organization() and p.deleted_at is null
          and p.name_key >= term and p.name_key < term || chr(1114111)
        order by p.name_key limit 200)
      union
      (
        select p.id, p.name_key, p.search_text from price_items p
        where p.organization_id = app.organization() and p.deleted_at is null
          and p.search_text like app.containing(words[1]) and p.search_text like app.containing(words[2]) and p.search_text like app.containing(words[3])
        limit 1000)
    ) f order by 2 desc, 1 desc limit most;
  if found or term ~ '@|\d{4}' then return; end if;
  return query
    select p.id, word_similarity(term, p.search_text) as rank from price_items p
    where p.organization_id = app.organization() and p.deleted_at is null
      and term <% p.search_text
    order by 2 desc, 1 desc limit most;
end $$;

do $$
declare f text;
begin
  foreach f in array array['app.search_clients(text, integer, text)', 'app.search_invoices(text, integer)', 'app.search_price_items(text, integer)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to portico_app, portico_worker', f);
    execute format('alter function %s owner to portico_search', f);
  end loop;
end $$;
