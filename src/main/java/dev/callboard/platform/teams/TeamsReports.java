package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Attendance reports as the house's rows. Pure.
 *
 * <p>A meeting that all had left and came back to has several reports, and so has one that is held
 * every week; nothing in them tells which, but for their times.
 */
final class TeamsReports {

  /** Reports that end so shortly before the newest begins belong to the same class. */
  static final Duration ONE_HOLDING = Duration.ofHours(4);

  private TeamsReports() {}

  private record Report(JsonNode told, Instant from, Instant to) {}

  /** The newest report, and those before it with no longer pause between them; newest first. */
  static List<JsonNode> latest(List<JsonNode> all, Duration pause) {
    List<Report> newestFirst =
        all.stream()
            .flatMap(told -> report(told).stream())
            .sorted(Comparator.comparing(Report::to).reversed())
            .toList();
    List<JsonNode> latest = new ArrayList<>();
    @Nullable Instant begun = null;
    for (Report report : newestFirst) {
      if (begun != null && report.to().plus(pause).isBefore(begun)) {
        break;
      }
      begun = begun == null || report.from().isBefore(begun) ? report.from() : begun;
      latest.add(report.told());
    }
    return latest;
  }

  /**
   * One row an interval.
   *
   * @param tenant the meeting's; addresses of other organisations' people are not vouched for here
   * @param accounts the bot's ids of people by those of the directory, as far as they are known
   */
  static List<MeetingRecord.Row> rows(
      JsonNode told, String tenant, Function<String, Optional<String>> accounts) {
    Attendee who = attendee(told, tenant, accounts);
    List<MeetingRecord.Row> rows = new ArrayList<>();
    for (JsonNode interval : told.path("attendanceIntervals")) {
      Optional<Instant> from = time(interval, "joinDateTime");
      Optional<Instant> to = time(interval, "leaveDateTime");
      if (from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())) {
        rows.add(new MeetingRecord.Row(who, from.get(), to.get()));
      }
    }
    return rows;
  }

  private static Attendee attendee(
      JsonNode told, String tenant, Function<String, Optional<String>> accounts) {
    JsonNode identity = told.path("identity");
    String directoryId = identity.path("id").asText("");
    boolean own = identity.path("tenantId").asText("").equalsIgnoreCase(tenant);
    String email = told.path("emailAddress").asText("");
    String connection =
        directoryId.isBlank() ? "record:" + told.path("id").asText("") : directoryId;
    return new Attendee(
        connection,
        connection,
        directoryId.isBlank() ? null : accounts.apply(directoryId).orElse(null),
        told.path("registrationId").asText(""),
        identity.path("displayName").asText(""),
        own && email.contains("@") ? email : null,
        null);
  }

  private static Optional<Report> report(JsonNode told) {
    Optional<Instant> from = time(told, "meetingStartDateTime");
    Optional<Instant> to = time(told, "meetingEndDateTime");
    return told.path("id").asText("").isBlank() || from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Report(told, from.get(), to.get()));
  }

  private static Optional<Instant> time(JsonNode told, String field) {
    try {
      return Optional.of(Instant.parse(told.path(field).asText("")));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
