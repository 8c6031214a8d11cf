package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.platform.Receipt;
import dev.callboard.session.SessionId;
import dev.callboard.testing.FakeAdapter;
import dev.callboard.testing.TestDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SenderTest {

  private final TestDesk bot = TestDesk.hybrid();
  private final FakeAdapter lobby = new FakeAdapter();
  private final FullShelf shelf = new FullShelf(bot.ledger());
  private final Sender sender =
      new Sender(
          shelf, Map.of("lobby", lobby), new Complaints((_, _) -> {}, bot.clock()), bot.clock());

  @Test
  void postThatCannotBeNoted_isNotedLaterAndNeverSaidTwice() {
    bot.types("priya", "open hybrid");
    Entry entry = bot.ledger().shelved().getFirst();
    shelf.full = true;
    assertThatThrownBy(() -> sender.send(entry)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sender.send(entry)).isInstanceOf(IllegalStateException.class);

    shelf.full = false;
    sender.send(entry);

    assertThat(lobby.sent()).hasSize(1);
    assertThat(shelf.receipt(entry.session(), entry.change().to().lane(), entry.change().key()))
        .contains(new Receipt("r" + entry.id()));
  }

  /** A shelf that can be read but, while its disk is full, not written. */
  private static final class FullShelf implements Shelf {

    private final Shelf shelf;
    private boolean full;

    FullShelf(Shelf shelf) {
      this.shelf = shelf;
    }

    @Override
    public Set<String> waiting(Instant now) {
      return shelf.waiting(now);
    }

    @Override
    public List<Entry> claim(String lane, String server, Instant now, Instant until, int limit) {
      return shelf.claim(lane, server, now, until, limit);
    }

    @Override
    public List<Entry> since(String lane, long id, int limit) {
      return shelf.since(lane, id, limit);
    }

    @Override
    public void renew(String server, Instant until) {
      shelf.renew(server, until);
    }

    @Override
    public void release(String lane, String server) {
      shelf.release(lane, server);
    }

    @Override
    public void sent(long id, @Nullable Receipt receipt, Instant at) {
      if (full) {
        throw new IllegalStateException("the disk is full");
      }
      shelf.sent(id, receipt, at);
    }

    @Override
    public void later(long id, Instant due, String reason) {
      shelf.later(id, due, reason);
    }

    @Override
    public void dead(long id, Death death) {
      shelf.dead(id, death);
    }

    @Override
    public void dropped(List<Long> ids, String reason, Instant at) {
      shelf.dropped(ids, reason, at);
    }

    @Override
    public List<DeadLetter> dead(SessionId session, int limit) {
      return shelf.dead(session, limit);
    }

    @Override
    public Optional<Receipt> receipt(@Nullable SessionId session, String lane, String key) {
      return shelf.receipt(session, lane, key);
    }

    @Override
    public PlaceKind kindOf(Place place) {
      return shelf.kindOf(place);
    }

    @Override
    public int depth() {
      return shelf.depth();
    }
  }
}
