-- How people want to be prompted: the newest event that said so, by what they are known by in all
-- classes.
create table profile (
  identity text primary key,
  body text not null
);
