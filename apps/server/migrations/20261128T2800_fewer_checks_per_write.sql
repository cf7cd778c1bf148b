-- Each of these rows points to a client or an invoice of its organization, and those to the organization: a check of its own, and with it
-- a lock on the one row that everybody in the organization shares, says nothing that is not said already.
alter table invoices drop constraint invoices_organization_id_fkey;
alter table payment_references drop constraint payment_references_organization_id_fkey;
alter table journal_entries drop constraint journal_entries_organization_id_fkey;
-- Notes that are forgotten after days, written by row-level security for the organization that was entered and no other.
alter table idempotency_keys drop constraint idempotency_keys_organization_id_fkey;
alter table request_log drop constraint request_log_organization_id_fkey;
