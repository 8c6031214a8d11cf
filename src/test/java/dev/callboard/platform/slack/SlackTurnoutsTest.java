package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonParser;
import dev.callboard.chat.Block.MeetingLink;
import dev.callboard.chat.Content;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.Turnout;
import dev.callboard.platform.Turnout.Someone;
import dev.callboard.platform.Turnouts;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is on the card of a meeting that is held elsewhere. */
class SlackTurnoutsTest {

  private static final String LINK = "zoom:812 3456 7890";
  private static final Content CARD =
      Content.of(
          new MeetingLink(LINK, "Hybrid meetings", URI.create("https://zoom.example.com/j/812")));
  private static final Someone FAY = new Someone("p-fay", "Fay O.", FakeSlack.FAY);
  private static final Someone KIM = new Someone("p-kim", "Kim\nLee", null);
  private static final Someone ANA = new Someone("p-ana", "Ana", null);

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final OkHttpClient http = SlackWire.client(Duration.ofSeconds(30));
  private final House house = new House();
  private SlackMeetings meetings = meetings();

  /** One class with one meeting. */
  private static final class House implements Turnouts {
    private final List<Someone> here = new ArrayList<>();
    private final List<Someone> gone = new ArrayList<>();
    private final Map<String, List<Receipt>> posted = new java.util.HashMap<>();
    private boolean over;
    private boolean unreadable;

    @Override
    public Optional<Turnout> of(String session, String link) {
      if (unreadable) {
        throw new IllegalStateException("the class cannot be read");
      }
      return session.equals("class-1") && link.equals(LINK)
          ? Optional.of(new Turnout(over, here, gone))
          : Optional.empty();
    }

    @Override
    public Map<String, List<Receipt>> posted() {
      return posted;
    }

    void leaves(Someone someone) {
      here.remove(someone);
      gone.add(someone);
    }
  }

  private SlackMeetings meetings() {
    SlackClient client =
        new SlackClient(
            new SlackCalls(
                SlackBolt.slack(slack.settings(), http), slack.settings().botToken(), clock));
    return new SlackMeetings(client, () -> FakeSlack.BOT, new SlackTurnouts(client, house, clock));
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private Map<String, String> shown(@Nullable String session) {
    return meetings.cards(session, CARD);
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      meetings.step();
    }
  }

  private int calls(String method) {
    return slack.calls(method).size();
  }

  @Test
  void whoeverCame_isOnTheCardTogether() {
    shown("class-1");
    house.here.addAll(List.of(FAY, KIM, ANA));
    steps(3);

    assertThat(slack.meetingPeople()).containsExactly("@U07", "Kim Lee", "Ana");
    assertThat(calls("calls.participants.add")).isEqualTo(1);
    String users = slack.calls("calls.participants.add").getFirst().fields().get("users");
    assertThat(JsonParser.parseString(users))
        .isEqualTo(
            JsonParser.parseString(
                """
                [{"slack_id": "U07"},
                 {"external_id": "p-kim", "display_name": "Kim Lee"},
                 {"external_id": "p-ana", "display_name": "Ana"}]
                """));
  }

  @Test
  void whoeverLeft_isNotOnTheCard() {
    shown("class-1");
    house.here.addAll(List.of(FAY, KIM));
    steps(1);
    house.leaves(FAY);
    house.here.add(ANA);
    steps(4);

    assertThat(slack.meetingPeople()).containsExactly("Kim Lee", "Ana");
    assertThat(calls("calls.participants.add")).isEqualTo(2);
    assertThat(calls("calls.participants.remove")).isEqualTo(1);
  }

  /** Slack takes twenty of these calls a minute. */
  @Test
  void oneStep_isOneCall() {
    shown("class-1");
    house.here.addAll(List.of(FAY, KIM));
    steps(1);
    house.leaves(FAY);
    house.here.add(ANA);
    steps(1);

    assertThat(calls("calls.participants.add") + calls("calls.participants.remove")).isEqualTo(2);
  }

  @Test
  void accountThatBecomesKnown_takesThePlaceOfTheName() {
    shown("class-1");
    house.here.add(KIM);
    steps(1);
    house.here.set(0, new Someone("p-kim", "Kim", "U08"));
    steps(2);

    assertThat(slack.meetingPeople()).containsExactly("@U08");
  }

  @Test
  void meetingThatIsOver_endsTheCard() {
    shown("class-1");
    house.over = true;
    steps(3);

    assertThat(slack.openMeetings()).isEmpty();
    assertThat(calls("calls.end")).isEqualTo(1);
  }

  @Test
  void cardThatIsTakenAway_isKeptNoMore() {
    shown("class-1").values().forEach(meetings::end);
    house.here.add(KIM);
    steps(2);

    assertThat(calls("calls.participants.add")).isZero();
  }

  /** A meeting that was ended stays so: the same room of another class has a card of its own. */
  @Test
  void sameMeetingOfAnotherClass_isAnotherCall() {
    assertThat(shown("class-1")).isNotEqualTo(shown("class-2"));
    assertThat(slack.calls("calls.add"))
        .extracting(call -> call.fields().get("external_unique_id"))
        .containsExactly(LINK + " class-1", LINK + " class-2");
  }

  @Test
  void restart_bringsTheCardUpToDate() {
    SlackReceipt posted = new SlackReceipt("C05", "1.2", false).showing(shown("class-1"));
    house.here.addAll(List.of(FAY, KIM));
    steps(1);
    house.leaves(FAY);
    house.here.add(ANA);

    meetings = meetings();
    house.posted.put("class-1", List.of(posted.receipt()));
    meetings.resume(house.posted());
    steps(5);

    assertThat(slack.meetingPeople()).containsExactlyInAnyOrder("Kim Lee", "Ana");
    assertThat(calls("calls.participants.remove")).isEqualTo(1);
  }

  @Test
  void restartAfterTheEnd_endsTheCardOnce() {
    SlackReceipt posted = new SlackReceipt("C05", "1.2", false).showing(shown("class-1"));
    house.over = true;
    meetings = meetings();
    meetings.resume(Map.of("class-1", List.of(posted.receipt())));
    steps(3);

    assertThat(slack.openMeetings()).isEmpty();
    assertThat(calls("calls.end")).isEqualTo(1);
  }

  @Test
  void slackThatTakesNoMore_isLeftAloneForAWhile() {
    shown("class-1");
    house.here.add(KIM);
    slack.failNext(
        "calls.participants.add", SlackFault.error("ratelimited").with("Retry-After", "30"));
    steps(3);
    assertThat(calls("calls.participants.add")).isEqualTo(1);

    clock.advance(Duration.ofSeconds(31));
    steps(1);
    assertThat(slack.meetingPeople()).containsExactly("Kim Lee");
  }

  @Test
  void classThatCannotBeRead_isAskedForAgain() {
    shown("class-1");
    house.here.add(KIM);
    house.unreadable = true;
    assertThatIllegalStateException().isThrownBy(meetings::step);
    house.unreadable = false;
    steps(1);

    assertThat(slack.meetingPeople()).containsExactly("Kim Lee");
  }

  @Test
  void cardThatSlackHasNoMore_isGivenUp() {
    shown("class-1");
    house.here.add(KIM);
    slack.failAlways("calls.participants.add", SlackFault.error("inactive_call"));
    steps(4);

    assertThat(calls("calls.participants.add")).isEqualTo(1);
  }

  @Test
  void receipt_namesMeetingsWhateverTheyAreCalled() {
    Map<String, String> cards = Map.of("teams:https://t.example.com/l?a=b c", "R1", LINK, "R2");
    Receipt receipt = new SlackReceipt("C05", "1.2", false).showing(cards).receipt();

    assertThat(SlackReceipt.cards(receipt)).isEqualTo(cards);
    assertThat(SlackReceipt.cards(new Receipt("C05 1.2 R7"))).containsEntry("R7", "R7");
    assertThat(SlackReceipt.cards(new Receipt("ephemeral C05 1.2"))).isEmpty();
  }
}
