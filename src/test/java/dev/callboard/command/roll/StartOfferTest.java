package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Button;
import dev.callboard.chat.Outgoing;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The facilitator is there, so backstage is asked whether the class clock shall run. */
class StartOfferTest {

  private static final SessionId ID = new SessionId("hybrid-meetings-1124");
  private static final String OFFER = "is in the meeting. Shall the class clock start?";

  private final TestDesk desk = TestDesk.shipped();

  private void open() {
    desk.types("priya", "open hybrid-meetings"); // at 13:50, for 14:00
  }

  private void minutes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  private List<String> offers() {
    return desk.shows(desk.backstage()).stream().filter(post -> post.contains(OFFER)).toList();
  }

  /** The button of the offer, as the outbox has it. */
  private void pressesStart() {
    Button.Press start =
        desk.ledger().shelved().stream()
            .map(entry -> entry.change())
            .filter(change -> change.key().equals("start-offer"))
            .map(change -> ((Outgoing.Post) change).message().content())
            .flatMap(content -> content.blocks().stream())
            .filter(Actions.class::isInstance)
            .map(block -> (Button.Press) ((Actions) block).buttons().getFirst())
            .findFirst()
            .orElseThrow();
    assertThat(start.label()).isEqualTo("Start");
    desk.types("priya", start.line());
  }

  private boolean live() {
    return Session.fold(ID, desk.ledger().read(ID, 0)).orElseThrow().run().live();
  }

  @Test
  void facilitatorWhoComes_makesBackstageAskedOnce() {
    open();
    minutes(8);
    desk.joins("fay");
    minutes(1);
    assertThat(offers()).singleElement().asString().startsWith("Fay Okafor " + OFFER);

    desk.leaves("fay");
    minutes(1);
    desk.joins("fay");
    minutes(1);
    assertThat(offers()).hasSize(1);
    assertThat(live()).as("nothing starts by itself").isFalse();

    pressesStart();
    assertThat(live()).isTrue();
  }

  @Test
  void facilitatorWhoIsThereLongBefore_isToldOfShortlyBeforeTheStart() {
    open();
    desk.joins("fay");
    minutes(4);
    assertThat(offers()).isEmpty();

    minutes(1);
    assertThat(offers()).hasSize(1);
    minutes(30);
    assertThat(offers()).hasSize(1);
  }

  @Test
  void facilitatorWhoWentAgain_isWaitedFor() {
    open();
    desk.joins("fay");
    minutes(1);
    desk.leaves("fay");
    minutes(9);
    assertThat(offers()).isEmpty();

    desk.joins("fay");
    minutes(1);
    assertThat(offers()).hasSize(1);
  }

  @Test
  void classThatRuns_orIsOver_isNotOffered() {
    open();
    minutes(8);
    desk.types("priya", "start");
    desk.joins("fay");
    minutes(1);
    desk.types("priya", "end");
    desk.leaves("fay");
    minutes(1);
    desk.joins("fay");
    minutes(1);

    assertThat(offers()).isEmpty();
  }

  @Test
  void othersWhoCome_areNoReason() {
    open();
    minutes(8);
    desk.joins("priya");
    desk.joins("ben");
    desk.guestJoins("s1", "Fay Okafor");
    minutes(5);

    assertThat(offers()).isEmpty();
  }

  @Test
  void classWithoutAnHour_isOfferedAsSoonAsTheFacilitatorIsThere() {
    desk.clock().advance(Duration.ofHours(4));
    open();
    minutes(1);
    desk.joins("fay");
    minutes(1);

    assertThat(offers()).hasSize(1);
  }

  @Test
  void serverThatWasRestarted_remembersThatItAsked() {
    open();
    minutes(8);
    desk.joins("fay");
    minutes(1);
    Session kept = Session.fold(ID, desk.ledger().read(ID, 0)).orElseThrow();

    assertThat(kept.register().told().offered()).isTrue();
  }
}
