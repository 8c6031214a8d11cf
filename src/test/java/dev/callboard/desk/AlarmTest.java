package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the clock of a class rings: set by whatever moves it, and by nothing else. */
class AlarmTest {

  private static final SessionId ID = new SessionId("hybrid-1124");

  private final TestDesk bot = TestDesk.hybrid();

  private void opens(TestDesk desk) {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(10));
    desk.types("priya", "start");
  }

  private Instant alarm() {
    return Objects.requireNonNull(bot.ledger().alarms().get(ID));
  }

  private void toTheLastSegment() {
    opens(bot);
    bot.typesDirectly("ravi", "status"); // is known from here on
    bot.typesDirectly("fay", "status");
    for (int minutes : List.of(5, 10, 30)) {
      bot.passes(Duration.ofMinutes(minutes));
      bot.types("priya", "next");
    }
  }

  private List<String> passedOn() {
    return bot.told("priya").stream().filter(text -> text.contains("may not have")).toList();
  }

  @Test
  void gotItForAnOlderPrompt_bringsTheNewerOneForward() {
    toTheLastSegment();
    bot.passes(Duration.ofSeconds(13 * 60 + 30));
    assertThat(passedOn()).hasSize(1).first().asString().startsWith("14:56 ");
    String prompt = bot.told("fay").getLast();
    assertThat(prompt).startsWith("14:58 2 min left");
    bot.typesDirectly("ravi", "seen " + (said() - 1));

    assertThat(alarm()).isEqualTo(Instant.parse("2026-11-24T14:59:00Z"));
    bot.passes(Duration.ofSeconds(30));
    assertThat(passedOn()).hasSize(2).last().asString().startsWith("14:59 ");
  }

  private int said() {
    return Session.fold(ID, bot.ledger().read(ID, 0)).orElseThrow().prompts().count();
  }

  @Test
  void whoeverActs_movesTheAlarmOn() {
    toTheLastSegment();
    bot.passes(Duration.ofSeconds(10 * 60 + 30));
    assertThat(alarm()).isEqualTo(Instant.parse("2026-11-24T14:56:00Z"));
    bot.typesDirectly("fay", "note all well");

    assertThat(alarm()).isEqualTo(Instant.parse("2026-11-24T14:58:00Z"));
  }

  @Test
  void whatIsSaidToTheClass_leavesItAlone() {
    toTheLastSegment();
    bot.ledger().set(ID, new Alarm.At(Instant.parse("2026-11-24T14:49:00Z")));
    bot.types("priya", "page 4");

    assertThat(alarm()).isEqualTo(Instant.parse("2026-11-24T14:49:00Z"));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 179, 180, 181, 300, 305, 421})
  void clockThatJumpsBack_losesAndRepeatsNothing(int second) {
    TestDesk steady = TestDesk.hybrid();
    opens(steady);
    steady.passes(Duration.ofMinutes(20));
    opens(bot);
    bot.passes(Duration.ofSeconds(second));
    bot.clock().set(bot.clock().instant().minus(Duration.ofMinutes(10)));
    assertThat(bot.desk().ringing().ring(ID)).isEqualTo(new Alarm.At(alarm()));
    bot.passes(Duration.ofMinutes(30).minusSeconds(second));

    assertThat(bot.told("fay")).isEqualTo(steady.told("fay")).hasSizeGreaterThan(3);
    assertThat(bot.told("priya")).isEqualTo(steady.told("priya"));
  }

  @Test
  void stepTakenWhileTheClockIsBack_countsFromTheNewestFact() {
    opens(bot);
    bot.passes(Duration.ofSeconds(301));
    bot.types("priya", "next"); // at 14:05:01
    bot.clock().set(bot.clock().instant().minus(Duration.ofMinutes(10)));
    bot.types("priya", "extend 1");
    bot.passes(Duration.ofMinutes(25));

    assertThat(bot.told("fay"))
        .containsExactly(
            "14:03 2 min left, next: Poll 1 (you)",
            "14:05 Time. Next: Poll 1 (you)",
            "14:11:01 5 min left, next: Activity (you)",
            "14:14:01 2 min left, next: Activity (you)",
            "14:16:01 Time. Next: Activity (you)",
            "14:18:01 2 min over. Next: Activity (you)",
            "14:20:01 4 min over. Next: Activity (you)");
  }

  @Test
  void whatWasThoughtOfAhead_isWhatIsSaid() {
    TestDesk another = TestDesk.hybrid().unforeseen();
    for (TestDesk each : List.of(bot, another)) {
      opens(each);
      each.passes(Duration.ofSeconds(421));
      each.types("priya", "next");
      each.types("priya", "prompt in 3 Mute is on");
      each.passes(Duration.ofMinutes(60));
    }

    assertThat(bot.told("fay")).isEqualTo(another.told("fay")).hasSizeGreaterThan(5);
    assertThat(bot.told("priya")).isEqualTo(another.told("priya"));
  }

  @Test
  void whatWasThoughtOfAhead_isNotSaidAfterAChange() {
    opens(bot);
    Instant due = alarm();
    bot.desk().ringing().soon(ID, due);
    bot.types("priya", "extend 5");
    int before = said();
    bot.clock().set(due);
    bot.desk().ringing().ring(ID);

    assertThat(said()).isEqualTo(before);
  }

  @Test
  void whatWasThoughtOfAhead_saysHowLateItIs() {
    opens(bot);
    Instant due = alarm();
    bot.desk().ringing().soon(ID, due);
    bot.clock().set(due.plusSeconds(20));
    bot.desk().ringing().ring(ID);

    assertThat(bot.told("fay").getLast()).contains("0:20 late");
  }
}
