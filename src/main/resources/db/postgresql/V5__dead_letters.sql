-- state 3 of the outbox: dropped, because it was overtaken or stale; nobody misses it.

-- Why a message was given up, in words for the producer.
alter table outbox add column sentence text;
create index outbox_dead on outbox (session, settled) where state = 2;
