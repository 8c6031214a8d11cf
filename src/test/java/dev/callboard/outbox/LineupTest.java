package dev.callboard.outbox;

import static dev.callboard.outbox.Entries.NOON;
import static dev.callboard.outbox.Entries.edit;
import static dev.callboard.outbox.Entries.post;
import static dev.callboard.outbox.Entries.prompt;
import static dev.callboard.outbox.Entries.removal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Importance;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Terms;
import dev.callboard.outbox.Lineup.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineupTest {

  private static Step at(int seconds, Entry... waiting) {
    return Lineup.next(List.of(waiting), NOON.plusSeconds(seconds), _ -> false);
  }

  private static Step send(Entry entry) {
    return new Step.Send(entry);
  }

  private static Step rest(int seconds) {
    return new Step.Rest(NOON.plusSeconds(seconds));
  }

  private static Step overtaken(Entry... entries) {
    return new Step.Drop(List.of(entries), Lineup.OVERTAKEN);
  }

  @Test
  void messages_goInTheOrderOfTheirCommits() {
    assertThat(at(0, post(2, "b"), post(1, "a"))).isEqualTo(send(post(1, "a")));
    assertThat(at(0, edit(1, "card"), post(2, "a"))).isEqualTo(send(edit(1, "card")));
  }

  @Test
  void prompt_passesCardsOnly() {
    assertThat(at(0, edit(1, "card"), edit(2, "card.1"), prompt(3, "p")))
        .isEqualTo(send(prompt(3, "p")));
    assertThat(at(0, edit(1, "card"), post(2, "a"), prompt(3, "p")))
        .isEqualTo(send(edit(1, "card")));
  }

  @Test
  void prompt_passesAReplyThatIsTriedAgain_andNoOther() {
    Entry reply = Entries.reply(1, "r");
    Entry again = reply.again(NOON.plusSeconds(4));

    assertThat(at(0, reply, prompt(2, "p"))).isEqualTo(send(reply));
    assertThat(at(0, again, prompt(2, "p"))).isEqualTo(send(prompt(2, "p")));
    assertThat(at(4, again, prompt(2, "p"))).isEqualTo(send(prompt(2, "p")));
    assertThat(at(0, again, post(2, "b"), prompt(3, "p"))).isEqualTo(rest(4));
    assertThat(at(0, again, prompt(2, "r"))).isEqualTo(rest(4));
  }

  @Test
  void prompt_doesNotPassWhatChangesItsOwnPost() {
    Entry prompt = Entries.of(2, new Outgoing.Post("p", Entries.ROOM, message(), Terms.PROMPT));

    assertThat(at(0, edit(1, "p"), prompt)).isEqualTo(send(edit(1, "p")));
  }

  private static Message message() {
    return ((Outgoing.Post) post(1, "x").change()).message();
  }

  @Test
  void changeThatFailed_holdsUpAllBehindItButPrompts() {
    Entry failed = post(1, "a").again(NOON.plusSeconds(4));
    Entry failedCard = edit(1, "card").again(NOON.plusSeconds(4));

    assertThat(at(0, failed, post(2, "b"))).isEqualTo(rest(4));
    assertThat(at(0, failed, prompt(2, "p"))).isEqualTo(rest(4));
    assertThat(at(0, failedCard, post(2, "b"))).isEqualTo(rest(4));
    assertThat(at(0, failedCard, prompt(2, "p"))).isEqualTo(send(prompt(2, "p")));
    assertThat(at(4, failed, post(2, "b"))).isEqualTo(send(failed));
  }

  @Test
  void removal_takesBackWhatHasNotLeft() {
    assertThat(at(0, post(1, "a"), removal(2, "a"))).isEqualTo(overtaken(post(1, "a")));
    assertThat(at(0, post(1, "a"), edit(2, "a"), post(3, "b"), removal(4, "a")))
        .isEqualTo(overtaken(post(1, "a"), edit(2, "a")));
    assertThat(at(0, removal(1, "a"), post(2, "a"))).isEqualTo(send(removal(1, "a")));
  }

  @Test
  void ofSeveralEdits_onlyTheNewestIsSent() {
    assertThat(at(0, edit(1, "card"), edit(2, "other"), edit(3, "card")))
        .isEqualTo(overtaken(edit(1, "card")));
    assertThat(at(0, post(1, "card"), edit(2, "card"))).isEqualTo(send(post(1, "card")));
  }

  @Test
  void otherClass_mayUseTheSameKey() {
    Entry other = new Entry(2, null, new Outgoing.Remove("a", Entries.ROOM), 0, NOON, NOON);

    assertThat(at(0, post(1, "a"), other)).isEqualTo(send(post(1, "a")));
  }

  @Test
  void stalePrompt_isGivenUpSoThatSomebodyIsTold() {
    Entry prompt = post(1, "a", Terms.PROMPT.until(NOON.plusSeconds(60)));

    assertThat(at(59, prompt)).isEqualTo(send(prompt));
    assertThat(at(60, prompt, post(2, "b"))).isEqualTo(new Step.GiveUp(prompt));
    assertThat(at(59, prompt.again(NOON.plusSeconds(90)))).isEqualTo(rest(60));
  }

  @Test
  void promptBehindWhatIsTriedAgain_isGivenUpInItsTime() {
    Entry failed = post(1, "a").again(NOON.plusSeconds(240));
    Entry prompt = post(2, "b", Terms.PROMPT.until(NOON.plusSeconds(60)));

    assertThat(at(0, failed, prompt)).isEqualTo(rest(60));
    assertThat(at(60, failed, prompt)).isEqualTo(new Step.GiveUp(prompt));
  }

  @Test
  void staleMessage_isDropped() {
    Entry brief = post(1, "a", Terms.NONE.until(NOON.plusSeconds(60)));

    assertThat(at(59, brief)).isEqualTo(send(brief));
    assertThat(at(60, brief, post(2, "b"))).isEqualTo(new Step.Drop(List.of(brief), Lineup.STALE));
    Entry failed = brief.again(NOON.plusSeconds(90));
    assertThat(at(59, failed)).isEqualTo(rest(60));
  }

  @Test
  void messageOlderThanItsLife_isGivenUp() {
    int life = (int) Retry.LIFE.toSeconds();

    assertThat(at(life, post(1, "a"))).isEqualTo(send(post(1, "a")));
    assertThat(at(life + 1, post(1, "a"))).isEqualTo(new Step.GiveUp(post(1, "a")));
  }

  @Test
  void whatArrivedButWasNotNoted_isNotedBeforeAllElse() {
    Step step =
        Lineup.next(List.of(post(1, "a"), edit(2, "a"), removal(3, "a")), NOON, id -> id == 1);

    assertThat(step).isEqualTo(send(post(1, "a")));
  }

  @Test
  void clockThatWasPutBack_holdsUpNothing() {
    assertThat(at(-3600, post(1, "a"))).isEqualTo(send(post(1, "a")));
  }

  /** Whatever waits: it comes to an end, changes of a post keep their order, removals win. */
  @Test
  void anyLane_isEmptiedWithEveryPostInOrder() {
    for (long seed = 0; seed < 3_000; seed++) {
      List<Entry> waiting = chance(new Random(seed));
      Map<String, Long> newest = new HashMap<>();
      Instant now = NOON;
      List<Entry> left = new ArrayList<>(waiting);
      while (!left.isEmpty()) {
        switch (Lineup.next(left, now, _ -> false)) {
          case Step.Send(Entry entry) -> {
            Long before = newest.put(entry.change().key(), entry.id());
            assertThat(before == null || before < entry.id()).as("seed %s", seed).isTrue();
            assertPassed(entry, left);
            left.remove(entry);
          }
          case Step.Drop drop -> {
            assertThat(drop.entries()).isNotEmpty();
            left.removeAll(drop.entries());
          }
          case Step.Rest(Instant until) -> {
            assertThat(until).isAfter(now);
            now = until;
          }
          case Step.GiveUp old -> throw new AssertionError("seed " + seed + ": " + old);
        }
      }
    }
  }

  private static void assertPassed(Entry sent, List<Entry> left) {
    for (Entry other : left) {
      if (other.id() < sent.id()) {
        assertThat(sent.change().importance()).isEqualTo(Importance.PROMPT);
        boolean passable =
            other.change().importance() == Importance.CARD
                || (other.change().importance() == Importance.REPLY && other.attempts() > 0);
        assertThat(passable).isTrue();
      }
    }
  }

  private static List<Entry> chance(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int id = 1; id <= 1 + random.nextInt(8); id++) {
      String key = "k" + random.nextInt(3);
      Duration wait = Duration.ofSeconds(random.nextInt(20));
      Entry entry =
          switch (random.nextInt(6)) {
            case 5 -> Entries.reply(id, key);
            case 0 -> prompt(id, key);
            case 1 -> edit(id, key);
            case 2 -> removal(id, key);
            case 3 -> post(id, key, Terms.PROMPT.meantFor(NOON.plus(wait)));
            default -> post(id, key);
          };
      entries.add(random.nextInt(5) == 0 ? entry.again(NOON.plus(wait)) : entry);
    }
    return entries;
  }
}
