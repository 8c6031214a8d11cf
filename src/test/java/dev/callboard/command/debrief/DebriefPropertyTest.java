package dev.callboard.command.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.outbox.Entry;
import dev.callboard.testing.Cases;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever people do in whatever order, and however long the server is down: nobody is nagged. */
class DebriefPropertyTest {

  private static final int CASES = 120;
  private static final List<String> PEOPLE = List.of("priya", "ravi", "fay", "dan", "lee");
  private static final List<String> LINES =
      List.of(
          "debrief",
          "debrief keep The opener",
          "debrief change Fewer slides",
          "debrief next Begin earlier",
          "debrief activity poll-1 well",
          "debrief activity poll-1 badly Too long",
          "debrief banana",
          "debrief done",
          "note later",
          "status",
          "report");

  @Test
  void nobodyIsAskedMoreThanThreeTimes_norInARoom() {
    Cases.each(
        CASES,
        random -> {
          TestDesk bot = ended(random);
          for (int i = 0; i < 25; i++) {
            act(bot, random);
          }
          bot.passes(Duration.ofDays(60));

          List<Entry> asked = asked(bot);
          assertThat(asked)
              .allSatisfy(entry -> {
                assertThat(entry.change().to()).isInstanceOf(Destination.Direct.class);
                assertThat(((Outgoing.Post) entry.change()).message().audience())
                    .isInstanceOf(Audience.One.class);
              });
          for (String person : PEOPLE) {
            assertThat(asked.stream().filter(entry -> entry.change().key().endsWith(person)))
                .hasSizeLessThanOrEqualTo(3);
          }
          assertThat(asked).noneMatch(entry -> entry.change().key().endsWith("lee"));
          assertThat(bot.ledger().alarms()).isEmpty();
        });
  }

  @Test
  void whoIsDone_hearsNothingMore() {
    Cases.each(
        CASES,
        random -> {
          TestDesk bot = ended(random);
          for (int i = random.nextInt(8); i > 0; i--) {
            act(bot, random);
          }
          bot.types("fay", "debrief done");
          long before = of(asked(bot), "fay");
          for (int i = 0; i < 10; i++) {
            act(bot, random);
          }
          bot.passes(Duration.ofDays(60));

          assertThat(of(asked(bot), "fay")).isEqualTo(before);
        });
  }

  private static TestDesk ended(Random random) {
    TestDesk bot = TestDesk.hybrid();
    bot.types("priya", "open hybrid");
    bot.types("priya", "start");
    if (random.nextBoolean()) {
      bot.types("priya", "next");
    }
    if (random.nextBoolean()) {
      bot.types("ravi", "status");
    }
    bot.passes(Duration.ofMinutes(random.nextInt(90)));
    bot.types("priya", "end");
    return bot;
  }

  private static void act(TestDesk bot, Random random) {
    Duration time = Duration.ofMinutes((long) Math.pow(2, random.nextInt(12)));
    switch (random.nextInt(4)) {
      case 0 -> bot.passes(time);
      case 1 -> bot.clock().advance(time); // nobody hears its alarms meanwhile
      default -> {
        String line = LINES.get(random.nextInt(LINES.size()));
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        if (random.nextBoolean()) {
          bot.types(person, line);
        } else {
          bot.typesInClass(person, line);
        }
      }
    }
  }

  private static List<Entry> asked(TestDesk bot) {
    return bot.ledger().shelved().stream()
        .filter(entry -> entry.change().key().startsWith("debrief-"))
        .toList();
  }

  private static long of(List<Entry> asked, String person) {
    return asked.stream().filter(entry -> entry.change().key().endsWith("-" + person)).count();
  }
}
