package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceGuardTest {

  private static final Place PLACE = new Place("slack", "T01", "C05");
  private static final Person FAY = new Person("slack", "T01", "U07", "Fay", null);

  @ParameterizedTest
  @CsvSource({
    "learners, room, CLASS_ROOM, true",
    "learners, room, BACKSTAGE, false",
    "learners, room, DIRECT, false",
    "learners, room, UNKNOWN, false",
    "learners, person, DIRECT, false",
    "team, room, CLASS_ROOM, false",
    "team, room, BACKSTAGE, true",
    "team, room, DIRECT, false",
    "team, room, UNKNOWN, false",
    "team, person, DIRECT, false",
    "one, room, CLASS_ROOM, false",
    "one, room, BACKSTAGE, false",
    "one, room, DIRECT, false",
    "one, room, UNKNOWN, false",
    "one, person, DIRECT, true"
  })
  void message_leavesOnlyForEyesItIsFor(
      String audience, String to, PlaceKind kind, boolean leaves) {
    Message message = new Message(audience(audience), Content.text("2 min left"));
    Destination destination =
        to.equals("room") ? new Destination.Room(PLACE) : new Destination.Direct(FAY, PLACE);

    assertThat(AudienceGuard.refusal(new Outgoing.Post("k", destination, message), kind).isEmpty())
        .isEqualTo(leaves);
    assertThat(AudienceGuard.refusal(new Outgoing.Edit("k", destination, message), kind).isEmpty())
        .isEqualTo(leaves);
  }

  private static Audience audience(String word) {
    return switch (word) {
      case "learners" -> new Audience.Learners();
      case "team" -> new Audience.Team();
      default -> new Audience.One("fay");
    };
  }
}
