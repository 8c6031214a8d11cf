package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Button;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.outbox.Entry;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prompts that people answer, and prompts that nobody does. */
class AnsweredPromptsTest {

  private final TestDesk desk = TestDesk.hybrid();

  @BeforeEach
  void open() {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(10));
  }

  private void passes(int seconds) {
    desk.passes(Duration.ofSeconds(seconds));
  }

  private void passesMinutes(int minutes) {
    passes(60 * minutes);
  }

  private List<String> told(String person) {
    return desk.told(person);
  }

  /** Labels of the buttons of the newest message that left. */
  private List<String> newestButtons() {
    Entry newest = desk.ledger().shelved().getLast();
    return ((Outgoing.Post) newest.change())
        .message().content().blocks().stream()
            .filter(Actions.class::isInstance)
            .flatMap(block -> ((Actions) block).buttons().stream())
            .map(Button::label)
            .toList();
  }

  @Test
  void prompt_offersWhatFitsIt() {
    desk.types("priya", "prompt Mute is on");
    passes(0);
    assertThat(newestButtons()).containsExactly("Got it", "Again in 2 min");

    desk.types("priya", "start");
    passesMinutes(5);

    assertThat(told("fay").getLast()).isEqualTo("14:05 Time. Next: Poll 1 (you)");
    assertThat(newestButtons()).containsExactly("Next", "+2 min", "Got it");
  }

  @Test
  void seen_isWrittenOnThePromptOnce() {
    desk.types("priya", "prompt Mute is on");
    passes(0);
    passes(30);
    long before = desk.ledger().newest(desk.ledger().openFor(TestDesk.person("fay")).getFirst());

    assertThat(desk.typesDirectly("fay", "seen 3")).isEqualTo("Mute is on\n✓ Seen 14:00");
    assertThat(desk.reply()).isInstanceOf(Reply.Replace.class);
    passesMinutes(5);
    assertThat(desk.typesDirectly("fay", "seen 3")).isEqualTo("Mute is on\n✓ Seen 14:00");
    assertThat(desk.typesDirectly("fay", "seen")).isEqualTo("Mute is on\n✓ Seen 14:00");

    long after = desk.ledger().newest(desk.ledger().openFor(TestDesk.person("fay")).getFirst());
    assertThat(after - before).isBetween(1L, 2L); // that fay was recognised, too
  }

  @Test
  void promptOfSomebodyElse_isTheirsToAnswer() {
    desk.types("priya", "prompt Mute is on");
    passes(0);

    assertThat(desk.types("priya", "seen 3")).isEqualTo("That prompt was for Fay Okafor.");
    assertThat(desk.types("dan", "seen"))
        .isEqualTo("You were told nothing lately that could be answered.");
    assertThat(desk.types("priya", "snooze 2 3")).isEqualTo("That prompt was for Fay Okafor.");
    assertThat(desk.types("priya", "seen 99"))
        .isEqualTo("You were told nothing lately that could be answered.");
  }

  @Test
  void snoozedPrompt_comesBackAsItThenStands() {
    desk.types("priya", "start");
    desk.types("priya", "next");
    desk.types("priya", "extend 3");
    passesMinutes(8);
    assertThat(told("fay").getLast()).isEqualTo("14:08 5 min left, next: Activity (you)");

    assertThat(desk.typesDirectly("fay", "snooze"))
        .isEqualTo("5 min left, next: Activity (you)\nAgain at 14:10");
    assertThat(desk.typesDirectly("fay", "snooze"))
        .isEqualTo("5 min left, next: Activity (you)\nAgain at 14:10");
    passesMinutes(2);

    assertThat(told("fay").getLast()).isEqualTo("14:10 Again: 3 min left, next: Activity (you)");
    assertThat(told("fay").stream().filter(text -> text.contains("Again"))).hasSize(1);
    assertThat(desk.typesDirectly("fay", "snooze"))
        .isEqualTo("Again: 3 min left, next: Activity (you)\nAgain at 14:12");
  }

  @Test
  void promptThatCameBack_isPutOffInItsNewestForm() {
    desk.types("priya", "prompt Mute is on");
    passes(0);
    desk.typesDirectly("fay", "snooze 1");
    passesMinutes(3);

    assertThat(desk.typesDirectly("fay", "snooze 2 3"))
        .isEqualTo("That was said again at 14:01. Answer that one.");
    desk.typesDirectly("fay", "snooze 2 4");
    passesMinutes(2);
    assertThat(told("fay"))
        .containsExactly("14:00 Mute is on", "14:01 Again: Mute is on", "14:05 Again: Mute is on");
  }

  @Test
  void promptPutOff_comesBackHoweverMuchIsSaidMeanwhile() {
    desk.types("priya", "prompt Mute is on");
    passes(0);
    desk.typesDirectly("fay", "snooze 30");
    for (int i = 1; i <= 25; i++) {
      desk.types("priya", "prompt Hint " + i);
      passesMinutes(1);
    }
    passesMinutes(10);

    assertThat(told("fay")).hasSize(27).endsWith("14:30 Again: Mute is on");
  }

  @Test
  void shortenedSegment_bringsBackNothingAfterItsTime() {
    desk.types("priya", "start");
    desk.types("priya", "next");
    passesMinutes(5);
    assertThat(told("fay").getLast()).isEqualTo("14:05 5 min left, next: Activity (you)");
    desk.typesDirectly("fay", "snooze 4");

    desk.types("priya", "extend -3");
    passesMinutes(8);

    assertThat(told("fay")).contains("14:07 Time. Next: Activity (you)");
    assertThat(told("fay").stream().filter(text -> text.contains("Again"))).isEmpty();
  }

  @Test
  void whatWasAsked_comesBackInItsOwnWords() {
    desk.types("priya", "prompt Mute is on");
    passes(0);
    desk.typesDirectly("fay", "snooze 3");
    passesMinutes(3);

    assertThat(told("fay")).containsExactly("14:00 Mute is on", "14:03 Again: Mute is on");
  }

  @Test
  void snooze_goesNeverPastWhatItSpeaksOf() {
    desk.types("priya", "start");
    passesMinutes(3);
    assertThat(told("fay").getLast()).isEqualTo("14:03 2 min left, next: Poll 1 (you)");
    assertThat(newestButtons()).containsExactly("Got it", "Again in 1 min");

    assertThat(desk.typesDirectly("fay", "snooze 2"))
        .isEqualTo("By then its time is up. Try snooze 1.");
    assertThat(desk.typesDirectly("fay", "snooze 1")).contains("Again at 14:04");
    desk.types("priya", "next");
    passesMinutes(2);

    assertThat(told("fay").stream().filter(text -> text.contains("Again"))).isEmpty();
  }

  @Test
  void lastMinutes_areToldToTheProducersWhenTheFacilitatorDoesNotStir() {
    toTheEnd();
    passesMinutes(10);

    assertThat(told("priya").stream().filter(text -> text.contains("may not have seen")))
        .containsExactly(
            "14:56 Fay Okafor may not have seen this: 5 min left, then the end · "
                + "5 min to the end of the class");
  }

  @Test
  void facilitatorWithAnotherAccount_isAskedThereThatASegmentIsOver() {
    Person slack = new Person("slack", "T01", "U09", "Fay", "fay@example.com");
    Place direct = new Place("slack", "T01", "D09");
    Delivery delivery = new Delivery("slack:1", Delivery.Route.INLINE);
    desk.hear(
        new Inbound.Command(
            delivery, slack, direct, PlaceKind.DIRECT, "note hi", Inbound.Via.TYPED));
    desk.typesDirectly("fay", "status");
    desk.types("priya", "start");
    passesMinutes(5);
    assertThat(told("fay").getLast()).isEqualTo("14:05 Time. Next: Poll 1 (you)");

    passesMinutes(1);

    assertThat(told("U09"))
        .containsExactly("14:06 You may have missed this: Time. Next: Poll 1 (you)");
    passesMinutes(3);
    assertThat(told("U09")).hasSize(1);
    assertThat(told("priya").stream().filter(text -> text.contains("may not"))).isEmpty();
  }

  @Test
  void facilitatorWhoStirs_hasSeenAll() {
    toTheEnd();
    passesMinutes(5);
    passes(30);
    desk.types("fay", "note good discussion");
    passesMinutes(1);
    assertThat(told("priya").stream().filter(text -> text.contains("may not"))).isEmpty();

    passesMinutes(4);

    assertThat(told("priya").stream().filter(text -> text.contains("may not")))
        .containsExactly(
            "14:59 Fay Okafor may not have seen this: 2 min left, then the end · "
                + "2 min to the end of the class");
  }

  @Test
  void endedClass_remindsNobody() {
    toTheEnd();
    passesMinutes(5);
    desk.types("priya", "end");
    passesMinutes(10);

    assertThat(told("priya").stream().filter(text -> text.contains("may not"))).isEmpty();
  }

  /** 14:50, ten minutes before the end, in the last segment. */
  private void toTheEnd() {
    desk.types("priya", "start");
    passesMinutes(5);
    desk.types("priya", "next");
    passesMinutes(10);
    desk.types("priya", "next");
    passesMinutes(30);
    desk.types("priya", "next");
    passesMinutes(5);
  }
}
