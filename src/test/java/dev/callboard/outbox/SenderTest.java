package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.outbox.Turnstile.Verdict;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.testing.FakeAdapter;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

  private final TestDesk bot = TestDesk.hybrid();
  private final FakeAdapter lobby = new FakeAdapter();
  private final BrokenShelf shelf = new BrokenShelf(bot.ledger());
  private final Sender sender =
      new Sender(
          shelf,
          Map.of("lobby", lobby),
          new Complaints((_, _) -> {}, bot.clock()),
          Relevance.ALWAYS,
          bot.clock());

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

  @Test
  void postWhoseLossCannotBeNoted_isNeverSaidAgain() {
    bot.types("priya", "open hybrid");
    Entry entry = bot.ledger().shelved().getFirst();
    lobby.failNext(new PlatformException(Kind.UNCERTAIN, "broke off"));
    shelf.full = true;
    assertThatThrownBy(() -> sender.send(entry)).isInstanceOf(IllegalStateException.class);

    shelf.full = false;
    assertThat(sender.arrived(entry.id())).isTrue();
    sender.send(entry);

    assertThat(lobby.sent()).isEmpty();
    assertThat(bot.ledger().depth()).isEqualTo(bot.ledger().shelved().size() - 1);
    assertThat(sender.arrived(entry.id())).isFalse();
  }

  /** What a message needs besides may be limited; the others must not pay for it. */
  @ParameterizedTest
  @CsvSource({"RATE_LIMITED, 7", "BUSY, 0"})
  void limit_holdsUpOthersOnlyWhenItIsOneOfMessages(Kind kind, int seconds) {
    bot.types("priya", "open hybrid");
    Duration pause = Duration.ofSeconds(7);
    lobby.failNext(new PlatformException(kind, "429", pause, null));

    Sender.Sent sent = sender.send(bot.ledger().shelved().getFirst());

    assertThat(sent.again()).contains(bot.clock().instant().plus(pause));
    assertThat(sent.verdict())
        .isEqualTo(new Verdict(Verdict.Answer.GIVEN, Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"undo 1", "edit 1 better words"})
  void postThatMayStandThere_isNeitherSaidAgainNorTakenBackUnheard(String change) {
    bot.types("priya", "open hybrid");
    bot.typesInClass("priya", "say one");
    Entry post = newest("post-1");
    lobby.failNext(new PlatformException(Kind.UNCERTAIN, "broke off"));
    sender.send(post);
    bot.types("priya", change);

    sender.send(newest("post-1"));

    assertThat(lobby.sent()).isEmpty();
    assertThat(shelf.dead(Objects.requireNonNull(post.session()), 5).getFirst().death().sentence())
        .isEqualTo(
            "I never learnt from Lobby whether the post arrived. If it stands there, take it back"
                + " by hand.");
  }

  private Entry newest(String key) {
    return bot.ledger().shelved().stream()
        .filter(entry -> entry.change().key().equals(key))
        .toList()
        .getLast();
  }
}
