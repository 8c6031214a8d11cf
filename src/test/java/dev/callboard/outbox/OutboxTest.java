package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.desk.Commit;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeAdapter;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private final TestDesk bot = TestDesk.hybrid();
  private final SettableClock clock = bot.clock();
  private final FakeAdapter lobby = new FakeAdapter();
  private final List<String> troubles = new CopyOnWriteArrayList<>(); // lanes complain at once

  private void run() {
    try (Outbox outbox =
        new Outbox(
            bot.ledger(),
            List.of(lobby),
            new Outbox.Classes((_, reason) -> troubles.add(reason), Relevance.ALWAYS),
            clock,
            "test")) {
      outbox.wake(bot.ledger().waiting(clock.instant()));
      Await.until("the lanes to be empty", outbox::idle);
    }
  }

  private List<String> keys() {
    return lobby.sent().stream().map(dispatch -> dispatch.change().key()).toList();
  }

  @Test
  void everythingCommitted_isSentInOrderWithTheReceiptOfItsPost() {
    bot.types("priya", "open hybrid");
    bot.typesInClass("priya", "say one");
    bot.typesInClass("priya", "say two");
    run();
    bot.types("priya", "undo 1");

    run();

    assertThat(keys().stream().filter(key -> key.startsWith("post")))
        .containsExactly("post-1", "post-2", "post-1");
    Dispatch removal =
        lobby.sent().stream()
            .filter(dispatch -> dispatch.change().key().equals("post-1"))
            .toList()
            .getLast();
    assertThat(removal.change()).isInstanceOf(Outgoing.Remove.class);
    assertThat(removal.post()).isNotNull();
    assertThat(bot.ledger().depth()).isZero();
  }

  @Test
  void postThatFailed_holdsUpItsOwnLaneOnly() {
    bot.types("priya", "open hybrid");
    run();
    lobby.failNext(new PlatformException(Kind.UNAVAILABLE, "503"));
    bot.typesInClass("priya", "say one");
    bot.typesInClass("priya", "say two");

    run();

    assertThat(keys()).containsExactly("card");
    assertThat(bot.ledger().depth()).isEqualTo(2);
    clock.advance(Retry.pause(0, 1));
    run();
    assertThat(keys()).containsExactly("card", "post-1", "post-2");
    assertThat(troubles).isEmpty();
  }

  @Test
  void changeOfAPostThatNeverArrived_postsItAndItsRemovalDoesNothing() {
    bot.types("priya", "open hybrid");
    run();
    lobby.failNext(new PlatformException(Kind.FORBIDDEN, "no"));
    bot.typesInClass("priya", "say one");
    run();
    lobby.failNext(new PlatformException(Kind.FORBIDDEN, "no"));
    bot.typesInClass("priya", "say two");
    run();

    bot.types("priya", "edit 1 better");
    bot.types("priya", "undo 2");
    run();

    assertThat(keys()).containsExactly("card", "post-1");
    assertThat(lobby.sent().getLast().change()).isInstanceOf(Outgoing.Post.class);
    assertThat(troubles).hasSize(2);
    assertThat(bot.ledger().depth()).isZero();
  }

  @Test
  void postThatIsRefused_isReportedAndTheLaneGoesOn() {
    bot.types("priya", "open hybrid");
    bot.typesInClass("priya", "say one");
    bot.typesInClass("priya", "say two");
    run();
    lobby.failNext(new PlatformException(Kind.FORBIDDEN, "not_in_channel"));
    bot.typesInClass("priya", "say three");
    bot.typesInClass("priya", "say four");

    run();

    assertThat(keys()).contains("post-4").doesNotContain("post-3");
    assertThat(troubles)
        .containsExactly("Lobby does not let me write there. Is Callboard a member?");
  }

  @Test
  void messageForOthersEyes_isRefusedReportedAndNeverSent() {
    bot.types("priya", "open hybrid");
    Message secret = new Message(new Audience.Team(), Content.text("Fay is late"));
    Person fay = TestDesk.person("fay");
    Place unknown = new Place("lobby", "local", "elsewhere");
    for (Destination to :
        List.of(
            new Destination.Room(bot.classRoom()),
            new Destination.Room(unknown),
            new Destination.Direct(fay, null))) {
      bot.ledger()
          .commit(
              new Commit(
                  null,
                  0,
                  List.of(),
                  null,
                  List.of(new Outgoing.Post("leak", to, secret)),
                  clock.instant()));
    }

    run();

    assertThat(bot.ledger().kindOf(null, bot.classRoom())).isEqualTo(PlaceKind.CLASS_ROOM);
    assertThat(keys()).containsExactly("card");
    assertThat(troubles).containsOnly(Sentences.HELD_BACK.sentence()).hasSize(3);
  }

  @Test
  void laneOfAPlatformThatIsOff_isReportedNotKept() {
    bot.types("priya", "open hybrid");
    Place slack = new Place("slack", "T01", "C05");
    bot.ledger()
        .commit(
            new Commit(
                null,
                0,
                List.of(),
                null,
                List.of(
                    new Outgoing.Post(
                        "d",
                        new Destination.Direct(
                            new Person("slack", "T01", "U07", "Fay", null), slack),
                        new Message(new Audience.One("fay"), Content.text("hi")))),
                clock.instant()));

    run();

    assertThat(troubles).containsExactly("Slack is switched off here.");
    assertThat(bot.ledger().waiting(clock.instant())).isEqualTo(Set.of());
  }
}
