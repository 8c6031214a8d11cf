package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Place;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attendance reports that Microsoft Graph keeps of a meeting, some minutes after its end. The
 * app needs {@code OnlineMeetingArtifact.Read.All} and an access policy that covers the organizer.
 * Thread-safe.
 */
final class TeamsRecords implements MeetingRecords {

  private static final int MOST_MEETINGS = 10_000;

  /** Graph counts by app and tenant, and one meeting takes several requests. */
  private static final Duration BETWEEN_MEETINGS = Duration.ofMillis(500);

  private final TeamsClient client;
  private final TeamsRoutes routes;
  private final TeamsGraph graph;
  private final Cache<Place, Online> known =
      Caffeine.newBuilder().maximumSize(MOST_MEETINGS).build();

  /** A meeting as Graph names it. */
  private record Online(String organizer, String id) {}

  TeamsRecords(TeamsClient client, TeamsRoutes routes, TeamsGraph graph) {
    this.client = client;
    this.routes = routes;
    this.graph = graph;
  }

  @Override
  public String platform() {
    return "teams";
  }

  @Override
  public Duration between() {
    return BETWEEN_MEETINGS;
  }

  @Override
  public Optional<MeetingRecord> pull(Place meeting, String occurrence) throws PlatformException {
    Online online = online(meeting);
    List<JsonNode> reports =
        TeamsReports.latest(read(meeting, path(online)), TeamsReports.ONE_HOLDING);
    if (reports.isEmpty()) {
      return Optional.empty();
    }
    List<MeetingRecord.Row> rows = new ArrayList<>();
    for (JsonNode report : reports) {
      String[] path = path(online, report.path("id").asText(), "attendanceRecords");
      for (JsonNode told : read(meeting, path)) {
        rows.addAll(
            TeamsReports.rows(
                told,
                meeting.tenant(),
                directoryId -> routes.account(meeting.tenant(), directoryId)));
      }
    }
    return Optional.of(new MeetingRecord(meeting, occurrence, rows));
  }

  private static String[] path(Online online, String... more) {
    List<String> path =
        new ArrayList<>(
            List.of(
                "users", online.organizer(), "onlineMeetings", online.id(), "attendanceReports"));
    path.addAll(List.of(more));
    return path.toArray(String[]::new);
  }

  /** Says what is missing where a refusal would leave the reader to guess. */
  private List<JsonNode> read(Place meeting, String[] path) throws PlatformException {
    try {
      return graph.all(meeting.tenant(), path);
    } catch (PlatformException refused) {
      if (refused.kind() != Kind.FORBIDDEN) {
        throw refused;
      }
      throw new PlatformException(
          Kind.FORBIDDEN,
          refused.getMessage()
              + ": the app lacks OnlineMeetingArtifact.Read.All or an application access policy"
              + " for the organizer",
          null,
          refused);
    }
  }

  private Online online(Place meeting) throws PlatformException {
    @Nullable Online told = known.getIfPresent(meeting);
    if (told != null) {
      return told;
    }
    String id =
        routes
            .meeting(meeting.id())
            .orElseThrow(() ->
                new PlatformException(
                    Kind.UNAVAILABLE,
                    "teams meeting "
                        + meeting.id()
                        + ": its id is not known since the start (expected: a word to the bot in"
                        + " its chat)"));
    JsonNode details = client.meeting(routes.to(meeting.id(), meeting.tenant()), id);
    Online found =
        new Online(
            details.path("organizer").path("aadObjectId").asText(""),
            details.path("details").path("msGraphResourceId").asText(""));
    if (found.organizer().isBlank() || found.id().isBlank()) {
      throw new PlatformException(
          Kind.NOT_FOUND, "teams meeting: not one of Graph's (expected: a scheduled meeting)");
    }
    known.put(meeting, found);
    return found;
  }
}
