-- What was told of meetings that no class has, for the class that may be opened there. It is deleted
-- when a class takes it, and when none has for half a day.
create table unclaimed (
  key text primary key, -- of its delivery
  platform text not null,
  tenant text not null,
  place text not null,
  occurrence text not null,
  number bigint not null, -- counted within its meeting
  at bigint not null, -- when it happened
  kept bigint not null,
  body text not null
);
create index unclaimed_place on unclaimed (platform, tenant, place, number);
