-- Who watches over all classes of a client, by address: boards ask for the open ones of one person.
create table lead (
  email text not null,
  session text not null references session (id),
  primary key (email, session)
);

-- A class of yesterday that was held today is today's. Null of those that ended before this was kept.
alter table session add column ended_at bigint;
