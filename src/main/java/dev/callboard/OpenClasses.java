package dev.callboard;

import dev.callboard.chat.Place;
import dev.callboard.desk.Desk;
import dev.callboard.platform.Receipt;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of the desk, with what the store knows of them. */
record OpenClasses(Desk desk, Store store, InstantSource clock) implements MeetingFittings.Classes {

  private static final Duration LATELY = Duration.ofDays(1);

  @Override
  public Stream<Session> open() {
    return store.classes().open().entrySet().stream()
        .flatMap(entry -> desk.find(entry.getKey(), entry.getValue()).stream());
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return desk.find(id);
  }

  @Override
  public Optional<Session> holding(Place meeting, String occurrence) {
    return desk.classHolding(meeting, occurrence);
  }

  @Override
  public Set<SessionId> recent() {
    return store.classes().newest(clock.instant().minus(LATELY)).keySet();
  }

  @Override
  public List<Receipt> receipts(SessionId id, String platform) {
    return store.shelf().receipts(id, platform);
  }
}
