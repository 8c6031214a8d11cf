package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.command.Times;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Revision;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says backstage whom facts changed that came after attendance was signed off. Pure. */
public final class Reopened {

  private static final int NAMED = 5;

  private Reopened() {}

  /**
   * What the team is told.
   *
   * @param before as it was signed off
   * @param after with the facts
   */
  public static List<Outgoing> tell(Session before, Session after, Instant now) {
    Revision next = after.register().revision();
    boolean reopened =
        before.register().revision().state() == Revision.State.FINAL
            && next.state() != Revision.State.FINAL;
    if (!reopened) {
      return List.of();
    }
    List<String> changed = changed(before, after, now);
    String who =
        changed.isEmpty()
            ? "nobody's minutes changed"
            : String.join("; ", changed.subList(0, Math.min(NAMED, changed.size())));
    String more = changed.size() > NAMED ? "; and " + (changed.size() - NAMED) + " more" : "";
    Content content =
        Content.text(
                Line.empty()
                    .strong("After attendance was signed off, the meeting told more.")
                    .plain(" " + who + more + ". It is provisional again, revision ")
                    .plain(next.number() + "."))
            .and(Buttons.main(after.id(), "Sign off", "signoff"));
    return Backstage.say(after, "reopened-" + next.number(), content, false);
  }

  private static List<String> changed(Session before, Session after, Instant now) {
    Roll signed = Roll.of(before.register(), before.plan(), now);
    List<String> changed = new ArrayList<>();
    for (Roll.Learner learner : Roll.of(after.register(), after.plan(), now).learners()) {
      Optional<String> was =
          signed.learner(learner.member().key()).map(Roll.Learner::verdict).map(Reopened::words);
      String is = words(learner.verdict());
      if (was.isPresent() && !was.get().equals(is)) {
        changed.add(learner.member().name() + " was " + was.get() + ", now " + is);
      }
    }
    return changed;
  }

  private static String words(Verdict verdict) {
    return verdict.status().word() + " (" + Times.minutes(verdict.present()) + ")";
  }
}
