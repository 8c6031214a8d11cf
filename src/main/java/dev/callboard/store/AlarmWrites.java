package dev.callboard.store;

import dev.callboard.desk.Alarm;
import dev.callboard.desk.Commit;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets the alarms of classes, in the transaction of the commits that moved them. It writes to the
 * table of db-scheduler itself, because a task scheduled in a transaction of its own could be lost
 * or be early. A row that is set anew is nobody's any more, so whoever was just handling it finds
 * that out by its version.
 */
final class AlarmWrites {

  private static final String SET =
      "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
          + " values ('"
          + Alarms.TASK
          + "', ?, ?, false, 1) on conflict (task_name, task_instance) do update set"
          + " execution_time = excluded.execution_time, picked = false, picked_by = null,"
          + " last_heartbeat = null, version = scheduled_tasks.version + 1";
  private static final String CLEAR =
      "delete from scheduled_tasks where task_name = '" + Alarms.TASK + "' and task_instance = ?";

  private final Statements statements;
  private final Dialect dialect;

  /** The last word of each class. */
  private final Map<String, Alarm> alarms = new TreeMap<>();

  AlarmWrites(Statements statements, Dialect dialect) {
    this.statements = statements;
    this.dialect = dialect;
  }

  void add(Commit commit) {
    if (commit.session() != null && !(commit.alarm() instanceof Alarm.Keep)) {
      alarms.put(commit.session().value(), commit.alarm());
    }
  }

  void run() throws SQLException {
    for (Map.Entry<String, Alarm> entry : alarms.entrySet()) {
      if (entry.getValue() instanceof Alarm.At at) {
        statements.batch(SET, entry.getKey(), dialect.timestamp(at.due()));
      } else {
        statements.update(CLEAR, entry.getKey());
      }
    }
    if (alarms.values().stream().anyMatch(Alarm.At.class::isInstance)) {
      statements.run(SET);
    }
  }
}
