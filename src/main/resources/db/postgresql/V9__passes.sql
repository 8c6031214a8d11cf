-- Who is signed in at the desk. Nothing here lets anybody in who reads it, but for the key that links
-- are sealed with.
create table secret (
  name text primary key,
  value text not null
);

-- Links that were used, until they would have ended anyway.
create table used_link (
  link text primary key,
  until bigint not null
);

create table pass (
  hash text primary key, -- of what the browser shows
  platform text not null,
  tenant text not null,
  account text not null,
  name text not null,
  email text,
  until bigint not null
);

-- The board asks for all classes that are open.
create index session_open on session (opened_at) where is_open = 1;
