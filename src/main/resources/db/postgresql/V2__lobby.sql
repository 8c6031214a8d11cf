-- What was said in the lobby, in the order of its numbers; a change is another row.
create table lobby_post (
  number bigint generated always as identity primary key,
  source text not null unique,
  place text not null,
  change text not null,
  post bigint not null,
  author text not null,
  author_name text not null,
  at bigint not null,
  content text not null
);
create index lobby_post_place on lobby_post (place, number);
