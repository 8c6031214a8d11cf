package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.platform.Receipt;
import dev.callboard.testing.FakeAdapter;
import dev.callboard.testing.TestDesk;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SenderTest {

  private final TestDesk bot = TestDesk.hybrid();
  private final FakeAdapter lobby = new FakeAdapter();
  private final BrokenShelf shelf = new BrokenShelf(bot.ledger());
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
}
