package dev.callboard.session.timing;

import dev.callboard.plan.Segment;
import dev.callboard.session.Profile;
import dev.callboard.session.PromptBook.Wish;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark.Kind;
import java.time.Instant;
import java.util.Optional;

/** Marks that a person wants to be told since a moment ago. */
final class Wished {

  private Wished() {}

  /** When a mark was due, or since when it is wanted if that is later. */
  static Instant since(Session session, Mark mark) {
    Wish wish = session.prompts().wish(mark.to());
    return wish.since().isAfter(mark.due()) && !wasWanted(session, mark, wish.before())
        ? wish.since()
        : mark.due();
  }

  private static boolean wasWanted(Session session, Mark mark, Profile before) {
    Optional<Segment> segment = session.segment();
    if (mark.again() || mark.kind() == Kind.CUE || mark.kind() == Kind.ASKED || segment.isEmpty()) {
      return true; // no profile speaks of these
    }
    return !before.isQuietIn(segment.get())
        && (mark.kind() != Kind.LEFT
            || Marks.left(session.plan(), segment.get(), before).contains(mark.amount()));
  }
}
