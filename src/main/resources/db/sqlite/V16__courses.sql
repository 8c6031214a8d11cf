-- Of which plan a class is a delivery: that which its own plan is a copy of, or its own.
alter table session add column course text;

update session
set course = plan;

create index session_course on session (course, opened_at desc);
