package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Terms;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

  private static final String LATE = "Slack could not be reached in time.";

  private final SettableClock clock = new SettableClock(Entries.NOON);
  private final List<String> told = new ArrayList<>();
  private final List<Long> reported = new ArrayList<>();
  private final Complaints complaints =
      new Complaints(
          (entries, sentence) -> {
            told.add(entries.getLast().id() + " " + sentence);
            entries.forEach(entry -> reported.add(entry.id()));
          },
          clock);

  private static Entry to(long id, String person) {
    return to(id, person, Terms.NONE);
  }

  private static Entry to(long id, String person, Terms terms) {
    Person somebody = new Person("slack", "T01", person, person, null);
    Message message = new Message(new Audience.One(person), Content.text("2 min left"));
    return Entries.of(
        id, new Outgoing.Post("p" + id, new Destination.Direct(somebody, null), message, terms));
  }

  private void round(int minutes) {
    clock.advance(Duration.ofMinutes(minutes));
    complaints.tellRest();
  }

  @Test
  void deadPlatform_isToldAtOnceAndThenInGroups() {
    for (int id = 1; id <= 200; id++) {
      complaints.about(to(id, "U" + id), Sentences.late("slack"));
    }
    assertThat(told).containsExactly("1 " + LATE);

    complaints.tellRest();
    assertThat(told).hasSize(1);
    round(1);
    assertThat(told)
        .containsExactly("1 " + LATE, "200 " + LATE + " So it was with 198 more messages.");
    assertThat(reported).hasSize(200).doesNotHaveDuplicates();
    round(60);
    assertThat(told).hasSize(2);
  }

  @Test
  void troubleThatLasts_isToldLessAndLess() {
    for (int minute = 0; minute < 40; minute++) {
      complaints.about(to(minute, "U1"), Sentences.late("slack"));
      round(1);
    }

    assertThat(told).hasSize(6);
  }

  @Test
  void troubleThatWasOver_isToldAtOnceAgain() {
    complaints.about(to(1, "U1"), Sentences.late("slack"));
    round(1);
    complaints.about(to(2, "U1"), Sentences.late("slack"));

    assertThat(told).containsExactly("1 " + LATE, "2 " + LATE);
  }

  @Test
  void everyUnreachablePerson_isToldAtOnce() {
    complaints.about(to(1, "U1"), Sentences.of(Kind.FORBIDDEN, "slack"));
    complaints.about(to(2, "U2"), Sentences.of(Kind.FORBIDDEN, "slack"));
    complaints.about(to(3, "U2"), Sentences.of(Kind.FORBIDDEN, "slack"));

    assertThat(told).hasSize(2);
    complaints.tellAll();
    assertThat(told.getLast()).startsWith("3 ");
  }

  @Test
  void promptThatIsStillOfUse_isToldAtOnceAlways() {
    Terms terms = Terms.PROMPT.until(clock.instant().plusSeconds(60));
    for (int id = 1; id <= 3; id++) {
      complaints.about(to(id, "U1", terms), Sentences.late("slack"));
    }
    assertThat(told).containsExactly("1 " + LATE, "2 " + LATE, "3 " + LATE);

    clock.advance(Duration.ofSeconds(60));
    for (int id = 4; id <= 6; id++) {
      complaints.about(to(id, "U1", terms), Sentences.late("slack"));
    }
    assertThat(told).hasSize(4);
  }

  @Test
  void producerWhoCannotBeToldNow_doesNotStopTheRest() {
    Complaints failing =
        new Complaints(
            (entries, sentence) -> {
              told.add(entries.getLast().id() + " " + sentence);
              throw new IllegalStateException("the database is gone");
            },
            clock);

    failing.about(to(1, "U1"), Sentences.late("slack"));
    failing.about(to(2, "U1"), Sentences.late("slack"));
    failing.tellAll();

    assertThat(told).containsExactly("1 " + LATE, "2 " + LATE);
  }
}
