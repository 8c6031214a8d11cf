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
import dev.callboard.plan.Plan;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prompts that took a second way, and those beside the person who answer them. */
class PassedOnPromptsTest {

  private static final String LAST_FIVE =
      "14:56 Fay Okafor may not have seen this: 5 min left, then the end · "
          + "5 min to the end of the class";

  private TestDesk desk = TestDesk.hybrid();

  private void open() {
    desk.types("priya", "open hybrid");
    passes(10 * 60);
  }

  private void passes(int seconds) {
    desk.passes(Duration.ofSeconds(seconds));
  }

  /** 14:45, at the start of the last segment. */
  private void toTheLastSegment() {
    desk.types("priya", "start");
    for (int minutes : List.of(5, 10, 30)) {
      passes(60 * minutes);
      desk.types("priya", "next");
    }
  }

  /** The newest message that left; somebody was told something alone, or backstage. */
  private Outgoing.Post newest() {
    Entry newest = desk.ledger().shelved().getLast();
    return (Outgoing.Post) newest.change();
  }

  private List<String> newestButtons() {
    return newest().message().content().blocks().stream()
        .filter(Actions.class::isInstance)
        .flatMap(block -> ((Actions) block).buttons().stream())
        .map(button -> button.label() + "=" + ((Button.Press) button).line().split(" ", 2)[1])
        .toList();
  }

  private List<String> passedOn(String producer) {
    return desk.told(producer).stream().filter(text -> text.contains("may not have")).toList();
  }

  /** The sample class with somebody whom no platform knows. */
  private static Plan unreachable(String key) {
    return SamplePlans.withAccounts(SamplePlans.hybrid(), key, Map.of());
  }

  @Test
  void producer_answersWhatTheyWereToldToPassOn() {
    open();
    toTheLastSegment();
    passes(11 * 60);
    assertThat(passedOn("priya")).containsExactly(LAST_FIVE);
    assertThat(passedOn("ravi")).containsExactly(LAST_FIVE);
    assertThat(newestButtons()).hasSize(1);
    String gotIt = newestButtons().getFirst();
    assertThat(gotIt).startsWith("Got it=seen ");

    String line = gotIt.split("=", 2)[1];
    String answer =
        "For Fay Okafor: 5 min left, then the end · 5 min to the end of the class\n✓ Seen 14:56";
    assertThat(desk.typesDirectly("ravi", line)).isEqualTo(answer);
    assertThat(desk.reply()).isInstanceOf(Reply.Replace.class);
    passes(60);
    assertThat(desk.typesDirectly("priya", line)).isEqualTo(answer);
    assertThat(desk.typesDirectly("dan", line)).isEqualTo("That prompt was for Fay Okafor.");
  }

  /** They may not even know of it. */
  @Test
  void whatAProgramDoesForSomebody_isNoSignThatTheySaw() {
    open();
    toTheLastSegment();
    passes(10 * 60 + 10);
    Delivery.Program program = new Delivery.Program("LMS", "digest");
    desk.hear(
        new Inbound.Command(
            new Delivery("api:/LMS/1", Delivery.Route.INLINE, program),
            new Person(Person.PROGRAMS, "", "fay", "Fay Okafor", null),
            new Place(Person.PROGRAMS, "", Person.PROGRAMS),
            PlaceKind.DIRECT,
            "@hybrid-1124 note from the LMS",
            Inbound.Via.TYPED));
    assertThat(desk.ledger().read(new SessionId("hybrid-1124"), 0).getLast())
        .extracting(Recorded::by, Recorded::via)
        .containsExactly("fay", "LMS");

    passes(50);

    assertThat(passedOn("priya")).containsExactly(LAST_FIVE);
  }

  @Test
  void onceAProducerCaredForIt_theNextIsPassedOnAgain() {
    open();
    toTheLastSegment();
    passes(11 * 60);
    desk.typesDirectly("ravi", newestButtons().getFirst().split("=", 2)[1]);

    passes(3 * 60);

    assertThat(passedOn("priya"))
        .containsExactly(
            LAST_FIVE,
            "14:59 Fay Okafor may not have seen this: 2 min left, then the end · "
                + "2 min to the end of the class");
  }

  @Test
  void twoUnseen_arePassedOnInOneMessage_andAnsweredByOnePress() {
    open();
    desk.types("priya", "start");
    for (int seconds : List.of(5 * 60, 10 * 60, 25 * 60 + 40)) {
      passes(seconds);
      desk.types("priya", "next");
    }
    for (int seconds : List.of(10 * 60 + 10, 3 * 60)) { // just after five and two minutes left
      passes(seconds);
      desk.typesDirectly("fay", "seen");
    }
    passes(60 + 55);
    assertThat(desk.told("fay"))
        .endsWith("14:55 5 min to the end of the class", "14:55:40 Time. Then the end");
    desk.types("priya", "pause"); // nobody is asked again meanwhile
    passes(2 * 60);
    assertThat(passedOn("priya")).isEmpty();
    desk.types("priya", "resume");
    passes(0);

    assertThat(passedOn("priya"))
        .containsExactly(
            "14:57:45 Fay Okafor may not have seen this: 5 min to the end of the class · "
                + "Time. Then the end");
    desk.typesDirectly("ravi", newestButtons().getFirst().split("=", 2)[1]);
    passes(2 * 60);
    assertThat(passedOn("priya")).hasSize(2).last().asString().startsWith("14:59");
  }

  @Test
  void nextPressedByAProducer_countsAsSeen() {
    open();
    desk.types("priya", "start");
    for (int minutes : List.of(5, 10, 40)) { // in "Activity" till five before the end of the class
      passes(60 * minutes);
      if (minutes < 40) {
        desk.types("priya", "next");
      }
    }
    assertThat(desk.told("fay").getLast()).contains("5 min to the end of the class");
    passes(30);
    desk.types("priya", "next");

    passes(60);
    assertThat(passedOn("priya")).isEmpty();
    passes(150);
    assertThat(passedOn("priya")).hasSize(1).first().asString().startsWith("14:59 ");
  }

  @Test
  void whomNobodyReaches_isNotAskedTwice() {
    desk = new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), unreachable("fay"));
    open();
    toTheLastSegment();
    passes(10 * 60);
    assertThat(newestButtons()).hasSize(2);
    passes(10 * 60);

    assertThat(desk.told("fay")).isEmpty();
    assertThat(passedOn("priya")).isEmpty();
    assertThat(desk.told("priya"))
        .contains(
            "14:55 For Fay Okafor, whom I cannot reach privately:  "
                + "5 min left, then the end · 5 min to the end of the class");
    assertThat(desk.shows(desk.classRoom())).noneMatch(text -> text.contains("Fay"));
  }

  @Test
  void producer_putsOffWhatTheyAreToPassOn() {
    desk = new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), unreachable("fay"));
    open();
    desk.types("priya", "prompt Mute is on");
    passes(0);
    assertThat(newestButtons()).containsExactly("Got it=seen 3", "Again in 2 min=snooze 2 3");
    desk.typesDirectly("priya", "snooze 2 3");

    passes(3 * 60);

    assertThat(desk.told("ravi"))
        .containsExactly(
            "13:58 In 2 min: Welcome · Fay",
            "14:00 For Fay Okafor, whom I cannot reach privately:  Mute is on",
            "14:02 For Fay Okafor, whom I cannot reach privately:  Again: Mute is on");
  }

  @Test
  void whatIsAskedForInTheLastMinutes_isPassedOn() {
    open();
    toTheLastSegment();
    passes(9 * 60);
    desk.types("priya", "prompt Close the poll");
    passes(30);
    desk.types("fay", "note fine");
    desk.types("priya", "prompt in 3 Thank them");
    passes(30);
    desk.types("fay", "note fine");
    passes(5 * 60);

    assertThat(passedOn("priya"))
        .contains(
            "14:58:30 Fay Okafor may not have seen this: 2 min left, then the end · "
                + "2 min to the end of the class · Thank them");
    assertThat(passedOn("priya")).noneMatch(text -> text.contains("Close the poll"));
  }

  @Test
  void whatIsAskedFor_isPassedOnThoughThePersonWantsQuiet() {
    open();
    toTheLastSegment();
    desk.types("priya", "quiet-prompts on");
    passes(11 * 60);
    desk.types("priya", "prompt Thank them");
    passes(2 * 60);

    assertThat(passedOn("priya"))
        .containsExactly("14:57 Fay Okafor may not have seen this: Thank them");
  }

  @Test
  void minutesLeftOfTheLastSegment_arePassedOnHoweverLateItIs() {
    open();
    toTheLastSegment();
    desk.types("priya", "extend 20");
    passes(60 * 15 + 30);
    desk.types("fay", "note we go on");
    passes(16 * 60);

    assertThat(passedOn("priya"))
        .contains("15:16 Fay Okafor may not have seen this: 5 min left, then the end");
  }
}
