package dev.callboard.session;

import dev.callboard.session.Event.Asked;
import dev.callboard.session.Event.Hushed;
import dev.callboard.session.Event.Missed;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Event.Rearmed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which timing prompts were said, and what people want of them.
 *
 * @param count how many were said
 * @param reached when each mark was due that was said or passed over, and lies not ahead again
 * @param asked prompts that people asked for, those already said included
 * @param quietSince who wants none, and since when
 * @param listeningSince who wants them again, and since when
 */
public record PromptBook(
    int count,
    Map<String, Instant> reached,
    List<Asked> asked,
    Map<String, Instant> quietSince,
    Map<String, Instant> listeningSince) {

  static final PromptBook EMPTY = new PromptBook(0, Map.of(), List.of(), Map.of(), Map.of());

  public PromptBook {
    reached = Map.copyOf(reached);
    asked = List.copyOf(asked);
    quietSince = Map.copyOf(quietSince);
    listeningSince = Map.copyOf(listeningSince);
  }

  /** Whether a mark that is due then is still to be said to a person. */
  public boolean open(String mark, Instant due, String person) {
    Instant since = listeningSince.get(person);
    return !quietSince.containsKey(person)
        && (since == null || due.isAfter(since))
        && !reached.containsKey(mark);
  }

  PromptBook after(Event event, Instant at) {
    return switch (event) {
      case Prompted prompted -> said(prompted);
      case Asked request ->
          new PromptBook(
              count,
              reached,
              Stream.concat(asked.stream(), Stream.of(request)).toList(),
              quietSince,
              listeningSince);
      case Rearmed rearmed -> rearmed(rearmed);
      case Missed missed -> with(count, missed.marks());
      case Hushed hushed -> hushed(hushed, at);
      default -> this;
    };
  }

  private PromptBook said(Prompted prompted) {
    List<Reached> marks = new ArrayList<>(prompted.said());
    marks.addAll(prompted.passed());
    return with(prompted.prompt(), marks);
  }

  private PromptBook with(int said, List<Reached> marks) {
    Map<String, Instant> all = new HashMap<>(reached);
    marks.forEach(mark -> all.put(mark.mark(), mark.due()));
    return new PromptBook(said, all, asked, quietSince, listeningSince);
  }

  private PromptBook rearmed(Rearmed rearmed) {
    Map<String, Instant> all = new HashMap<>(reached);
    rearmed.marks().forEach(all::remove);
    return new PromptBook(count, all, asked, quietSince, listeningSince);
  }

  private PromptBook hushed(Hushed hushed, Instant at) {
    Map<String, Instant> quiet = new HashMap<>(quietSince);
    Map<String, Instant> listening = new HashMap<>(listeningSince);
    (hushed.quiet() ? quiet : listening).put(hushed.person(), at);
    (hushed.quiet() ? listening : quiet).remove(hushed.person());
    return new PromptBook(count, reached, asked, quiet, listening);
  }
}
