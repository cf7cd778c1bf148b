-- The payment references of a client, newest first.
create index payment_references__of_client on payment_references (organization_id, client_id, id desc);
create index payment_references__recent on payment_references (organization_id, id desc);
