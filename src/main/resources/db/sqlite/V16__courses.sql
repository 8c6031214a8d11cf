-- Of which plan a class is a delivery, where its own plan is a copy of that; null where it is not.
alter table session add column course text;
