-- All classes write their events at the end of one table, and each knows the row before it of its
-- class; the row of a class knows its newest. An index of all would touch a page of its own for
-- nearly every class that writes.
alter table event rename to event_by_class;

create table event (
  id integer primary key,
  session text not null references session (id),
  seq integer not null,
  at integer not null,
  who text not null,
  body text not null,
  previous integer
);

insert into event (id, session, seq, at, who, body, previous)
select n, session, seq, at, who, body, case when seq > 1 then n - 1 end
from (select row_number() over (order by session, seq) n, o.* from event_by_class o) old;

drop table event_by_class;

alter table session add column tip integer;

update session
set tip = newest_row.id
from (select session, max(id) id from event group by session) newest_row
where newest_row.session = session.id;

create unique index event_step on event (session, seq) where seq % 64 = 1;
