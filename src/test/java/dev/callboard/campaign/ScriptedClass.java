package dev.callboard.campaign;

import dev.callboard.session.SessionId;
import dev.callboard.testing.Courier;
import dev.callboard.testing.FakeSlack;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A producer who gives the same class over and over, by slash commands backstage, one at a time. A
 * command without an answer is typed again only where a person would have to.
 */
final class ScriptedClass {

  private static final Pattern SESSION = Pattern.compile("@([a-z]+-\\d+-\\d{4}(?:-\\d+)?) ");
  private static final Pattern POST = Pattern.compile("undo (\\d+)");

  private final String plan;
  private final FakeSlack slack;
  private final Courier courier;
  private final Random chance;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Set<SessionId> sessions = new LinkedHashSet<>();
  private int counter;
  private int round;

  ScriptedClass(String plan, FakeSlack slack, Courier courier, Random chance) {
    this.plan = plan;
    this.slack = slack;
    this.courier = courier;
    this.chance = chance;
  }

  String classRoom() {
    return channel() + "A";
  }

  String backstage() {
    return channel() + "B";
  }

  private String channel() {
    return "C" + plan.toUpperCase(Locale.ROOT).replace("-", "");
  }

  String plan() {
    return plan;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  Set<SessionId> sessions() {
    return sessions;
  }

  /** Plays until there is no more life. */
  void play(Lives lives) throws InterruptedException {
    while (lives.current() != null) {
      round++;
      needed(lives, Step.open(plan));
      needed(lives, Step.start());
      typed(lives, Step.welcome());
      typed(lives, Step.page(page()));
      typed(lives, Step.say(text("Hello")));
      typed(lives, Step.link("handout"));
      needed(lives, Step.next());
      typed(lives, Step.note(text("Remark")));
      change(lives, Step::undo);
      typed(lives, Step.page(page()));
      typed(lives, Step.link("slides"));
      needed(lives, Step.next());
      change(lives, post -> Step.edit(post, text("Better")));
      typed(lives, Step.back());
      typed(lives, Step.page(page()));
      needed(lives, Step.end());
    }
  }

  /** Says something and, when that was acknowledged, changes it by the number in the reply. */
  private void change(Lives lives, IntFunction<Step> change) throws InterruptedException {
    String reply = typed(lives, Step.say(text("Wrong")));
    Matcher post = POST.matcher(reply == null ? "" : reply);
    if (post.find()) {
      typed(lives, change.apply(Integer.parseInt(post.group(1))));
    }
  }

  private void needed(Lives lives, Step step) throws InterruptedException {
    while (lives.current() != null && typed(lives, step) == null) {
      // typed again: the class cannot go on without
    }
  }

  /** Types the line; the reply, or null when none came. */
  private @Nullable String typed(Lives lives, Step step) throws InterruptedException {
    Life life = lives.current();
    if (life == null) {
      return null;
    }
    life.think(Duration.ofMillis(60 + chance.nextInt(200)));
    if (life.over()) {
      return typed(lives, step);
    }
    @Nullable String reply = sent(life, step.line());
    Attempt attempt = new Attempt(step.line(), reply != null, step.event());
    if (reply == null || reply.contains(step.reply())) {
      attempts.add(attempt);
    } else if (!step.needed() || !reply.contains(step.already())) {
      throw new AssertionError(
          plan + " round " + round + ": " + step.line() + " was answered with " + reply);
    }
    Matcher session = SESSION.matcher(reply == null ? "" : reply);
    if (session.find()) {
      sessions.add(new SessionId(session.group(1)));
    }
    return reply;
  }

  private @Nullable String sent(Life life, String line) throws InterruptedException {
    Map<String, String> fields =
        Map.of(
            "team_id",
            "T" + channel(), // a workspace of its own, for these are paced as a whole too
            "trigger_id",
            plan + "." + attempts.size() + "." + counter++,
            "channel_id",
            line.startsWith("say ") ? classRoom() : backstage(), // elsewhere it would be asked
            "command",
            "/class",
            "text",
            line);
    try {
      HttpResponse<String> response = courier.carry(life.port(), slack.requests().slash(fields));
      if (response.statusCode() != 200) {
        throw new AssertionError(line + " was answered with HTTP " + response.statusCode());
      }
      life.acknowledge();
      return response.body();
    } catch (IOException killed) {
      if (!life.over()) {
        throw new AssertionError(line + " was not answered by a running server", killed);
      }
      return null;
    }
  }

  private int page() {
    return 1 + counter++ % 900;
  }

  private String text(String word) {
    counter++;
    return word + " " + plan + " number " + counter + " end";
  }
}
