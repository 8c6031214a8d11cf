package dev.callboard.command.keep;

import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Line;
import dev.callboard.chat.Reply;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.NoteFor;
import dev.callboard.session.Event.Noted;
import dev.callboard.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps a remark, stamped with the segment and with how far behind the class was. */
public final class NoteCommand implements Command {

  private static final Spec SPEC =
      new Spec(
          "note",
          List.of(Param.text("text", 2_000).optional()),
          Spec.TEAM,
          "Keep a note, for the team or for somebody",
          List.of("note The poll was too long", "note designer: page 7 needs a bigger picture"),
          10);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Optional<String> typed = call.arguments().find("text");
    if (typed.isEmpty()) {
      return Decision.of().asking(new Reply.Ask(form(session)));
    }
    Addressed addressed = Addressed.of(typed.get());
    Optional<Segment> segment = session.segment();
    Duration behind = segment.isPresent() ? call.timeline().behind() : null;
    Noted noted =
        new Noted(
            addressed.reader(), addressed.text(), segment.map(Segment::key).orElse(null), behind);
    return Decision.of(noted).answering(Content.text(answer(noted, segment)));
  }

  private static Line answer(Noted noted, Optional<Segment> segment) {
    Line line = Line.of("Noted for the " + noted.reader().name().toLowerCase(Locale.ROOT));
    if (segment.isEmpty()) {
      return line.plain(".");
    }
    Duration behind = noted.behind() == null ? Duration.ZERO : noted.behind();
    return line.plain(" at ")
        .strong(segment.get().title())
        .plain(", " + Times.offset(behind) + ".");
  }

  private static Form form(Session session) {
    return new Form(
        "Keep a note",
        "Begin with “designer:”, “facilitator:” or “client:” to say who it is for",
        "",
        "Keep",
        "@" + session.id() + " note");
  }

  /** A remark and whom it begins by naming. */
  private record Addressed(NoteFor reader, String text) {

    static Addressed of(String typed) {
      int colon = typed.indexOf(':');
      if (colon > 0) {
        String name = typed.substring(0, colon).strip().toUpperCase(Locale.ROOT);
        String text = typed.substring(colon + 1).strip();
        for (NoteFor reader : NoteFor.values()) {
          if (reader.name().equals(name) && !text.isEmpty()) {
            return new Addressed(reader, text);
          }
        }
      }
      return new Addressed(NoteFor.TEAM, typed);
    }
  }
}
