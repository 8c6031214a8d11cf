package dev.callboard.command.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.PlaceKind;
import dev.callboard.outbox.Death;
import dev.callboard.outbox.Entry;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UndeliveredCommandTest {

  private final TestDesk desk = TestDesk.hybrid();

  private void lose(Entry entry) {
    desk.ledger().dead(entry.id(), new Death("404", "It is gone.", desk.clock().instant()));
  }

  @Test
  void classThatLostNothing_isToldSo() {
    desk.types("priya", "open hybrid");

    assertThat(desk.types("priya", "undelivered"))
        .isEqualTo("Everything that was said in this class has arrived or is on its way.");
    assertThat(desk.types("fay", "undelivered")).startsWith("undelivered is for producers.");
  }

  @Test
  void whatWasLost_isListedNewestFirstAndPrivateWordsButPromptsStayPrivate() {
    desk.types("priya", "open hybrid");
    desk.typesInClass("priya", "say one");
    lose(desk.ledger().shelved().getLast());
    desk.passes(Duration.ofMinutes(3));
    desk.hear(
        new Inbound.Command(
            new Delivery("lobby:asked", Delivery.Route.POSTED),
            TestDesk.person("fay"),
            desk.backstage(),
            PlaceKind.BACKSTAGE,
            "status",
            Inbound.Via.TYPED));
    lose(desk.ledger().shelved().getLast());
    desk.types("priya", "prompt Mute is on");
    desk.passes(Duration.ZERO);
    lose(desk.ledger().shelved().getLast());

    assertThat(desk.types("priya", "undelivered"))
        .isEqualTo(
            """
            Not delivered
            13:53  For Fay Okafor, whom I could not reach: Mute is on · It is gone.
            13:53  Post: a private message to Fay Okafor · It is gone.
            13:50  Post in the class room: one · It is gone.\
            """);
  }

  @Test
  void moreThanTen_areCutShort() {
    desk.types("priya", "open hybrid");
    for (int i = 1; i <= 11; i++) {
      desk.typesInClass("priya", "say number " + i);
      lose(desk.ledger().shelved().getLast());
    }

    String answer = desk.types("priya", "undelivered");

    assertThat(answer).contains("number 11 ", "number 2 ").endsWith("… and more before that.");
    assertThat(answer.lines()).hasSize(12);
  }
}
