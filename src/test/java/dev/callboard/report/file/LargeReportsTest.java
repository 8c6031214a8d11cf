package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Member;
import dev.callboard.plan.Paper;
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
      assertThat(page).contains("Person 999");
      if (people > 1_000) {
        String rest = "And " + (people - 1_000) + " more: the report as Excel names them all.";
        assertThat(page).contains(rest);
      }
    }
    for (int people : new int[] {1_000, 10_000}) {
      ClassReport report = crowd(people).report(5_000);
      long start = now();
      byte[] pdf = ReadBack.pdf(report);
      System.out.printf(
          "%d people: PDF %d ms (%d kB)%n", people, millis(start), pdf.length / 1_000);
      assertThat(ReadBack.words(pdf)).contains("And " + (people - 500) + " more: the report");
    }
  }

  @Test
  void whoAsksAgainWithinTheMinute_hasTheSamePrint() {
    GivenClass given = crowd(3);
    Printing printing = new Printing();
    byte[] first = printing.pdf(given.report(5_000), 20, Paper.A4).orElseThrow();

    assertThat(printing.pdf(given.report(5_010), 20, Paper.A4)).containsSame(first);
    assertThat(printing.pdf(given.report(5_010), 21, Paper.A4).orElseThrow()).isNotSameAs(first);
    assertThat(printing.pdf(given.report(5_090), 20, Paper.A4).orElseThrow()).isNotSameAs(first);
    assertThat(printing.pdf(given.report(5_010), 20, Paper.LETTER).orElseThrow())
        .isNotSameAs(first);
  }
}
