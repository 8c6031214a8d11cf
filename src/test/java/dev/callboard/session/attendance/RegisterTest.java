package dev.callboard.session.attendance;

import static dev.callboard.session.attendance.ToldClass.at;
import static dev.callboard.session.attendance.ToldClass.guest;
import static dev.callboard.session.attendance.ToldClass.learner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import dev.callboard.session.attendance.Revision.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What later facts make of a register. */
class RegisterTest {

  private static final Place MEETING = new Place("zoom", "ACC1", "81234567890");

  private static MeetingRecord record(int until) {
    Row row = new Row(learner("amara", "c1"), at(0), at(until));
    return new MeetingRecord(MEETING, "occurrence", List.of(row));
  }

  private static Register signedOff() {
    Register register = new ToldClass().joins(0, learner("amara", "c1")).ends(3_600).register();
    return register.recorded(record(60)).with(new Revision(1, State.FINAL));
  }

  @Test
  void accountThatComesAfterTheSignature_opensARevision() {
    assertThat(signedOff().recorded(record(90)).revision())
        .isEqualTo(new Revision(2, State.PROVISIONAL));
  }

  @Test
  void accountThatSaysTheSame_leavesTheSignature() {
    assertThat(signedOff().recorded(record(60)).revision()).isEqualTo(new Revision(1, State.FINAL));
  }

  @Test
  void leaveThatOnlyTheEndOfTheMeetingTells_isConfessed() {
    Roll roll =
        new ToldClass()
            .joins(0, learner("amara", "c1"))
            .tells(2_400, new Sighting.Over())
            .ends(3_600)
            .roll(3_700);

    assertThat(roll.learner("amara").orElseThrow().verdict().sure())
        .containsExactly("a leave was not told, so it counts till the meeting was over");
  }

  /** A second try may say who it was where the first left that out; the order is not given. */
  @Test
  void factToldAgain_saysWhoItWasIfTheFirstDidNot() {
    Sighting first =
        new Sighting(MEETING, "occurrence", at(0), new Sighting.Joined(guest("c1", "Amara")));
    Sighting second =
        new Sighting(MEETING, "occurrence", at(0), new Sighting.Joined(learner("amara", "c1")));
    Register once = new ToldClass().register().witnessed(first, at(1), Policy.USUAL);

    assertThat(once.knows(first)).isTrue();
    assertThat(once.knows(second)).isFalse();
    assertThat(once.witnessed(second, at(2), Policy.USUAL).knows(second)).isTrue();
  }
}
