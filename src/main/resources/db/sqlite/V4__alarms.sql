-- The table of db-scheduler, in which each running class has one row: when its clock must look at it
-- next. Its layout is db-scheduler's own, see https://github.com/kagkarlsson/db-scheduler.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data blob,
  execution_time integer not null, -- milliseconds since 1970-01-01T00:00:00Z, as all its times
  picked integer not null,
  picked_by text,
  last_success integer,
  last_failure integer,
  consecutive_failures integer,
  last_heartbeat integer,
  version integer not null,
  priority integer,
  primary key (task_name, task_instance)
) without rowid;
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
