package dev.callboard.store;

import dev.callboard.desk.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Writes the jobs of one transaction: commits first, then the other work. */
final class Group {

  private final Dialect dialect;

  Group(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Tells what came of each job, in their order. */
  List<Outcome> write(List<Job> jobs, Statements statements) throws SQLException {
    List<Integer> places = new ArrayList<>(jobs.size());
    List<Row> rows = new ArrayList<>(jobs.size());
    List<Job> works = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Row row = jobs.get(i).row();
      if (row == null) {
        works.add(jobs.get(i));
      } else {
        places.add(i);
        rows.add(row);
      }
    }
    Outcome[] all = new Outcome[jobs.size()];
    Arrays.fill(all, Outcome.DONE);
    if (!rows.isEmpty()) {
      Outcome[] outcomes = new LogWrites(statements, dialect).write(rows);
      for (int i = 0; i < outcomes.length; i++) {
        all[places.get(i)] = outcomes[i];
      }
    }
    work(works, statements);
    return List.of(all);
  }

  private static void work(List<Job> works, Statements statements) throws SQLException {
    works.sort(Comparator.comparing(Job::resource));
    for (Job job : works) {
      if (job.work() != null) {
        job.work().run(statements);
      }
    }
  }
}
