-- What waits is found by rack, a thousand messages that came one after the other, and within it by
-- lane: in an index of lanes alone nearly every message of a rush would touch a page of its own.
drop index outbox_waiting;
create index outbox_waiting on outbox ((id >> 10), lane, id, due, state) where state = 0;
