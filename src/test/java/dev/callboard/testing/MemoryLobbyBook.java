package dev.callboard.testing;

import dev.callboard.platform.lobby.LobbyBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A lobby book that forgets everything when the test ends. Thread-safe. */
public final class MemoryLobbyBook implements LobbyBook {

  private final List<Entry> entries = new ArrayList<>();

  @Override
  public synchronized long write(Draft draft) {
    for (Entry entry : entries) {
      if (entry.draft().source().equals(draft.source())) {
        return entry.number();
      }
    }
    entries.add(new Entry(newest() + 1, draft));
    return newest();
  }

  @Override
  public synchronized List<Entry> after(long number, Set<String> places, int limit) {
    return entries.stream()
        .filter(entry -> entry.number() > number && places.contains(entry.draft().place()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Entry> last(String place, int limit) {
    List<Entry> here =
        entries.stream().filter(entry -> entry.draft().place().equals(place)).toList();
    return here.subList(Math.max(0, here.size() - limit), here.size());
  }

  @Override
  public synchronized long newest() {
    return entries.isEmpty() ? 0 : entries.getLast().number();
  }
}
