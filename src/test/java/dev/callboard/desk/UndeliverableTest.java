package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.outbox.Entry;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of messages that did not arrive. */
class UndeliverableTest {

  private static final SessionId CLASS = new SessionId("hybrid-1124");
  private static final String CLOSED = "Slack does not let me write there.";

  private final TestDesk bot = TestDesk.hybrid();

  @BeforeEach
  void open() {
    bot.types("priya", "open hybrid");
    bot.passes(Duration.ofMinutes(4)); // before the cue that comes ahead of the start
  }

  private Outgoing prompt(String text) {
    bot.types("priya", "prompt " + text);
    bot.passes(Duration.ZERO);
    return newest();
  }

  private Outgoing newest() {
    return bot.ledger().shelved().getLast().change();
  }

  private void lose(Outgoing... changes) {
    bot.desk().undelivered(CLASS, List.of(changes), CLOSED);
  }

  private List<Event> log() {
    return bot.ledger().read(CLASS, 0).stream().map(Recorded::event).toList();
  }

  private List<String> toldAlone() {
    return bot.ledger().shelved().stream()
        .map(Entry::change)
        .filter(change -> change.to() instanceof Destination.Direct)
        .map(change -> (Outgoing.Post) change)
        .map(post ->
            ((Audience.One) post.message().audience()).who()
                + ": "
                + post.message().content().plainText())
        .toList();
  }

  @Test
  void promptThatDied_isPassedOnAtOnce_andBackstageReadsItsWords() {
    lose(prompt("Mute is on"));

    assertThat(toldAlone())
        .containsExactly(
            "fay: Mute is on",
            "priya: Fay Okafor may not have seen this: Mute is on",
            "ravi: Fay Okafor may not have seen this: Mute is on");
    assertThat(bot.shows(bot.backstage()).getLast())
        .isEqualTo(
            "Not delivered. " + CLOSED + "\nFor Fay Okafor, whom I could not reach: Mute is on");
    assertThat(bot.shows(bot.classRoom())).noneMatch(text -> text.contains("Mute"));
    assertThat(log())
        .endsWith(
            new Event.Undelivered("prompt-1", CLOSED),
            new Event.Relayed(List.of(1), List.of("priya", "ravi")));
  }

  @Test
  void promptThatWasPassedOnAndDiesAgain_isPassedOnOnce() {
    Outgoing prompt = prompt("Mute is on");
    lose(prompt);
    lose(prompt);

    assertThat(toldAlone()).hasSize(3);
    assertThat(log()).filteredOn(Event.Relayed.class::isInstance).hasSize(1);
  }

  @Test
  void promptThatDiesOnceAnotherLeads_isSaidToThem() {
    bot.passes(Duration.ofMinutes(6));
    bot.types("priya", "start");
    bot.passes(Duration.ofMinutes(5));
    Outgoing timeIsUp = newest();
    bot.types("fay", "lead ravi");
    lose(timeIsUp);
    bot.passes(Duration.ZERO);

    assertThat(toldAlone()).endsWith("ravi: Time. Next: Poll 1 · Fay");
    assertThat(log())
        .contains(new Event.Freed(List.of("time/welcome")))
        .noneMatch(Event.Relayed.class::isInstance);

    lose(timeIsUp);
    bot.passes(Duration.ZERO);
    assertThat(log()).filteredOn(Event.Freed.class::isInstance).hasSize(1);
  }

  @Test
  void promptThatDiesWhenItIsOfNoUseAnyMore_isReportedOnly() {
    Outgoing first = prompt("Mute is on");
    Outgoing second = prompt("Wave to Lee");
    bot.passes(Duration.ofMinutes(3));
    lose(first, second);

    assertThat(toldAlone()).hasSize(2);
    assertThat(log())
        .endsWith(
            new Event.Undelivered("prompt-1", CLOSED), new Event.Undelivered("prompt-2", CLOSED));
    assertThat(bot.shows(bot.backstage()).getLast()).endsWith("reach: Wave to Lee");
    assertThat(bot.shows(bot.backstage())).hasSize(2);
  }

  @Test
  void promptThatWasSeenAllTheSame_isReportedOnly() {
    Outgoing prompt = prompt("Mute is on");
    bot.types("fay", "note team: muted");
    lose(prompt);

    assertThat(toldAlone()).hasSize(1);
    assertThat(bot.shows(bot.backstage()).getLast()).endsWith("reach: Mute is on");
  }

  @Test
  void reportThatIsLost_isNotReportedAgain() {
    lose(prompt("Mute is on"));
    int events = log().size();
    lose(newest());

    assertThat(log()).hasSize(events);
  }

  @Test
  void lanes_areWokenAtEachCommit() {
    int before = bot.woken().size();
    bot.typesInClass("priya", "say Mute please");
    assertThat(bot.woken().subList(before, bot.woken().size()))
        .containsExactly(bot.classRoom().toString());

    Outgoing prompt = prompt("Mute is on");
    assertThat(bot.woken().getLast()).isEqualTo(prompt.to().lane());

    lose(prompt);
    assertThat(bot.woken()).endsWith(bot.woken().getLast()).contains(bot.backstage().toString());
  }
}
