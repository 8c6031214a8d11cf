package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Door;
import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.NoMeetings;
import dev.callboard.testing.SettableClock;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one slash command costs in the adapter alone, on one thread; printed, not judged. */
@Tag("bench")
class SlackPathBenchTest {

  private static final int ROUNDS = 12;
  private static final int CALLS = 40_000;

  /** Looked at, so that the work is not optimised away. */
  private long drawn;

  @Test
  void slashCommand_printsItsCost() {
    SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
    Reply.Tell answer =
        new Reply.Tell(
            Content.text(Line.of("Page 12 is in the class room."))
                .and(
                    new Button.Press("Undo", "@hybrid-1 undo 3"),
                    new Button.Press("Edit", "@hybrid-1 edit 3")));
    Door door = _ -> answer;
    try (FakeSlack slack = FakeSlack.start(clock);
        SlackAdapter adapter =
            new SlackAdapter(slack.settings(), SlackKit.WORDS, door, NoMeetings.AROUND, clock)) {
      WebhookRequest request = slack.requests().slash("/class", "page 12");
      SlackSignature signature = new SlackSignature(new Secret("any other"), clock);
      assertThat(adapter.accept(request).status()).isEqualTo(200);
      print("accept: verify, parse, Bolt, draw the answer", _ -> adapter.accept(request));
      print("of that, the signature", _ -> signature.refusal(request));
      print("of that, drawing the answer", _ -> draw(answer));
      assertThat(drawn).isPositive();
    }
  }

  private void draw(Reply.Tell reply) {
    drawn += SlackRenderer.message(reply.content()).ephemeral().toString().length();
  }

  /** The best of several rounds: the others were disturbed. */
  private static void print(String what, IntConsumer work) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < CALLS; i++) {
        work.accept(i);
      }
      best = Math.min(best, (System.nanoTime() - start) / 1_000.0 / CALLS);
    }
    System.out.printf(Locale.ROOT, "slack %-45s %6.1f µs%n", what, best);
  }
}
