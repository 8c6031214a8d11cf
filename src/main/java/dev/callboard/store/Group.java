package dev.callboard.store;

import dev.callboard.desk.Outcome;
import dev.callboard.store.EarlyFacts.Keep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Writes the jobs of one transaction: commits first, then early facts, then the other work. */
final class Group {

  private final Dialect dialect;

  Group(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Jobs of one kind, and where they stand among all. */
  private record Part<T>(List<T> jobs, List<Integer> places) {

    Part() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(T job, int place) {
      jobs.add(job);
      places.add(place);
    }

    void put(List<Outcome> outcomes, Outcome[] all) {
      for (int i = 0; i < outcomes.size(); i++) {
        all[places.get(i)] = outcomes.get(i);
      }
    }
  }

  /** Tells what came of each job, in their order. */
  List<Outcome> write(List<Job> jobs, Statements statements) throws SQLException {
    Part<Row> rows = new Part<>();
    Part<Keep> keeps = new Part<>();
    List<Job> works = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Row row = jobs.get(i).row();
      Keep keep = jobs.get(i).keep();
      if (row != null) {
        rows.add(row, i);
      } else if (keep != null) {
        keeps.add(keep, i);
      } else {
        works.add(jobs.get(i));
      }
    }
    Outcome[] all = new Outcome[jobs.size()];
    Arrays.fill(all, Outcome.DONE);
    EarlyFacts early = new EarlyFacts(statements, dialect);
    if (!keeps.jobs().isEmpty() && rows.jobs().stream().noneMatch(Row::takesRooms)) {
      early.lock();
    }
    if (!rows.jobs().isEmpty()) {
      rows.put(List.of(new LogWrites(statements, dialect).write(rows.jobs())), all);
    }
    if (!keeps.jobs().isEmpty()) {
      keeps.put(early.keep(keeps.jobs()), all);
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
