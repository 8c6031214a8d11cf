package dev.callboard.command.clock;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import dev.callboard.session.timing.CatchUp;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Slot.Phase;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the cuts that were proposed, all of them and no others, or none and says what is no longer
 * as it was. Buttons type it; menus do not show it.
 */
public final class Cut implements Command {

  private static final String UNDO = "undo ";

  private static final Spec SPEC =
      new Spec(
          "cut",
          List.of(Param.text("cuts", 2_000)),
          Spec.STAGE,
          "Make the cuts that catchup proposed",
          List.of("catchup"),
          0);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    String typed = call.arguments().text("cuts");
    boolean undo = typed.startsWith(UNDO);
    Cuts cuts =
        Cuts.read(undo ? typed.substring(UNDO.length()) : typed).orElseThrow(() -> byHand(session));
    return undo ? undone(call, cuts) : made(call, cuts);
  }

  private static CommandException byHand(Session session) {
    return new CommandException(
        "I propose what to cut, and you press the button. For one segment, `skip SEGMENT` leaves it"
            + " out and `extend -3 SEGMENT` shortens it.",
        Buttons.main(session.id(), "Catch up", "catchup"));
  }

  private static Decision made(Call call, Cuts cuts) {
    Session session = call.openClass();
    List<String> changed = changed(session, call.timeline(), cuts);
    if (!changed.isEmpty()) {
      throw new CommandException(
          "I cut nothing, for things have changed since: " + String.join("; ", changed) + ".",
          Buttons.main(session.id(), "Catch up", "catchup"));
    }
    Event[] events = cuts.each().stream().map(Cuts.One::event).toArray(Event[]::new);
    Standing standing = Standing.after(call, events);
    String done =
        String.join(" ", cuts.each().stream().map(one -> done(standing.timeline(), one)).toList());
    Content answer =
        Content.text(standing.line(Line.of(done)))
            .and(
                standing.buttons(Buttons.plain(session.id(), "Undo", "cut " + UNDO + cuts.line())));
    return standing.decide(answer, events).saying(words(call, standing, cuts));
  }

  /** Each who leads what was cut is told so, in one message. */
  private static List<Outgoing> words(Call call, Standing standing, Cuts cuts) {
    Map<String, List<String>> byLead = new LinkedHashMap<>();
    for (Cuts.One one : cuts.each()) {
      Segment segment = standing.timeline().slot(one.segment()).orElseThrow().segment();
      standing
          .session()
          .plan()
          .lead(segment)
          .map(lead -> byLead.computeIfAbsent(lead.key(), _ -> new ArrayList<>()))
          .ifPresent(sentences -> sentences.add(done(standing.timeline(), one)));
    }
    List<Outgoing> words = new ArrayList<>();
    byLead.forEach((lead, sentences) ->
        words.addAll(
            Words.to(
                call,
                lead,
                standing.line(Line.of("To catch up: " + String.join(" ", sentences))))));
    return words;
  }

  private static String done(Timeline timeline, Cuts.One one) {
    Slot slot = timeline.slot(one.segment()).orElseThrow();
    return slot.segment().title()
        + (one.by().isPresent()
            ? " takes " + Times.minutes(slot.allotted()) + "."
            : " is left out.");
  }

  private static Decision undone(Call call, Cuts cuts) {
    Session session = call.openClass();
    Timeline timeline = call.timeline();
    if (!cuts.each().stream().allMatch(one -> undoable(timeline, one))) {
      throw new CommandException(
          "The class has gone on since, so this can no longer be undone as a whole.",
          Buttons.plain(session.id(), "Status", "status"));
    }
    Event[] events = cuts.each().stream().map(Cuts.One::reverse).toArray(Event[]::new);
    Standing standing = Standing.after(call, events);
    Content answer =
        Content.text(standing.line(Line.of("All is as it was."))).and(standing.buttons());
    return standing.decide(answer, events);
  }

  private static boolean undoable(Timeline timeline, Cuts.One one) {
    Phase phase = timeline.slot(one.segment()).map(Slot::phase).orElse(Phase.MISSED);
    return one.by().isPresent()
        ? phase == Phase.AHEAD || phase == Phase.CURRENT
        : phase == Phase.SKIPPED;
  }

  /** What is no longer as the proposal had it, in words. */
  private static List<String> changed(Session session, Timeline timeline, Cuts cuts) {
    List<String> changed = new ArrayList<>();
    cuts.each().stream().flatMap(one -> changed(timeline, one)).forEach(changed::add);
    Duration late = Duration.between(CatchUp.due(session.plan(), timeline), timeline.end());
    if (changed.isEmpty() && late.plus(CatchUp.TOLERANCE).compareTo(cuts.late()) < 0) {
      changed.add(
          late.compareTo(CatchUp.TOLERANCE) > 0
              ? "the class is only " + Times.minutes(late) + " late now"
              : "the class is on time now");
    }
    return changed;
  }

  private static Stream<String> changed(Timeline timeline, Cuts.One one) {
    Optional<Slot> found = timeline.slot(one.segment());
    if (found.isEmpty()) {
      return Stream.of("there is no “" + one.segment() + "”");
    }
    Slot slot = found.get();
    String title = "“" + slot.segment().title() + "” ";
    return switch (slot.phase()) {
      case SKIPPED -> Stream.of(title + "is left out already");
      case DONE, MISSED -> Stream.of(title + "is over");
      case CURRENT, AHEAD -> {
        if (one.by().isEmpty() && slot.phase() == Phase.CURRENT) {
          yield Stream.of(title + "has begun");
        }
        Duration other = slot.allotted().minus(one.allotted()).abs();
        if (other.compareTo(CatchUp.TOLERANCE) > 0) { // fractions of a second say nothing
          yield Stream.of(
              title
                  + "has "
                  + Times.minutes(slot.allotted())
                  + " now, not "
                  + Times.minutes(one.allotted()));
        }
        boolean enough = slot.left().compareTo(one.by().orElse(Duration.ZERO)) >= 0;
        yield enough
            ? Stream.of()
            : Stream.of(title + "has only " + Times.countdown(slot.left()) + " left");
      }
    };
  }
}
