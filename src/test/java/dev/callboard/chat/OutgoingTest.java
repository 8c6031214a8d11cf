package dev.callboard.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingTest {

  private static final Place PLACE = new Place("slack", "T01", "C05");
  private static final Destination ROOM = new Destination.Room(PLACE);
  private static final Destination FAY =
      new Destination.Direct(new Person("slack", "T01", "U07", "Fay", null), PLACE);

  private static Message of(Audience audience) {
    return new Message(audience, Content.text("page 12"));
  }

  @Test
  void importance_isThatOfItsKindUnlessItsTermsSaySo() {
    Message learners = of(new Audience.Learners());
    Message team = of(new Audience.Team());
    List<Outgoing> inOrder =
        List.of(
            new Outgoing.Post("prompt", ROOM, team, Terms.PROMPT),
            new Outgoing.Post("reply", FAY, of(new Audience.One("fay"))),
            new Outgoing.Post("post", ROOM, learners),
            new Outgoing.Edit("post", ROOM, learners),
            new Outgoing.Remove("post", ROOM),
            new Outgoing.Edit("card", ROOM, team));

    assertThat(inOrder)
        .extracting(Outgoing::importance)
        .containsExactly(
            Importance.PROMPT,
            Importance.REPLY,
            Importance.POST,
            Importance.POST,
            Importance.POST,
            Importance.CARD);
  }
}
