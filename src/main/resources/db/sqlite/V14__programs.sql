-- The program that spoke for whom an event is by; null when it was they themselves.
alter table event add column via text;
