package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block;
import dev.callboard.chat.Outgoing;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The report that is backstage after class is one card, which is kept up to date. */
class ReporterTest {

  private final TestDesk desk = TestDesk.hybrid();

  private ReporterTest over() {
    desk.types("priya", "open hybrid");
    desk.joins("lee");
    desk.types("priya", "start");
    desk.passes(Duration.ofMinutes(20));
    desk.types("priya", "end");
    desk.passes(Duration.ofMinutes(2));
    return this;
  }

  private SessionId id() {
    return desk.ledger().at(desk.backstage()).orElseThrow();
  }

  private List<Outgoing> changes() {
    return desk.ledger().shelved().stream()
        .map(entry -> entry.change())
        .filter(change -> change.key().equals("class-report"))
        .toList();
  }

  private String card() {
    List<String> cards =
        desk.shows(desk.backstage()).stream().filter(text -> text.contains("Report · ")).toList();
    assertThat(cards).hasSize(1);
    return cards.getFirst();
  }

  @Test
  void burstOfMarks_editsItOnce_aMinuteAfterTheFirst() {
    over();
    assertThat(card()).contains("1 of 2 learners present", "1 absent", "Provisional");
    desk.types("priya", "mark ana present was in the room");
    desk.passes(Duration.ofSeconds(20));
    desk.types("priya", "mark ana clear");
    desk.types("priya", "mark ana excused is ill");
    assertThat(changes()).hasSize(1);

    desk.passes(Duration.ofSeconds(40));

    assertThat(changes()).hasSize(2);
    assertThat(changes().getLast()).isInstanceOf(Outgoing.Edit.class);
    assertThat(card()).contains("1 of 2 learners present", "1 excused");
    Outgoing.Edit edit = (Outgoing.Edit) changes().getLast();
    assertThat(edit.message().content().blocks()).anyMatch(Block.File.class::isInstance);

    desk.passes(Duration.ofMinutes(5));
    assertThat(changes()).hasSize(2);
  }

  @Test
  void signOff_isToldOnTheCard_andSoIsWhatOpensItAgain() {
    over();
    desk.types("priya", "signoff");
    desk.passes(Duration.ofMinutes(1));
    assertThat(card()).contains("Final, revision 1: attendance was signed off");

    desk.types("priya", "mark ana late came by phone");
    desk.passes(Duration.ofMinutes(1));
    assertThat(card()).contains("Provisional, revision 2");
  }

  @Test
  void closedDebrief_isToldOnTheCard() {
    over();
    desk.passes(Duration.ofDays(8));

    assertThat(card()).contains("The debrief is closed.");
    assertThat(changes()).hasSize(2);
  }

  @Test
  void whatRevisesNothing_editsNothing() {
    over();
    desk.types("priya", "note Good group");
    desk.leaves("lee");
    desk.types("priya", "roll");
    desk.passes(Duration.ofHours(3));

    assertThat(changes()).hasSize(1);
  }

  /** A server that died after its commit rings once more. */
  @Test
  void ringOnceMore_saysNothingTwice() {
    over();
    desk.types("priya", "mark ana present was in the room");
    desk.clock().set(desk.clock().instant().plusSeconds(61));
    desk.desk().ringing().ring(id());
    desk.desk().ringing().ring(id());

    assertThat(changes()).hasSize(2);
  }

  @Test
  void marksBeforeItIsPosted_areOnItFromTheBeginning() {
    desk.types("priya", "open hybrid");
    desk.types("priya", "start");
    desk.passes(Duration.ofMinutes(20));
    desk.types("priya", "end");
    desk.types("priya", "mark ana present was in the room");
    desk.passes(Duration.ofMinutes(4));

    assertThat(changes()).hasSize(1);
    assertThat(card()).contains("1 of 2 learners present");
  }
}
