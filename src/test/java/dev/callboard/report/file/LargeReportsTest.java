package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Member;
import dev.callboard.report.GivenClass;
import dev.callboard.report.model.ClassReport;
import dev.callboard.session.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reports of crowds; their times are printed, for machines differ. */
class LargeReportsTest {

  private static GivenClass crowd(int people) {
    List<Member> learners =
        IntStream.range(0, people)
            .mapToObj(i -> GivenClass.learner("p" + i, "Person " + i))
            .toList();
    GivenClass given = GivenClass.of(8, learners);
    learners.forEach(one -> given.joins(Math.floorMod(one.key().hashCode(), 900), one.key()));
    IntStream.rangeClosed(2, 8).forEach(i -> given.event(i * 450, new Event.Entered("part-" + i)));
    return given.event(4_800, new Event.Ended());
  }

  /** What the processor did, for other tests may run beside. */
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long millis(long since) {
    return (now() - since) / 1_000_000;
  }

  @Test
  void crowds_areReportedInTime() throws IOException {
    for (int people : new int[] {1_000, 1_000, 1_000, 1_000, 1_000, 5_000, 10_000, 10_000}) {
      GivenClass given = crowd(people);
      var session = given.session();
      long start = now();
      ClassReport report =
          ClassReport.of(session, given.log(), GivenClass.START.plusSeconds(5_000));
      long model = millis(start);
      start = now();
      String page = ReadBack.html(report);
      long html = millis(start);
      start = now();
      ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
      Workbook.write(report, xlsx);
      long book = millis(start);
      start = now();
      String json = ReportJson.of(report).toString();
      System.out.printf(
          "%d people: model %d ms, page %d ms (%d kB), workbook %d ms, JSON %d ms%n",
          people, model, html, page.length() / 1_000, book, millis(start));
      assertThat(json).contains("Person " + (people - 1));
      assertThat(page).contains("Person " + (people - 1));
    }
    long start = now();
    int bytes = ReadBack.pdf(crowd(1_000).report(5_000)).length;
    System.out.printf("1000 people: PDF %d ms (%d kB)%n", millis(start), bytes / 1_000);
  }
}
