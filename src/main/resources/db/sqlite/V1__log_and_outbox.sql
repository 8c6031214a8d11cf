-- Times are microseconds since 1970-01-01T00:00:00Z.

create table session (
  id text primary key,
  newest integer not null,
  is_open integer not null,
  opened_at integer not null
) without rowid;

create table event (
  session text not null references session (id),
  seq integer not null,
  at integer not null,
  who text not null,
  body text not null,
  primary key (session, seq)
) without rowid;

create table delivery (
  key text primary key,
  at integer not null
) without rowid;

create table room (
  platform text not null,
  tenant text not null,
  place text not null,
  session text not null references session (id),
  kind text not null,
  primary key (platform, tenant, place)
) without rowid;

create table member (
  session text not null references session (id),
  platform text,
  account text,
  email text
);
create index member_account on member (platform, account);
create index member_email on member (email);

create table outbox (
  id integer primary key autoincrement,
  session text,
  post text not null,
  lane text not null,
  body text not null,
  state integer not null default 0, -- 0 waits, 1 sent, 2 given up
  attempts integer not null default 0,
  due integer not null,
  committed integer not null,
  settled integer,
  receipt text,
  reason text
);
create index outbox_waiting on outbox (lane, id) where state = 0;
create index outbox_receipt on outbox (session, post) where receipt is not null;

create table lane (
  name text primary key,
  server text not null,
  until integer not null
) without rowid;
