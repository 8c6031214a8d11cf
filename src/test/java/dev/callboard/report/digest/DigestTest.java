package dev.callboard.report.digest;

import static dev.callboard.report.digest.Deliveries.cut;
import static dev.callboard.report.digest.Deliveries.minutes;
import static dev.callboard.report.digest.Deliveries.part;
import static dev.callboard.report.digest.Deliveries.poll;
import static dev.callboard.report.digest.Deliveries.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.report.digest.DeliverySummary.Part;
import dev.callboard.session.Event;
import dev.callboard.session.Event.NoteFor;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import dev.callboard.session.Issue;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class DigestTest {

  private static final Logger LOG = LoggerFactory.getLogger(DigestTest.class);
  private static final Instant START = Instant.parse("2026-11-24T14:00:00Z");

  @Test
  void none_haveNoDigest() {
    assertThat(Digest.of(List.of())).isEmpty();
  }

  @Test
  void versions_areInTheOrderTheyWereGiven() {
    Digest digest =
        new Deliveries()
            .given("a", poll(10, 14))
            .given("a", poll(10, 15))
            .given("b", poll(14, 14))
            .given("a", poll(10, 13))
            .digest();

    assertThat(digest.versions())
        .extracting(one -> one.number() + one.fingerprint() + one.deliveries() + one.first())
        .containsExactly("1a32026-03-02", "2b12026-03-04");
    assertThat(digest.newest()).as("the version of the last delivery").isEqualTo(1);
    assertThat(digest.segments().getFirst().trend())
        .extracting(trend -> trend.version() + " " + trend.over().median().toMinutes())
        .containsExactly("1 4", "2 0");
  }

  @Test
  void segments_areCountedByWhatBecameOfThem() {
    Digest digest =
        new Deliveries()
            .given("a", poll(10, 14), part("old", 5, 5))
            .given("b", cut(poll(10, 4)), part("qa", 5, 5))
            .given("b", skipped(poll(10, 0)), part("qa", 5, 9))
            .digest();

    assertThat(digest.segments())
        .extracting(SegmentDigest::segment)
        .containsExactly("poll-1", "qa", "old");
    SegmentDigest poll = digest.segments().getFirst();
    assertThat(List.of(poll.had(), poll.given(), poll.cut(), poll.skipped()))
        .containsExactly(3, 2, 1, 1);
    assertThat(poll.over()).isEqualTo(Spread.of(List.of(minutes(4), minutes(-6))).orElseThrow());
  }

  private static List<Recorded> log() {
    List<Recorded> log = new ArrayList<>();
    add(
        log,
        -600,
        "priya",
        new Event.Opened(SamplePlans.hybrid(), new Rooms(List.of(), List.of()), START));
    add(log, 0, "priya", new Event.Started());
    add(log, 300, "priya", new Event.Entered("poll-1"));
    add(log, 400, "priya", new Event.Extended("poll-1", Duration.ofMinutes(5)));
    add(
        log,
        500,
        "priya",
        new Event.Noted(NoteFor.DESIGNER, "Too long", "poll-1", Duration.ofMinutes(2)));
    add(log, 500, "priya", new Event.Noted(NoteFor.TEAM, "PRIVATE", "poll-1", Duration.ZERO));
    add(log, 500, "priya", new Event.Skipped("qa"));
    add(log, 1_200, "priya", new Event.Entered("activity"));
    add(log, 1_300, "priya", new Event.Extended("activity", Duration.ofMinutes(-5)));
    add(
        log,
        2_400,
        "priya",
        new Event.Inserted("film", "A film", Duration.ofMinutes(10), "activity"));
    add(log, 2_400, "priya", new Event.Entered("film"));
    add(log, 3_000, "priya", new Event.Ended());
    add(log, 4_000, "fay", new Event.Debriefed(Topic.KEEP, null, null, "The opener"));
    add(log, 4_000, "fay", new Event.Debriefed(Topic.ACTIVITY, "poll-1", Went.BADLY, "Long"));
    return log;
  }

  private static void add(List<Recorded> log, int second, String by, Event event) {
    log.add(new Recorded(log.size() + 1, START.plusSeconds(second), by, event));
  }

  private static Session session(List<Recorded> log) {
    return Session.fold(new SessionId("hybrid-1124"), log).orElseThrow();
  }

  private static DeliverySummary.Trouble trouble(
      @Nullable String segment, String what, @Nullable String device, boolean fixed) {
    return new DeliverySummary.Trouble(segment, what, device, fixed, Duration.ofMinutes(3));
  }

  @Test
  void issues_areCountedBySegmentAndWords() {
    Digest digest =
        new Deliveries()
            .given("a", poll(10, 14), part("qa", 5, 5))
            .troubled(
                trouble("qa", "no audio", "Mac", true),
                trouble("poll-1", "Poll does not open", null, true),
                trouble("poll-1", "poll does not open!", "iPhone", false),
                trouble(null, "no entry", null, true))
            .given("a", poll(10, 15), part("qa", 5, 5))
            .troubled(
                trouble("poll-1", "no audio", null, true),
                trouble("poll-1", "poll does not open", "iPhone", true),
                trouble("gone", "no video", null, true))
            .digest();

    assertThat(digest.issues())
        .extracting(one ->
            String.join(
                " | ",
                one.segment(),
                one.what(),
                one.onDevices(),
                one.times() + " in " + one.deliveries(),
                one.fixed() + " fixed, " + one.lost().toMinutes() + " min"))
        .containsExactly(
            "Poll 1 | Poll does not open | iPhone 2× | 3 in 2 | 2 fixed, 9 min",
            "Poll 1 | no audio |  | 1 in 1 | 1 fixed, 3 min",
            "qa | no audio | Mac | 1 in 1 | 1 fixed, 3 min",
            " | no entry |  | 1 in 1 | 1 fixed, 3 min",
            " | no video |  | 1 in 1 | 1 fixed, 3 min");
    assertThat(DigestText.lines(digest))
        .contains(
            "What did not work:",
            "  Poll 1: Poll does not open (iPhone 2×), 3× in 2 deliveries, fixed 2×, 9 min lost",
            "  outside the segments: no entry, 1× in 1 delivery, fixed 1×, 3 min lost");
  }

  @Test
  void issuesOfADelivery_nameNobody() {
    List<Recorded> log = log();
    Recorded end = log.removeLast();
    Issue.What what = new Issue.What("lee", "lee and Ana Ruiz hear nothing", "iPad");
    add(log, 120, "priya", new Event.IssueRaised(1, what, "welcome"));
    log.add(end);

    assertThat(DeliverySummary.of(session(log)).orElseThrow().issues())
        .containsExactly(
            new DeliverySummary.Trouble(
                "welcome",
                "a learner and a learner hear nothing",
                "iPad",
                false,
                Duration.ofMinutes(48)));
  }

  @Test
  void summary_tellsWhatADeliveryCameTo() {
    DeliverySummary summary = DeliverySummary.of(session(log())).orElseThrow();

    assertThat(summary.ran()).isEqualTo(Duration.ofMinutes(50));
    assertThat(summary.over()).isEqualTo(Duration.ofMinutes(-10));
    assertThat(summary.learners()).isEqualTo(2);
    assertThat(summary.parts())
        .extracting(part ->
            part.segment()
                + " "
                + part.actual().toMinutes()
                + (part.inserted() ? " inserted" : "")
                + (part.skipped() ? " skipped" : "")
                + (part.cut() ? " cut" : "")
                + (part.extended() ? " extended" : ""))
        .containsExactly(
            "welcome 5",
            "poll-1 15 extended",
            "activity 20 cut",
            "qa 0 skipped",
            "film 10 inserted");
    assertThat(summary.notes())
        .extracting(DeliverySummary.Remark::text)
        .containsExactly("Too long");
    assertThat(summary.debrief())
        .extracting(word -> word.role() + " " + word.topic() + " " + word.text())
        .containsExactly("facilitator KEEP The opener", "facilitator ACTIVITY Long");
  }

  @Test
  void classThatDidNotRunToItsEnd_hasNoSummary() {
    List<Recorded> log = log();

    assertThat(DeliverySummary.of(session(log.subList(0, 1)))).isEmpty();
    assertThat(DeliverySummary.of(session(log.subList(0, 5)))).isEmpty();
    List<Recorded> closed = new ArrayList<>(log.subList(0, 1));
    add(closed, 10, "priya", new Event.Ended());
    assertThat(DeliverySummary.of(session(closed))).isEmpty();
  }

  @Test
  void version_isWhatTheDesignerWrote() {
    String hybrid = Fingerprint.of(SamplePlans.hybrid());

    assertThat(Fingerprint.of(SamplePlans.hybrid())).isEqualTo(hybrid).matches("[0-9a-f]{12}");
    assertThat(
            Fingerprint.of(SamplePlans.hybrid().with(List.of(), SamplePlans.hybrid().attendance())))
        .as("other people")
        .isEqualTo(hybrid);
    assertThat(Fingerprint.of(SamplePlans.named("copy", "Hybrid for Acme")))
        .as("what it is called")
        .isEqualTo(hybrid);
    assertThat(Fingerprint.of(SamplePlans.many("hybrid", 4))).isNotEqualTo(hybrid);
  }

  @Test
  void text_saysItAll() {
    Session session = session(log());
    Digest digest = Digest.of(List.of(DeliverySummary.of(session).orElseThrow())).orElseThrow();
    List<String> lines = DigestText.lines(digest);

    assertThat(String.join("\n", lines))
        .startsWith("Facilitating Hybrid Meetings (hybrid): 1 delivery of 1 version\n")
        .contains("2026-11-24: 1 delivery, 0 of 2 learners came, class over its slot by −10 min")
        .contains("Nothing to plan otherwise.")
        .contains("went: badly 1")
        .contains("2026-11-24, facilitator, badly: Long")
        .contains("2026-11-24, note, class +2 min: Too long")
        .contains("To keep:\n  2026-11-24, facilitator: The opener")
        .contains("+ A film")
        .doesNotContain("PRIVATE");
    assertThat(lines)
        .anyMatch(line -> line.matches("Poll 1 +10 +\\+5 +\\+5 to \\+5 +\\+5 +1/1 +0 +0 +1"));
  }

  /** How long it takes is printed, not held to: machines differ. */
  @Test
  void twoHundredDeliveries_areDigestedInNoTime() {
    Random random = new Random(7);
    Deliveries given = new Deliveries();
    for (int i = 0; i < 200; i++) {
      Part[] parts = new Part[12];
      for (int p = 0; p < parts.length; p++) {
        parts[p] = part("part-" + p, 10, 10 + random.nextGaussian() * 4);
      }
      given.given("v" + i / 50, parts);
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long before = System.nanoTime();
      assertThat(given.digest().deliveries()).isEqualTo(200);
      long took = System.nanoTime() - before;
      best = i == 0 ? took : Math.min(best, took);
      if (i == 0) {
        LOG.info("digest of 200 deliveries, the first time: {} ms", took / 1e6);
      }
    }
    LOG.info("digest of 200 deliveries, the best time: {} ms", best / 1e6);
  }
}
