package dev.callboard.outbox;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.lobby.Guests;
import dev.callboard.platform.lobby.LobbyAdapter;
import dev.callboard.platform.lobby.LobbySettings;
import dev.callboard.testing.Cast;
import dev.callboard.testing.MemoryLobbyBook;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The lobby: people come and go. */
final class LobbyStage implements Stage {

  private static final int ALL = 10_000;

  private final MemoryLobbyBook book = new MemoryLobbyBook();
  private final LobbyAdapter adapter;
  private volatile boolean nobodyThere;
  private volatile boolean closed;

  LobbyStage(InstantSource clock) {
    Guests guests = () -> nobodyThere || closed ? List.of() : Cast.guests().shows();
    adapter =
        new LobbyAdapter(
            LobbySettings.forHosts(Set.of()),
            _ -> new Reply.Quiet(),
            new LobbyAdapter.Surroundings(
                guests,
                book,
                plan -> Optional.empty(),
                plan -> Optional.empty(),
                new Vocabulary(List.of()),
                clock));
  }

  @Override
  public Adapter adapter() {
    return adapter;
  }

  @Override
  public Place classRoom() {
    return place("hybrid/class");
  }

  @Override
  public Place backstage() {
    return place("hybrid/backstage");
  }

  @Override
  public Place elsewhere() {
    return place("onboarding/class");
  }

  private static Place place(String id) {
    return new Place("lobby", "local", id);
  }

  @Override
  public Person person() {
    return new Person("lobby", "local", "fay", "Fay Osei", null);
  }

  @Override
  public List<String> shownToAll(Place room) {
    return shown(room.id());
  }

  @Override
  public List<String> shownToPerson() {
    return shown("hybrid/@fay");
  }

  private List<String> shown(String place) {
    return book.last(place, ALL).stream().map(entry -> entry.draft().content()).toList();
  }

  @Override
  public void stumble(Random random) {
    nobodyThere = random.nextInt(4) == 0;
  }

  @Override
  public void closePrivateRoutes() {
    closed = true;
  }

  @Override
  public void close() {
    adapter.close();
  }
}
