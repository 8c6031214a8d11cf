package dev.callboard.report.digest;

import static dev.callboard.report.digest.Deliveries.bound;
import static dev.callboard.report.digest.Deliveries.cut;
import static dev.callboard.report.digest.Deliveries.part;
import static dev.callboard.report.digest.Deliveries.poll;
import static dev.callboard.report.digest.Deliveries.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Cases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When other minutes are proposed, and when they are not. */
class ProposalsTest {

  private final Deliveries given = new Deliveries();

  private List<String> sentences() {
    return given.digest().proposals().stream().map(Proposal::sentence).toList();
  }

  private void polls(double planned, String actual) {
    for (String minutes : actual.split(" ")) {
      given.given("a", poll(planned, Double.parseDouble(minutes)));
    }
  }

  @Test
  void proposal_saysItsEvidence() {
    polls(10, "14 15 14 10 13 14 16 11 14");

    assertThat(sentences())
        .containsExactly(
            "Plan Poll 1 at 14 minutes, not 10: median 14 over 9 deliveries of this version, 7 of"
                + " them over by 2 min or more");
  }

  @Test
  void shorter_isProposedToo() {
    polls(30, "22.5 24 20");

    assertThat(sentences())
        .containsExactly(
            "Plan Poll 1 at 23 minutes, not 30: median 22.5 over 3 deliveries of this version, 3 of"
                + " them under by 2 min or more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "too few           | 10 | 14 14",
        "too little        | 10 | 11.9 11.9 11.9",
        "too small a share | 20 | 22.9 22.9 22.9",
        "no clear side     | 10 | 10 10 15 15",
        "one bad day       | 10 | 10 10 40"
      })
  void otherwise_nothingIsProposed(String why, double planned, String actual) {
    polls(planned, actual.strip());

    assertThat(sentences()).as(why).isEmpty();
  }

  @Test
  void onTheEdge_itIsProposed() {
    polls(10, "12 12 12");

    assertThat(given.digest().proposals()).extracting(Proposal::proposed).containsExactly(12);
  }

  @Test
  void deliveriesInWhichItWasCutOrLeftOut_countForNothing() {
    polls(10, "14 14");
    given.given("a", cut(poll(10, 4))).given("a", skipped(poll(10, 0)));
    assertThat(sentences()).isEmpty();

    polls(10, "15");
    assertThat(sentences()).singleElement().asString().contains("median 14 over 3 deliveries");
  }

  @Test
  void olderVersions_countForNothing() {
    polls(10, "14 14 14 14");
    given.given("b", poll(14, 14));

    assertThat(sentences()).isEmpty();
  }

  @Test
  void leastOfThePlan_isKept() {
    for (int i = 0; i < 3; i++) {
      given.given("a", bound(poll(10, 3), 6, false), part("qa", 10, 14));
    }

    assertThat(given.digest().proposals())
        .extracting(one -> one.segment() + " " + one.proposed())
        .containsExactly("poll-1 6", "qa 14");
  }

  @Test
  void cushionsAndFixedEnds_areLeftAlone() {
    for (int i = 0; i < 3; i++) {
      given.given("a", bound(poll(10, 3), 0, true));
    }

    assertThat(sentences()).isEmpty();
  }

  @Test
  void anyProposal_isTheSameInAnyOrder_andPassesItsOwnRule() {
    Cases.each(
        300,
        random -> {
          Deliveries some = new Deliveries();
          int planned = 3 + random.nextInt(40);
          int shift = random.nextInt(-5, 9);
          for (int i = random.nextInt(12); i >= 0; i--) {
            double actual = Math.max(0.5, planned + shift + random.nextGaussian() * 3);
            some.given("v" + random.nextInt(2), poll(planned, actual));
          }
          List<DeliverySummary> shuffled = new ArrayList<>(some.all());
          Collections.shuffle(shuffled, random);
          Digest digest = some.digest();
          assertThat(Digest.of(shuffled)).contains(digest);

          String newest = some.all().getLast().version();
          List<Double> taken =
              some.all().stream()
                  .filter(one -> one.version().equals(newest))
                  .map(one -> one.parts().getFirst().actual().toMillis() / 60_000.0)
                  .sorted()
                  .toList();
          double median = (taken.get((taken.size() - 1) / 2) + taken.get(taken.size() / 2)) / 2;
          double off = median - planned;
          long agreeing = taken.stream().filter(t -> (t - planned) * Math.signum(off) >= 2).count();
          boolean wanted =
              taken.size() >= 3
                  && Math.abs(off) >= 2
                  && Math.abs(off) * 100 >= planned * 15
                  && agreeing * 2 > taken.size()
                  && Math.abs(Math.max(1, Math.floor(median + 0.5)) - planned) >= 2;
          assertThat(!digest.proposals().isEmpty()).isEqualTo(wanted);
        });
  }
}
