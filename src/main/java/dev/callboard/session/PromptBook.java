package dev.callboard.session;

import dev.callboard.session.Event.Asked;
import dev.callboard.session.Event.Disarmed;
import dev.callboard.session.Event.Freed;
import dev.callboard.session.Event.Hushed;
import dev.callboard.session.Event.Missed;
import dev.callboard.session.Event.Profiled;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Event.Rearmed;
import dev.callboard.session.Event.Relayed;
import dev.callboard.session.Event.Seen;
import dev.callboard.session.Event.Snoozed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which timing prompts were said, and what people want of them.
 *
 * @param count how many were said
 * @param marks which were said or passed over
 * @param asked prompts that people asked for, those already said included
 * @param quietSince who wants none, and since when
 * @param listeningSince who wants them again, and since when
 * @param recent the newest that were said, the oldest first
 * @param wishes how people want to be prompted, by their keys
 */
public record PromptBook(
    int count,
    Reaching marks,
    List<Asked> asked,
    Map<String, Instant> quietSince,
    Map<String, Instant> listeningSince,
    List<Said> recent,
    Map<String, Wish> wishes) {

  /**
   * How a person wants to be prompted.
   *
   * @param before how they wanted it until they last said when they want it
   */
  public record Wish(Profile profile, Profile before, Instant since) {
    static final Wish USUAL = new Wish(Profile.USUAL, Profile.USUAL, Instant.MIN);

    Wish then(Profile next, Instant at) {
      boolean asOften =
          Objects.equals(next.left(), profile.left()) && next.quietIn().equals(profile.quietIn());
      return asOften ? new Wish(next, before, since) : new Wish(next, profile, at);
    }
  }

  static final PromptBook EMPTY =
      new PromptBook(0, Reaching.NOTHING, List.of(), Map.of(), Map.of(), List.of(), Map.of());

  /** Nobody answers a prompt after so many others. */
  private static final int RECENT = 20;

  public PromptBook {
    asked = List.copyOf(asked);
    quietSince = Map.copyOf(quietSince);
    listeningSince = Map.copyOf(listeningSince);
    recent = List.copyOf(recent);
    wishes = Map.copyOf(wishes);
  }

  /** When each mark was due that was said or passed over, and lies not ahead again. */
  public Map<String, Instant> reached() {
    return marks.reached();
  }

  /** Marks that were said or passed over before, and lie ahead again. */
  public Set<String> rearmed() {
    return marks.before().keySet();
  }

  /**
   * When a mark was due that lies ahead again; empty for any other, and for one that lies there
   * rightly.
   *
   * @param due when it is due now; rightly is more than {@code least} after it was, and after it
   *     was brought ahead, as if it had been brought no farther than there at first
   */
  public Optional<Instant> wronglyRearmed(String mark, Instant due, Duration least) {
    return Optional.ofNullable(marks.before().get(mark))
        .filter(before -> !due.isAfter(before.latest().plus(least)))
        .map(Reaching.Before::due);
  }

  public Profile profile(String person) {
    return wish(person).profile();
  }

  public Wish wish(String person) {
    return wishes.getOrDefault(person, Wish.USUAL);
  }

  /** Whether a person wants to hear of what the clock says then. */
  public boolean listens(String person, Instant due) {
    Instant since = listeningSince.get(person);
    return !quietSince.containsKey(person) && (since == null || due.isAfter(since));
  }

  /** A prompt by its number, as long as it is among the newest. */
  public Optional<Said> said(int number) {
    return recent.stream().filter(said -> said.number() == number).findFirst();
  }

  PromptBook after(Event event, Instant at) {
    return switch (event) {
      case Prompted prompted -> said(prompted, at);
      case Seen seen -> seen(seen.prompt(), at);
      case Snoozed snoozed ->
          with(numbered(snoozed.prompt()), said -> said.seenAt(at).againAt(snoozed.at()));
      case Relayed relayed ->
          with(
              said -> relayed.prompts().contains(said.number()),
              said -> said.alsoTold(relayed.to()));
      case Asked request ->
          new PromptBook(
              count,
              marks,
              Stream.concat(asked.stream(), Stream.of(request)).toList(),
              quietSince,
              listeningSince,
              recent,
              wishes);
      case Rearmed rearmed -> with(marks.rearmed(rearmed.marks(), at));
      case Disarmed disarmed -> with(marks.and(disarmed.marks()));
      case Freed freed -> with(marks.without(freed.marks()));
      case Missed missed -> with(marks.and(missed.marks()));
      case Hushed hushed -> hushed(hushed, at);
      case Profiled profiled -> profiled(profiled, at);
      default -> this;
    };
  }

  /** Whoever does something reads what they were told. */
  PromptBook acted(String person, Instant at) {
    Predicate<Said> theirs = said -> said.to().equals(person) && said.seen() == null;
    return recent.stream().anyMatch(theirs) ? with(theirs, said -> said.seenAt(at)) : this;
  }

  /** Whoever has read one has read those before it. */
  private PromptBook seen(int number, Instant at) {
    return said(number)
        .map(read ->
            with(
                said ->
                    said.to().equals(read.to()) && said.number() <= number && said.seen() == null,
                said -> said.seenAt(at)))
        .orElse(this);
  }

  private static Predicate<Said> numbered(int number) {
    return said -> said.number() == number;
  }

  private PromptBook with(Predicate<Said> which, UnaryOperator<Said> change) {
    List<Said> next =
        recent.stream().map(said -> which.test(said) ? change.apply(said) : said).toList();
    return new PromptBook(count, marks, asked, quietSince, listeningSince, next, wishes);
  }

  /** The clock runs again, after it stood still from then on for so long. */
  PromptBook resumed(Instant since, Duration pause) {
    return with(marks.later(since, pause));
  }

  private PromptBook said(Prompted prompted, Instant at) {
    List<Reached> reached = new ArrayList<>(prompted.said());
    reached.addAll(prompted.passed());
    List<String> about = prompted.said().stream().map(Reached::mark).toList();
    String text = prompted.text() == null ? "" : prompted.text();
    Said said = new Said(prompted.prompt(), prompted.to(), at, about, text, null, null, null);
    int old = recent.size() + 1 - RECENT;
    List<Said> next = new ArrayList<>(recent.subList(Math.max(0, old), recent.size()));
    next.add(said);
    if (old > 0) { // what is wanted once more is kept however many were said since
      next.addAll(0, recent.subList(0, old).stream().filter(o -> o.wantedAfter(at)).toList());
    }
    return new PromptBook(
        prompted.prompt(), marks.and(reached), asked, quietSince, listeningSince, next, wishes);
  }

  private PromptBook with(Reaching next) {
    return new PromptBook(count, next, asked, quietSince, listeningSince, recent, wishes);
  }

  private PromptBook profiled(Profiled profiled, Instant at) {
    Map<String, Wish> all = new HashMap<>(wishes);
    all.put(profiled.person(), wish(profiled.person()).then(profiled.profile(), at));
    return new PromptBook(count, marks, asked, quietSince, listeningSince, recent, all);
  }

  private PromptBook hushed(Hushed hushed, Instant at) {
    Map<String, Instant> quiet = new HashMap<>(quietSince);
    Map<String, Instant> listening = new HashMap<>(listeningSince);
    (hushed.quiet() ? quiet : listening).put(hushed.person(), at);
    (hushed.quiet() ? listening : quiet).remove(hushed.person());
    return new PromptBook(count, marks, asked, quiet, listening, recent, wishes);
  }
}
