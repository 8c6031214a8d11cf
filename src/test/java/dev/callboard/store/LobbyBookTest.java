package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.platform.lobby.LobbyBook;
import dev.callboard.platform.lobby.LobbyBook.Change;
import dev.callboard.platform.lobby.LobbyBook.Draft;
import dev.callboard.platform.lobby.LobbyBook.Entry;
import dev.callboard.testing.Databases;
import dev.callboard.testing.MemoryLobbyBook;
import dev.callboard.testing.Postgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on every database, and in the fake that other tests use. */
class LobbyBookTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final String CONTENT = "[{\"type\":\"heading\",\"text\":\"¡Hola! 😀\"}]";

  @Nested
  class InMemory extends Contract {
    @Override
    LobbyBook open() {
      return new MemoryLobbyBook();
    }
  }

  @Nested
  class OnSqlite extends Contract {
    @TempDir Path folder;
    private @Nullable Store store;

    @Override
    LobbyBook open() {
      store = Store.open(Databases.in(folder));
      return store.lobbyBook();
    }

    @AfterEach
    void close() {
      Objects.requireNonNull(store).close();
    }

    @Test
    void entries_outliveTheServer() {
      book.write(draft("a", "p/class", Change.POST, 0));
      close();

      assertThat(open().last("p/class", 9)).hasSize(1);
    }
  }

  @Nested
  class OnPostgres extends Contract {
    private @Nullable Store store;

    @Override
    LobbyBook open() throws Exception {
      store = Store.open(Postgres.freshDatabase());
      return store.lobbyBook();
    }

    @AfterEach
    void close() {
      Objects.requireNonNull(store).close();
    }
  }

  abstract static class Contract {
    protected LobbyBook book;

    abstract LobbyBook open() throws Exception;

    @BeforeEach
    void openBook() throws Exception {
      book = open();
    }

    @Test
    void entry_isReadAsWritten() {
      Draft draft = draft("out:1", "p/class", Change.POST, 0);

      long number = book.write(draft);

      assertThat(book.last("p/class", 9)).containsExactly(new Entry(number, draft));
      assertThat(book.after(0, Set.of("p/class"), 9)).containsExactly(new Entry(number, draft));
      assertThat(book.newest()).isEqualTo(number);
    }

    @Test
    void sameSourceTwice_isOneEntry() {
      long first = book.write(draft("out:1", "p/class", Change.POST, 0));
      book.write(draft("out:2", "p/class", Change.POST, 0));

      assertThat(book.write(draft("out:1", "p/class", Change.POST, 0))).isEqualTo(first);
      assertThat(book.last("p/class", 9)).hasSize(2);
    }

    @Test
    void emptyBook_hasNothing() {
      assertThat(book.newest()).isZero();
      assertThat(book.last("p/class", 9)).isEmpty();
      assertThat(book.after(0, Set.of("p/class"), 9)).isEmpty();
    }

    @Test
    void reading_keepsPlacesOrderAndLimit() {
      List<Long> numbers =
          IntStream.range(0, 6)
              .mapToObj(i -> book.write(draft("s" + i, i % 2 == 0 ? "a" : "b", Change.POST, 0)))
              .toList();
      book.write(draft("edit", "a", Change.EDIT, numbers.getFirst()));

      assertThat(book.last("a", 2))
          .extracting(entry -> entry.draft().source())
          .containsExactly("s4", "edit");
      assertThat(book.after(numbers.get(1), Set.of("a", "b"), 3))
          .extracting(Entry::number)
          .containsExactly(numbers.get(2), numbers.get(3), numbers.get(4));
      assertThat(book.after(0, Set.of(), 9)).isEmpty();
    }

    @Test
    void readerWhoFollows_missesNoneOfManyWriters() {
      try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 200; i++) {
          Draft draft = draft("w" + i, "a", Change.POST, 0);
          Future<Long> _ = writers.submit(() -> book.write(draft));
        }
        long seen = 0;
        int count = 0;
        while (count < 200) {
          for (Entry entry : book.after(seen, Set.of("a"), 50)) {
            seen = entry.number();
            count++;
          }
        }
        assertThat(book.newest()).isEqualTo(seen);
      }
    }

    static Draft draft(String source, String place, Change change, long post) {
      String content = change == Change.REMOVE ? "" : CONTENT;
      return new Draft(source, place, change, post, "@ana", "Ana Ruiz", NOON, content);
    }
  }
}
