package dev.callboard.command.debrief;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Reply;
import dev.callboard.command.After;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Debrief.Answer;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Debriefed;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes what the team says after class of how it went; without a word it asks for it. */
public final class DebriefCommand implements Command {

  private static final String DONE = "done";

  private static final Spec SPEC =
      new Spec(
          "debrief",
          List.of(
              Param.choice("what", "keep", "change", "next", "activity", DONE).optional(),
              Param.text("text", 2_000).optional()),
          Spec.TEAM,
          "Say how the class went, after its end",
          List.of(
              "debrief",
              "debrief keep The poll as an opener",
              "debrief activity poll-1 well",
              "debrief done"),
          23);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = over(call);
    String person = call.caller().key();
    Optional<String> what = call.arguments().find("what");
    if (what.isEmpty()) {
      return next(session, person);
    }
    String text = call.arguments().find("text").orElse("").strip();
    return switch (what.get()) {
      case DONE -> done(call);
      case "activity" -> activity(call, text);
      default -> whole(call, Topic.valueOf(what.get().toUpperCase(Locale.ROOT)), text);
    };
  }

  /** A class that ran and has ended. */
  private static Session over(Call call) {
    Session session = call.inClass();
    String title = "“" + session.plan().title() + "”";
    if (!session.run().ended()) {
      throw new CommandException(
          title
              + " is not over. The debrief comes after its end; until then, `note TEXT` keeps it.",
          Buttons.plain(session.id(), "Note", "note"));
    }
    if (session.run().startedAt() == null) {
      throw new CommandException(
          title + " never started, so there is nothing to look back on. `note TEXT` still works.",
          Buttons.plain(session.id(), "Note", "note"));
    }
    return session;
  }

  private static Decision next(Session session, String person) {
    Optional<Question> next = Question.next(session, person);
    if (next.isEmpty()) {
      return Decision.tell(
          "You have answered everything; thank you! `debrief keep TEXT` and the like change what"
              + " you said.");
    }
    return next.get().segment() == null
        ? Decision.of().asking(new Reply.Ask(DebriefText.form(session, person, next.get())))
        : Decision.tell(DebriefText.activity(session, next.get()));
  }

  private static Decision whole(Call call, Topic topic, String text) {
    Session session = call.inClass();
    if (text.isEmpty()) {
      Question question = new Question(topic, null);
      return Decision.of()
          .asking(new Reply.Ask(DebriefText.form(session, call.caller().key(), question)));
    }
    String said =
        switch (topic) {
          case KEEP -> "To keep: ";
          case CHANGE -> "To change: ";
          default -> "Next time: ";
        };
    return said(
        call, new Debriefed(topic, null, null, text), Content.text(Line.of(said).strong(text)));
  }

  private static Decision activity(Call call, String typed) {
    Session session = call.inClass();
    String person = call.caller().key();
    if (typed.isEmpty()) {
      return Question.open(session, person).stream()
          .filter(question -> question.segment() != null)
          .findFirst()
          .map(question -> Decision.tell(DebriefText.activity(session, question)))
          .orElseThrow(() -> CommandException.usage("Which activity, and how did it go?"));
    }
    ActivityLine line = ActivityLine.of(session, typed);
    Question question = new Question(Topic.ACTIVITY, line.segment());
    if (line.form()) {
      return Decision.of().asking(new Reply.Ask(DebriefText.form(session, person, question)));
    }
    Went went = line.went();
    if (went == null) {
      return Decision.tell(DebriefText.activity(session, question));
    }
    Content answered = DebriefText.went(session, line.segment(), went, line.text());
    return said(call, new Debriefed(Topic.ACTIVITY, question.key(), went, line.text()), answered);
  }

  /** Said again to the letter, nothing is written. */
  private static Decision said(Call call, Debriefed said, Content answered) {
    Session session = call.inClass();
    String person = call.caller().key();
    Optional<Answer> before = session.debrief().answer(person, said.topic(), said.segment());
    boolean same =
        before
            .filter(answer -> answer.went() == said.went() && answer.text().equals(said.text()))
            .isPresent();
    List<Event> events = same ? List.of() : closing(call, said);
    Session then = After.of(call, events.toArray(Event[]::new));
    return Decision.of(events.toArray(Event[]::new))
        .replacing(DebriefText.then(answered, then, person));
  }

  private static Decision done(Call call) {
    Session session = call.inClass();
    String person = call.caller().key();
    if (session.debrief().done().contains(person)) {
      return Decision.tell("You were done already. `debrief` still takes a word, if there is one.");
    }
    List<Event> events = closing(call, new Event.DebriefDone(person));
    return Decision.of(events.toArray(Event[]::new))
        .replacing(
            Content.text(
                Line.marked("Thank you. I do not ask again; `debrief` still takes a word.")));
  }

  /** With the end of the debrief when this was all that somebody waited for. */
  private static List<Event> closing(Call call, Event event) {
    List<Event> events = new ArrayList<>(List.of(event));
    Session then = After.of(call, event);
    if (!then.debrief().closed() && Question.allFinished(then)) {
      events.add(new Event.DebriefClosed());
    }
    return events;
  }
}
