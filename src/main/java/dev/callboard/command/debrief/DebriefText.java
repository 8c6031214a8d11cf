package dev.callboard.command.debrief;

import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.plan.Segment;
import dev.callboard.session.Debrief.Answer;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of the debrief. */
final class DebriefText {

  private static final int LONGEST_TITLE = 60;

  private DebriefText() {}

  /** What somebody is asked alone, some time after class. */
  static Content asking(Session session, String person, boolean last) {
    boolean reminder = session.debrief().asked().containsKey(person);
    int open = Question.open(session, person).size();
    Line line =
        reminder
            ? Line.of("Still open: " + questions(open) + " on how ")
                .strong(session.plan().title())
                .plain(" went." + (last ? " I do not ask again." : ""))
            : Line.of("How did ")
                .strong(session.plan().title())
                .plain(" go? " + capital(questions(open)) + ", and the next class gets better.");
    return Content.text(line)
        .and(
            Buttons.main(session.id(), "Answer", "debrief"),
            Buttons.plain(session.id(), "Nothing to add", "debrief done"));
  }

  private static String questions(int count) {
    return count == 1 ? "1 question" : count + " questions";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A question with its buttons, behind what was just answered. */
  static Content then(Content answered, Session session, String person) {
    Optional<Question> next = Question.next(session, person);
    if (next.isEmpty()) {
      return answered.and(new Text(Line.of("That was everything I wanted to know. Thank you!")));
    }
    List<Button> buttons = new ArrayList<>(buttons(session, next.get()));
    if (!session.debrief().done().contains(person)) {
      buttons.add(Buttons.plain(session.id(), "Done", "debrief done"));
    }
    return answered.and(new Text(Line.of(label(next.get())))).and(buttons.toArray(Button[]::new));
  }

  /** What was understood of an activity; who gave no reason may give one. */
  static Content went(Session session, Segment segment, Went went, String text) {
    Line line = Line.empty().strong(title(segment)).plain(" went " + word(went));
    return text.isEmpty()
        ? Content.text(line.plain("."))
            .and(
                Buttons.plain(
                    session.id(), "Say why", "debrief activity " + segment.key() + " why"))
        : Content.text(line.plain(": ").strong(text));
  }

  /** How an activity went, to be answered by a button. */
  static Content activity(Session session, Question question) {
    return Content.text(label(question)).and(buttons(session, question).toArray(Button[]::new));
  }

  private static List<Button> buttons(Session session, Question question) {
    Segment segment = question.segment();
    if (segment == null) {
      return List.of(Buttons.main(session.id(), "Answer", "debrief " + word(question.topic())));
    }
    String line = "debrief activity " + segment.key() + " ";
    return List.of(
        Buttons.plain(session.id(), "Well", line + word(Went.WELL)),
        Buttons.plain(session.id(), "So-so", line + word(Went.SO_SO)),
        Buttons.plain(session.id(), "Badly", line + word(Went.BADLY)));
  }

  /** A form for words, with what the person said before in it. */
  static Form form(Session session, String person, Question question) {
    Optional<Answer> before = session.debrief().answer(person, question.topic(), question.key());
    Segment segment = question.segment();
    String line =
        segment == null
            ? word(question.topic())
            : "activity " + segment.key() + " " + word(before.map(Answer::went).orElse(Went.SO_SO));
    return new Form(
        title(question.topic()),
        segment == null ? label(question) : "What shall we know of “" + title(segment) + "”?",
        before.map(Answer::text).orElse(""),
        "Keep",
        "@" + session.id() + " debrief " + line);
  }

  /** At most 24 characters. */
  private static String title(Topic topic) {
    return switch (topic) {
      case KEEP -> "Debrief: what to keep";
      case CHANGE -> "Debrief: what to change";
      case NEXT -> "Debrief: next time";
      case ACTIVITY -> "Debrief: an activity";
    };
  }

  private static String label(Question question) {
    Segment segment = question.segment();
    return switch (question.topic()) {
      case KEEP -> "What went well and should stay as it is?";
      case CHANGE -> "What should change?";
      case NEXT -> "What do we do next time?";
      case ACTIVITY -> "How did “" + (segment == null ? "" : title(segment)) + "” go?";
    };
  }

  static String title(Segment segment) {
    return Brief.of(segment.title(), LONGEST_TITLE);
  }

  /** As people type it. */
  static String word(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }

  /** As people type it. */
  static String word(Went went) {
    return went.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
