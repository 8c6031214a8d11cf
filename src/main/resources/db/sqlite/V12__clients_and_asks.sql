-- Whose a class is, empty for nobody's in particular, and of which plan, as its first event says:
-- programs ask for those of one client. A class of which that is not known is shown to none.
alter table session add column client text;
alter table session add column plan text;

update session
set client = coalesce(json_extract(e.body, '$.plan.client'), ''), plan = json_extract(e.body, '$.plan.key')
from event e
where e.session = session.id and e.seq = 1;

create index session_client on session (client, opened_at desc, id desc);

-- What was asked for under a key that a program made, as a digest, and the class it was done in; null
-- for those of platforms.
alter table delivery add column asks text;
alter table delivery add column session text;
