package dev.callboard.command.clock;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.After;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.IssueWords;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.plan.Member;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Prompts;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Closes the class. */
public final class End implements Command {

  private static final Spec SPEC =
      new Spec("end", List.of(), Spec.PRODUCER, "End the class", List.of("end"), 19);

  /** Of the prompts that were still ahead, so many are named. */
  private static final int SHOWN = 3;

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    if (session.run().live()) {
      Echo.refuse(call, "end"); // where the button that goes on stood, there stands this one now
    }
    Session ended = After.of(call, new Ended());
    List<Event> events = new ArrayList<>(List.of(new Ended()));
    Prompts.missed(session, ended, call.now()).ifPresent(events::add);
    return Decision.of(events.toArray(Event[]::new))
        .saying(Card.refresh(ended, call.now()))
        .answering(answer(session, call.now()));
  }

  /** What people had asked for and will not hear, so that somebody tells it otherwise. */
  private static Optional<Small> ahead(Session session, Instant now) {
    List<Mark> wanted = Prompts.wanted(session, now);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Line line =
        Line.of(wanted.size() + (wanted.size() == 1 ? " prompt was" : " prompts were"))
            .plain(" still ahead: ");
    for (int i = 0; i < Math.min(wanted.size(), SHOWN); i++) {
      Mark mark = wanted.get(i);
      String to = session.plan().person(mark.to()).map(Member::name).orElse(mark.to());
      line = i == 0 ? line : line.plain(", ");
      line = line.plain(words(session, mark) + " for " + to + " at ");
      line = line.clock(mark.due(), session.plan().zone());
    }
    int more = wanted.size() - SHOWN;
    return Optional.of(new Small(line.plain(more > 0 ? " and " + more + " more." : ".")));
  }

  /** What nobody fixed stands so in the report, unless somebody says otherwise. */
  private static Optional<Small> stillOpen(Session session) {
    return IssueWords.open(session)
        .map(open ->
            new Small(Line.of("Issues, " + open + ". ").code("fix NUMBER").plain(" closes them.")));
  }

  private static String words(Session session, Mark mark) {
    String text =
        mark.text() == null
            ? session.prompts().recent().stream()
                .filter(said -> said.to().equals(mark.to()) && mark.due().equals(said.again()))
                .map(Said::text)
                .findFirst()
                .orElse("")
            : mark.text();
    return "“" + Brief.of(text, 60) + "”";
  }

  private static Content answer(Session session, Instant now) {
    Content closed = closed(session, now);
    return Stream.of(ahead(session, now), stillOpen(session))
        .flatMap(Optional::stream)
        .reduce(closed, Content::and, (one, _) -> one);
  }

  private static Content closed(Session session, Instant now) {
    Instant started = session.run().startedAt();
    Line line = Line.of("Closed at ").clock(now, session.plan().zone()).plain(". ");
    if (started == null) {
      return Content.text(line.plain("It never started, so there is nothing to report."));
    }
    Instant planned = Timeline.of(session.plan(), session.run(), now).end();
    Duration ran = Duration.between(started, now);
    return Content.text(
            line.plain("It ran " + Times.minutes(ran) + ". ")
                .plain(planned.isAfter(now.plusSeconds(60)) ? "Not all segments were given. " : "")
                .plain("Anything the designer should know?"))
        .and(Buttons.plain(session.id(), "Note", "note"));
  }
}
