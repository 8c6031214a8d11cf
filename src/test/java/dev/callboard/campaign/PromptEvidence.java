package dev.callboard.campaign;

import dev.callboard.campaign.PromptLog.Decided;
import dev.callboard.chat.Place;
import dev.callboard.desk.Ledger;
import dev.callboard.session.SessionId;
import dev.callboard.store.Store;
import dev.callboard.testing.SlackCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is left of a campaign of prompts: what the log holds, and what people really got. */
final class PromptEvidence {

  private static final Pattern LATE = Pattern.compile("\\((\\d+):(\\d\\d) late\\)");

  /** From here on a prompt must say that it is late. */
  private static final Duration OVERDUE = Duration.ofSeconds(3);

  /** Between what the server and what the fake Slack take for now. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  /** From when Slack has something to when that is surely written down. */
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final List<SlackCall> calls;
  private final List<Instant> kills;
  private final Instant end;
  private final List<String> faults = new ArrayList<>();
  private final List<Duration> lateness = new ArrayList<>();
  private int asked;
  private int doubled;
  private int inHand;
  private int overdue;

  PromptEvidence(List<SlackCall> calls, List<Instant> kills, Instant end) {
    this.calls = calls.stream().filter(call -> call.method().startsWith("chat.post")).toList();
    this.kills = kills;
    this.end = end;
  }

  /**
   * What was found.
   *
   * @param faults everything that must not be, in words; empty when nothing was lost or repeated
   * @param lateness of each message, from when it was due to when it first came
   * @param inHand how often a lane had just sent something when its server was killed
   * @param doubled messages that came twice because of a crash between send and record
   * @param overdue messages that said how late they were
   */
  record Finding(
      List<String> faults,
      List<Duration> lateness,
      int asked,
      int inHand,
      int doubled,
      int overdue) {

    String figures() {
      return "%d prompts asked for, %d messages, 0 lost, %d doubled of %d in hand at a kill, "
              .formatted(asked, lateness.size(), doubled, inHand)
          + "%d overdue and marked so; late by %d ms (median), %d ms at most"
              .formatted(overdue, share(50).toMillis(), share(100).toMillis());
    }

    /** So many of a hundred were no later than this. */
    private Duration share(int percent) {
      return lateness.stream().sorted().toList().get((lateness.size() - 1) * percent / 100);
    }
  }

  Finding examine(List<PromptedClass> classes, String databaseUrl) {
    try (Store store = Store.open(databaseUrl)) {
      classes.forEach(played -> examine(played, store.ledger()));
      if (store.shelf().depth() > 0) {
        faults.add(store.shelf().depth() + " messages still wait");
      }
    }
    return new Finding(List.copyOf(faults), List.copyOf(lateness), asked, inHand, doubled, overdue);
  }

  private void examine(PromptedClass played, Ledger ledger) {
    Place backstage = new Place("slack", played.tenant(), played.backstage());
    SessionId id = ledger.at(backstage).orElseThrow();
    PromptLog log = new PromptLog(played, ledger.read(id, 0), end);
    faults.addAll(log.faults());
    asked += played.asks().size();
    for (String person : PromptedClass.PEOPLE) {
      deliver(
          played.lane(person),
          log.decided().stream().filter(one -> one.to().equals(person)).toList());
    }
    Set<String> lanes = PromptedClass.PEOPLE.stream().map(played::lane).collect(Collectors.toSet());
    calls.stream()
        .filter(call -> played.isPrompt(call) && !lanes.contains(call.field("channel")))
        .forEach(call -> faults.add("said to others: " + call));
  }

  /**
   * A person gets all in its order. What comes again must be the last thing its life said to them,
   * just before it was killed, and the first of a later life.
   */
  private void deliver(String lane, List<Decided> decided) {
    List<SlackCall> there =
        calls.stream().filter(call -> call.field("channel").equals(lane)).toList();
    inHand += (int) kills.stream().filter(kill -> sentJustBefore(kill, there)).count();
    int at = 0;
    for (Decided one : decided) {
      if (at == there.size() || !shows(there.get(at), one)) {
        faults.add(lane + ": lost or out of order: " + one);
        return;
      }
      late(there.get(at), one);
      for (at++; at < there.size() && shows(there.get(at), one); at++) {
        doubled++;
        if (there.get(at).token().equals(there.get(at - 1).token())) {
          faults.add(lane + ": said twice in one life: " + one);
        }
        SlackCall before = there.get(at - 1);
        if (kills.stream().noneMatch(kill -> sentJustBefore(kill, List.of(before)))) {
          faults.add(lane + ": said twice though it was written down long before: " + one);
        }
      }
    }
    there.stream().skip(at).forEach(call -> faults.add(lane + ": said undecided: " + call));
  }

  private static boolean sentJustBefore(Instant kill, List<SlackCall> sent) {
    return sent.stream()
        .map(call -> Duration.between(call.at(), kill))
        .anyMatch(before -> !before.isNegative() && before.compareTo(WINDOW) < 0);
  }

  private void late(SlackCall call, Decided one) {
    Duration real = Duration.between(one.due(), call.at());
    lateness.add(real);
    Matcher mark = LATE.matcher(call.field("blocks"));
    if (mark.find()) {
      overdue++;
      Duration said =
          Duration.ofMinutes(Long.parseLong(mark.group(1)))
              .plusSeconds(Long.parseLong(mark.group(2)));
      if (real.minus(said).abs().compareTo(MARGIN.plus(MARGIN)) > 0) {
        faults.add("late by " + real + ", but says " + said + ": " + one);
      }
    } else if (real.compareTo(OVERDUE.plus(MARGIN)) > 0) {
      faults.add("late by " + real + " without a word of it: " + one);
    }
    if (real.isNegative()) {
      faults.add("early by " + real.negated() + ": " + one);
    }
  }

  private static boolean shows(SlackCall call, Decided decided) {
    return decided.words().stream()
        .allMatch(words ->
            Pattern.compile("(?<!\\d)" + Pattern.quote(words) + "(?!\\d)")
                .matcher(call.field("blocks"))
                .find());
  }
}
