-- Who people turned out to be, by what meetings showed of them: confirmed by a person, remembered for
-- the classes of one client.
create table alias (
  client text not null,
  trait text not null,
  identity text not null,
  primary key (client, trait)
);
create index alias_identity on alias (identity);
