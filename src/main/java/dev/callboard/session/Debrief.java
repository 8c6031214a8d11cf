package dev.callboard.session;

import dev.callboard.session.Event.DebriefAsked;
import dev.callboard.session.Event.DebriefClosed;
import dev.callboard.session.Event.DebriefDone;
import dev.callboard.session.Event.Debriefed;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the team said after class of how it went.
 *
 * @param asked who was asked, and when last
 * @param answers of each person the newest on each topic and activity, in the order they came
 * @param done who wants to say no more
 */
public record Debrief(
    Map<String, Asking> asked, List<Answer> answers, Set<String> done, boolean closed) {

  static final Debrief NOTHING = new Debrief(Map.of(), List.of(), Set.of(), false);

  /**
   * How often somebody was asked.
   *
   * @param at the last time
   */
  public record Asking(int rounds, Instant at) {}

  /** What somebody said, as in {@link Debriefed}. */
  public record Answer(
      String by,
      Instant at,
      Topic topic,
      @Nullable String segment,
      @Nullable Went went,
      String text) {

    private boolean sameQuestion(Answer other) {
      return by.equals(other.by) && topic == other.topic && Objects.equals(segment, other.segment);
    }
  }

  public Debrief {
    asked = Map.copyOf(asked);
    answers = List.copyOf(answers);
    done = Set.copyOf(done);
  }

  /** What a person said on a topic; of an activity, its segment's key. */
  public Optional<Answer> answer(String person, Topic topic, @Nullable String segment) {
    return answers.stream()
        .filter(answer ->
            answer.by().equals(person)
                && answer.topic() == topic
                && Objects.equals(answer.segment(), segment))
        .findFirst();
  }

  Debrief after(Recorded recorded) {
    return switch (recorded.event()) {
      case DebriefAsked asking -> asking(asking, recorded.at());
      case Debriefed said ->
          answering(
              new Answer(
                  recorded.by(),
                  recorded.at(),
                  said.topic(),
                  said.segment(),
                  said.went(),
                  said.text()));
      case DebriefDone over -> done(over.person());
      case DebriefClosed _ -> new Debrief(asked, answers, done, true);
      default -> this;
    };
  }

  private Debrief asking(DebriefAsked asking, Instant at) {
    Map<String, Asking> all = new HashMap<>(asked);
    all.put(asking.person(), new Asking(asking.round(), at));
    return new Debrief(all, answers, done, closed);
  }

  private Debrief answering(Answer answer) {
    List<Answer> all = new ArrayList<>(answers);
    all.removeIf(answer::sameQuestion);
    all.add(answer);
    return new Debrief(asked, all, done, closed);
  }

  private Debrief done(String person) {
    Set<String> all = new HashSet<>(done);
    all.add(person);
    return new Debrief(asked, answers, all, closed);
  }
}
