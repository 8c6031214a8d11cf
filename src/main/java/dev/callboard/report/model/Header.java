package dev.callboard.report.model;

import dev.callboard.session.attendance.Revision;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which class it was, when it was, and how final what is known of it is.
 *
 * @param client the client's short name; empty for nobody's in particular
 * @param clientTitle what people call the client; empty as well then
 * @param plannedStart null when nobody planned an hour, or it was given at another
 * @param plannedEnd null as well then
 * @param started null before it did
 * @param ended null before it did
 * @param asOf when all this held
 * @param rules by what attendance is reckoned: its limits, and what time it is measured against
 * @param result what came of the class, in one sentence
 */
public record Header(
    String session,
    String plan,
    String title,
    String client,
    String clientTitle,
    ZoneId zone,
    @Nullable Instant plannedStart,
    @Nullable Instant plannedEnd,
    @Nullable Instant started,
    @Nullable Instant ended,
    Revision revision,
    Instant asOf,
    String rules,
    String result) {

  /** Whether times of day mean anything that were planned. */
  public boolean anHour() {
    return plannedStart != null;
  }
}
