package dev.callboard.campaign;

import dev.callboard.campaign.PromptedClass.Ask;
import dev.callboard.testing.FakeSlack;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A producer who asks for prompts as long as there is life, each once. */
final class Prompter {

  private final PromptedClass played;
  private final Stage stage;
  private final Random chance;

  /** Which prompts: {@code in 1} for a minute from now, or empty for at once. */
  private final List<String> times;

  private int counter;
  private volatile Instant lastDue = Instant.MIN;

  Prompter(PromptedClass played, Stage stage, List<String> times, Random chance) {
    this.played = played;
    this.stage = stage;
    this.times = times;
    this.chance = chance;
  }

  /** When the last prompt asked for is due, at the latest. */
  Instant lastDue() {
    return lastDue;
  }

  /** Asks until there is no more life. */
  void play(Lives lives) throws InterruptedException {
    for (Life life = lives.current(); life != null; life = lives.current()) {
      life.think(Duration.ofMillis(500 + chance.nextInt(3_000)));
      if (!life.over()) {
        ask(life);
      }
    }
  }

  private void ask(Life life) throws InterruptedException {
    String to = PromptedClass.PEOPLE.get(chance.nextInt(PromptedClass.PEOPLE.size()));
    String text = played.freshText();
    String time = times.get(chance.nextInt(times.size()));
    @Nullable String reply = sent(life, "prompt to " + to + " " + time + text);
    if (reply != null && !reply.contains("alone is told")) {
      throw new AssertionError(text + " was answered with " + reply);
    }
    played.asked(new Ask(to, text, reply != null));
    lastDue = InstantSource.system().instant().plus(Duration.ofMinutes(time.isEmpty() ? 0 : 1));
  }

  private @Nullable String sent(Life life, String line) throws InterruptedException {
    counter++;
    Map<String, String> fields =
        Map.of(
            "team_id",
            played.tenant(),
            "user_id",
            FakeSlack.FAY,
            "trigger_id",
            played.plan() + "." + counter,
            "channel_id",
            played.backstage(),
            "command",
            "/class",
            "text",
            line);
    try {
      HttpResponse<String> response =
          stage.courier().carry(life.port(), stage.slack().requests().slash(fields));
      life.acknowledge();
      return response.body();
    } catch (IOException killed) {
      if (!life.over()) {
        throw new AssertionError(line + " was not answered by a running server", killed);
      }
      return null;
    }
  }
}
