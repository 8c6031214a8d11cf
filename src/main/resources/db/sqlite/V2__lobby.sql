-- What was said in the lobby, in the order of its numbers; a change is another row.
create table lobby_post (
  number integer primary key autoincrement,
  source text not null unique,
  place text not null,
  change text not null,
  post integer not null,
  author text not null,
  author_name text not null,
  at integer not null,
  content text not null
);
create index lobby_post_place on lobby_post (place, number);
