package dev.callboard.command.debrief;

import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something the debrief asks.
 *
 * @param segment the activity it is about; null when it is about the whole class
 */
record Question(Topic topic, @Nullable Segment segment) {

  private static final List<Topic> WHOLE = List.of(Topic.KEEP, Topic.CHANGE, Topic.NEXT);

  /** All of a class: about the whole of it, then about each activity that was given, in order. */
  static List<Question> all(Session session) {
    return Stream.concat(
            WHOLE.stream().map(topic -> new Question(topic, null)),
            session.run().order().items().stream()
                .filter(item -> item.actual().visited() && item.segment().activity() != null)
                .map(Item::segment)
                .map(segment -> new Question(Topic.ACTIVITY, segment)))
        .toList();
  }

  /** What a person has not answered yet. */
  static List<Question> open(Session session, String person) {
    return all(session).stream()
        .filter(question ->
            session.debrief().answer(person, question.topic(), question.key()).isEmpty())
        .toList();
  }

  /** What to ask a person next; empty when they have answered everything. */
  static Optional<Question> next(Session session, String person) {
    return open(session, person).stream().findFirst();
  }

  /** Whether a person is asked no more: they have answered everything, or said that this is all. */
  static boolean finished(Session session, String person) {
    return session.debrief().done().contains(person) || open(session, person).isEmpty();
  }

  /** Whether somebody was asked, and all who were are finished. */
  static boolean allFinished(Session session) {
    var asked = session.debrief().asked().keySet();
    return !asked.isEmpty() && asked.stream().allMatch(person -> finished(session, person));
  }

  @Nullable String key() {
    return segment == null ? null : segment.key();
  }
}
