package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two people who press in the same second: one step, and both are told. */
class TwoProducersTest {

  private static final SessionId ID = new SessionId("hybrid-1124");

  private final TestDesk bot = TestDesk.hybrid();

  private void toTheFirstSegment() {
    bot.types("priya", "open hybrid");
    bot.clock().advance(Duration.ofMinutes(10));
    bot.types("priya", "start");
    bot.clock().advance(Duration.ofMinutes(5));
  }

  private Reply presses(String person, String line, CyclicBarrier together) throws Exception {
    Delivery delivery = new Delivery("lobby:" + person + "-" + line, Delivery.Route.INLINE);
    Inbound press =
        new Inbound.Command(
            delivery,
            TestDesk.person(person),
            bot.backstage(),
            PlaceKind.UNKNOWN,
            line,
            Inbound.Via.BUTTON);
    together.await();
    return bot.desk().handle(press);
  }

  private List<Event> entered() {
    return bot.ledger().read(ID, 0).stream()
        .map(Recorded::event)
        .filter(Event.Entered.class::isInstance)
        .toList();
  }

  @RepeatedTest(20)
  void bothPressNext_inOneSecond() throws Exception {
    toTheFirstSegment();
    CyclicBarrier together = new CyclicBarrier(2);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<Reply> priya = two.submit(() -> presses("priya", "next", together));
      Future<Reply> ravi = two.submit(() -> presses("ravi", "next", together));

      assertThat(List.of(words(priya.get()), words(ravi.get())))
          .anyMatch(words -> words.startsWith("Poll 1 · Fay till 14:15."))
          .anyMatch(words -> words.contains("went on to “Poll 1” just now, so I did not go"));
    }
    assertThat(entered()).containsExactly(new Event.Entered("poll-1"));
  }

  private static String words(Reply reply) {
    return ((Reply.Tell) reply).content().plainText();
  }

  @Test
  void skipOfTheOther_isNoSecondStep() {
    toTheFirstSegment();
    bot.types("priya", "next");

    assertThat(bot.types("ravi", "skip"))
        .isEqualTo("Priya Nair went on to “Poll 1” just now, so I did not go further.");
    assertThat(bot.types("ravi", "skip next")).contains("so I did not go further.");
    assertThat(entered()).hasSize(1);
    assertThat(bot.types("priya", "status")).contains("Now: Poll 1");

    bot.clock().advance(Duration.ofSeconds(2));
    assertThat(bot.types("ravi", "skip")).startsWith("Activity · Fay till");
  }

  @Test
  void nextAfterTheSkipOfAnother_isNoSecondStep() {
    toTheFirstSegment();
    bot.types("priya", "skip");

    assertThat(bot.types("ravi", "next")).contains("so I did not go further.");
    assertThat(bot.types("priya", "skip")).startsWith("Activity · Fay till");
  }

  /** In the last segment the button that went on ends the class, which nothing takes back. */
  @Test
  void endAfterTheNextOfAnother_endsNothing() {
    toTheFirstSegment();
    for (int segment = 0; segment < 3; segment++) {
      bot.clock().advance(Duration.ofSeconds(20));
      bot.types("priya", "next");
    }

    assertThat(bot.types("priya", "next")).startsWith("That was the last segment.");
    assertThat(bot.types("ravi", "end")).contains("just now, so I did not go further.");
    assertThat(bot.types("priya", "status")).contains("Now: ");

    bot.clock().advance(Duration.ofSeconds(2));
    assertThat(bot.types("ravi", "end")).startsWith("Closed at");
  }

  @Test
  void endByWhoeverWentOn_isMeant() {
    toTheFirstSegment();
    bot.types("priya", "next");

    assertThat(bot.types("priya", "end")).startsWith("Closed at");
  }

  /** They may be far apart: two who want to go back once mean one step. */
  @Test
  void backOfTheOther_isNoSecondStep() {
    toTheFirstSegment();
    bot.types("priya", "next");
    bot.clock().advance(Duration.ofMinutes(10));
    bot.types("priya", "next");
    bot.clock().advance(Duration.ofMinutes(1));
    bot.types("priya", "back");

    assertThat(bot.types("ravi", "back")).contains("just now, so I did not go further.");
    assertThat(bot.types("priya", "status")).contains("Now: Poll 1");
  }

  @Test
  void nextOfAPrompt_goesNoFurtherOnceAnotherWentOn() {
    toTheFirstSegment();
    bot.types("priya", "next");
    bot.clock().advance(Duration.ofSeconds(20));

    assertThat(bot.types("fay", "next from welcome"))
        .isEqualTo("You are in “Poll 1” already, so I did not go further.");
    assertThat(bot.types("fay", "next banana"))
        .startsWith("I did not understand “banana” at the end.");
    assertThat(bot.types("fay", "next from poll-1")).startsWith("Activity · Fay till");
  }

  private List<Event> skipped() {
    return bot.ledger().read(ID, 0).stream()
        .map(Recorded::event)
        .filter(Event.Skipped.class::isInstance)
        .toList();
  }

  @RepeatedTest(20)
  void bothSkipTheNext_inOneSecond() throws Exception {
    toTheFirstSegment();
    CyclicBarrier together = new CyclicBarrier(2);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<Reply> priya = two.submit(() -> presses("priya", "skip next", together));
      Future<Reply> ravi = two.submit(() -> presses("ravi", "skip next", together));

      assertThat(List.of(words(priya.get()), words(ravi.get())))
          .anyMatch(words -> words.startsWith("Poll 1 is left out."))
          .anyMatch(words -> words.contains("left out “Poll 1” just now, so I left out no more."));
    }
    assertThat(skipped()).containsExactly(new Event.Skipped("poll-1"));
  }

  /** The newest fact, and by how many seconds the clock jumps after it. */
  @ParameterizedTest
  @CsvSource({
    "start, -1200",
    "start, -2",
    "start, -1",
    "start, 1",
    "start, 3600",
    "next, -1200",
    "next, -3",
    "next, 3600",
    "extend 5, -1200",
    "extend 5, 3600"
  })
  void clockThatJumped_stillMakesOneStepOfTwo(String newest, int seconds) {
    bot.types("priya", "open hybrid");
    bot.clock().advance(Duration.ofMinutes(10));
    if (!newest.equals("start")) {
      bot.types("priya", "start");
      bot.clock().advance(Duration.ofMinutes(5));
    }
    bot.types("priya", newest);
    bot.clock().set(bot.clock().instant().plusSeconds(seconds));
    int before = entered().size();

    assertThat(bot.types("priya", "next")).contains(" till ");
    bot.clock().advance(Duration.ofMillis(900));
    assertThat(bot.types("ravi", "next")).contains("just now, so I did not go further.");
    assertThat(bot.types("fay", "skip")).contains("just now, so I did not go further.");
    assertThat(entered()).hasSize(before + 1);

    bot.types("priya", "skip next");
    bot.clock().advance(Duration.ofMillis(900));
    assertThat(bot.types("ravi", "skip next")).contains("just now, so I");
    assertThat(skipped()).hasSize(1);

    bot.clock().advance(Duration.ofSeconds(2));
    assertThat(bot.types("ravi", "next")).doesNotContain("just now");
  }

  @Test
  void stepBeforeTheClockWasSetBack_isOfLongAgo() {
    toTheFirstSegment();
    bot.types("priya", "next");
    bot.clock().set(bot.clock().instant().minus(Duration.ofMinutes(30)));

    assertThat(bot.types("ravi", "next")).startsWith("Activity · Fay till");
    bot.types("ravi", "skip next");
    bot.clock().set(bot.clock().instant().minus(Duration.ofMinutes(30)));
    assertThat(bot.types("priya", "back")).startsWith("Poll 1 · Fay till");
    bot.clock().advance(Duration.ofSeconds(5));
    assertThat(bot.types("fay", "skip next")).startsWith("Activity is left out.");
  }

  @Test
  void startOfTheOther_isNoStep() {
    bot.types("priya", "open hybrid");
    bot.types("priya", "start");

    assertThat(bot.types("ravi", "next")).startsWith("Poll 1 · Fay till");
    assertThat(bot.types("fay", "next")).contains("just now, so I did not go further.");
  }

  @Test
  void skipNextMeantTwice_isTwoSteps() {
    toTheFirstSegment();
    bot.types("priya", "skip next");
    assertThat(bot.types("priya", "skip next")).startsWith("Activity is left out.");

    assertThat(bot.types("ravi", "skip next"))
        .isEqualTo("Priya Nair left out “Activity” just now, so I left out no more.");
    assertThat(bot.presses("ravi", "Status")).contains("Now: Welcome");

    bot.clock().advance(Duration.ofSeconds(2));
    assertThat(bot.types("ravi", "skip next")).contains("is left out.");
    assertThat(skipped()).hasSize(3);
  }

  @Test
  void skipNextWhereTheOtherBroughtItBack_leavesItOut() {
    toTheFirstSegment();
    bot.types("priya", "skip next");
    bot.types("priya", "unskip poll-1");

    assertThat(bot.types("ravi", "skip next")).startsWith("Poll 1 is left out.");
  }
}
