package dev.callboard.session;

import dev.callboard.session.Event.Opened;
import dev.callboard.session.attendance.Course;
import dev.callboard.session.attendance.Decisions;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Register;
import dev.callboard.session.attendance.Revision;
import dev.callboard.session.attendance.Spans.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;

/** Writes events of a class into its register. */
final class Registering {

  private Registering() {}

  static Register opened(Opened opened, Instant at) {
    Instant start = opened.plannedStart();
    Span planned = start == null ? null : new Span(start, start.plus(opened.plan().slot()));
    return Register.opened(at, planned);
  }

  static Register after(Session session, Recorded recorded) {
    Register register = session.register();
    Decisions decisions = register.decisions();
    return switch (recorded.event()) {
      case Event.Started _, Event.Entered _, Event.Ended _ -> clock(session, recorded);
      case Event.Witnessed told ->
          register.witnessed(told.sighting(), recorded.at(), session.plan().attendance());
      case Event.Acquainted known ->
          register.with(decisions.acquainted(HashTreePMap.from(known.aliases())));
      case Event.Matched matched ->
          register.with(decisions.matched(matched.traits(), matched.person()));
      case Event.Forgotten forgotten -> register.with(decisions.forgotten(forgotten.traits()));
      case Event.Merged merged -> register.with(decisions.merged(merged.trait(), merged.with()));
      case Event.Parted parted -> register.with(decisions.parted(parted.stay()));
      case Event.Marked marked ->
          register.with(decisions.marked(marked.person(), mark(marked, recorded)));
      case Event.Accompanied beside ->
          register.with(decisions.accompanied(beside.person(), beside.company()));
      case Event.Ruled ruled -> register.with(decisions.ruled(ruled.policy()));
      case Event.Settled settled ->
          register.with(register.told().settled(settled.settling(), recorded.at()));
      case Event.Rolled _ -> register.with(register.told().rollPosted());
      case Event.Reported _ -> register.with(register.told().reportPosted());
      case Event.Accounted accounted -> register.recorded(accounted.record(), accounted.agrees());
      case Event.Unaccounted asked -> register.with(register.course().asked(asked.times()));
      case Event.Reconciled settled -> register.reconciled(settled.accounts());
      case Event.Finalised _ -> register.with(register.revision().to(Revision.State.FINAL));
      case Event.Erasing wanted -> register.with(register.course().erasing(wanted.person()));
      case Event.Erased done ->
          register.with(register.course().erased(done.people(), done.everybody()));
      default -> register;
    };
  }

  private static @Nullable Mark mark(Event.Marked marked, Recorded recorded) {
    return marked.kind() == null
        ? null
        : new Mark(marked.kind(), marked.reason(), recorded.by(), recorded.at());
  }

  private static Course started(Session session, Instant at) {
    Course course = session.register().course();
    Instant planned = session.run().plannedStart();
    boolean another = Run.isAnotherHour(planned, at, session.plan().slot());
    return (another ? course.unplanned() : course).started(at);
  }

  private static Register clock(Session session, Recorded recorded) {
    Register register = session.register();
    Course course = register.course();
    Instant at = session.run().notBeforeFacts(recorded.at());
    return switch (recorded.event()) {
      case Event.Started _ ->
          course.started() == null
              ? register.with(started(session, at).entered(session.run().order().first().key(), at))
              : register;
      case Event.Entered entered -> register.with(course.entered(entered.segment(), at));
      case Event.Ended _ ->
          register.with(course.ended(at)).with(register.revision().to(Revision.State.PROVISIONAL));
      default -> register;
    };
  }
}
