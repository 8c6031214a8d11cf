package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.LobbyCaller.Heard;
import dev.callboard.testing.Await;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ninety minutes of a sample class, second by second, in the real server: what each of its people
 * reads, and when. The transcript is written down in {@code full-class/transcript.txt}; what was
 * read instead is left in {@code target/full-class.txt}.
 */
class FullClassTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final Duration LOOK = Duration.ofMillis(150);
  private static final String INDENT = " ".repeat(10);

  @TempDir Path folder;
  private final Map<String, LobbyCaller> people = new LinkedHashMap<>();
  private final List<String> transcript = new ArrayList<>();

  /** A line of the script: what somebody types backstage, and when. */
  private record Cue(LocalTime at, String person, String words) {
    static Cue of(String line) {
      String[] parts = line.split(" ", 3);
      return new Cue(LocalTime.parse(parts[0]), parts[1], parts[2]);
    }
  }

  @Test
  void everyPrompt_comesToTheRightPersonAtTheRightSecondAndNowhereElse() throws Exception {
    List<Cue> script = resource("script.txt").lines().map(Cue::of).toList();
    try (LobbyServer server = new LobbyServer(folder);
        Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("callboard.db"))) {
      server.clock().set(at(script.getFirst().at()));
      for (String person : List.of("marcus", "ines", "tom", "aisha")) {
        people.put(person, new LobbyCaller(server.url(), "feedback-90", person));
      }
      LocalTime end = script.getLast().at().plusMinutes(30);
      for (LocalTime now = script.getFirst().at(); now.isBefore(end); now = now.plusSeconds(1)) {
        server.clock().set(at(now));
        boolean rang = rings(database, server.clock(), now);
        listen(rang, server);
        for (Cue cue : script) {
          if (cue.at().equals(now)) {
            server.clock().set(at(now));
            transcript.add(TIME.format(now) + "  " + cue.person() + "> " + cue.words());
            transcript.add(
                INDENT + Objects.requireNonNull(people.get(cue.person())).types(cue.words()));
            rings(database, server.clock(), now);
            listen(true, server);
          }
        }
      }
    }

    Files.write(Path.of("target", "full-class.txt"), transcript);
    assertThat(transcript).containsExactlyElementsOf(resource("transcript.txt").lines().toList());
  }

  /** Lets the alarm ring as often as it is due within this second, and all leave that was said. */
  private static boolean rings(Connection database, SettableClock clock, LocalTime second) {
    Instant end = at(second.plusSeconds(1));
    boolean rang = false;
    for (Instant due = alarm(database); due.isBefore(end); due = alarm(database)) {
      if (due.isAfter(clock.instant())) {
        clock.set(due);
      }
      AtomicInteger looks = new AtomicInteger();
      Instant before = due;
      Await.until("the alarm to have rung", () -> rung(database, before, clock, looks));
      rang = true;
    }
    return rang;
  }

  /** The scheduler's pauses go by this clock, too, so it must go on while we wait for long. */
  private static boolean rung(
      Connection database, Instant before, SettableClock clock, AtomicInteger looks) {
    if (looks.incrementAndGet() % 100 == 0) {
      clock.advance(LOOK);
    }
    return alarm(database).isAfter(before);
  }

  private static Instant alarm(Connection database) {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select min(execution_time) from scheduled_tasks")) {
      long due = row.getLong(1);
      return row.wasNull() ? Instant.MAX : Instant.ofEpochMilli(due);
    } catch (SQLException exception) {
      throw new AssertionError(exception);
    }
  }

  private static String metric(LobbyServer server, String name) {
    try (var stream = URI.create(server.url() + "metrics").toURL().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Writes down what everybody reads, what all read once. */
  private void listen(boolean something, LobbyServer server)
      throws IOException, InterruptedException {
    if (!something) {
      return;
    }
    Await.until("all to have left", () -> metric(server, "callboard_outbox_depth").equals("0"));
    List<Heard> all = new ArrayList<>();
    for (LobbyCaller person : people.values()) {
      person.news().stream().filter(heard -> !all.contains(heard)).forEach(all::add);
    }
    // Places do not wait for each other, so within a second only their own order is sure.
    all.sort(
        Comparator.comparingLong((Heard heard) -> Instant.parse(heard.at()).getEpochSecond())
            .thenComparing(Heard::place));
    for (Heard heard : all) {
      String time = TIME.format(Instant.parse(heard.at()).atZone(ZONE));
      String change = heard.change().equals("post") ? "" : heard.change() + ": ";
      transcript.add(time + "  " + heard.place() + "  " + change + heard.text());
    }
  }

  private static Instant at(LocalTime time) {
    return DAY.atTime(time).atZone(ZONE).toInstant();
  }

  private static String resource(String name) throws IOException {
    try (var stream = FullClassTest.class.getResourceAsStream("/fixtures/full-class/" + name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
