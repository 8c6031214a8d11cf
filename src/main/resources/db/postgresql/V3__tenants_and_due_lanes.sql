-- Null for accounts that a plan names, because plans name no tenant.
alter table member add column tenant text;

-- Lanes that have something due are found in the index alone, however many rows are settled.
drop index outbox_waiting;
create index outbox_waiting on outbox (lane, id, due) where state = 0;
