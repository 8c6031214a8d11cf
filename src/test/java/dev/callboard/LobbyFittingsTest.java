package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.lobby.Meetings;
import dev.callboard.platform.lobby.Meetings.Meeting;
import dev.callboard.platform.lobby.NowPanel;
import dev.callboard.platform.lobby.NowPanel.Now;
import dev.callboard.platform.lobby.NowPanel.State;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LobbyFittingsTest {

  private final TestDesk bot = TestDesk.hybrid();
  private final NowPanel panel = LobbyFittings.panel(bot.desk()::classAt, bot.clock());

  @Test
  void panel_followsTheClass() {
    assertThat(panel.now("hybrid")).isEmpty();

    bot.types("priya", "open hybrid");
    assertThat(now().state()).isEqualTo(State.OPEN);
    assertThat(now().starts()).isEqualTo(Instant.parse("2026-11-24T14:00:00Z"));
    assertThat(now().segment()).isNull();

    pass(10);
    bot.types("priya", "start");
    assertThat(now().state()).isEqualTo(State.RUNNING);
    assertThat(now().next()).startsWith("Poll 1");
    assertThat(now().behind()).isEqualTo(Duration.ZERO);

    bot.types("priya", "end");
    assertThat(now().state()).isEqualTo(State.ENDED);
    assertThat(now().segment()).isNull();
  }

  @Test
  void segmentEnteredAgain_goesOnWhereItWas() {
    bot.types("priya", "open hybrid");
    pass(10);
    bot.types("priya", "start");
    pass(2);
    bot.types("priya", "next");
    pass(1);
    bot.types("priya", "back");
    pass(1);

    assertThat(now().segment())
        .isEqualTo(
            new NowPanel.Stretch(
                "Welcome",
                Instant.parse("2026-11-24T14:01:00Z"),
                Instant.parse("2026-11-24T14:06:00Z")));
  }

  @Test
  void panel_tellsWhoIsHereOnceSomebodyCame() {
    bot.types("priya", "open hybrid");
    assertThat(now().presence()).isNull();

    bot.joins("ana");
    bot.guestJoins("s1", "iPhone");
    pass(1);
    assertThat(now().presence())
        .isEqualTo(presence(List.of("Ana Ruiz"), List.of(), List.of("#2 iPhone")));

    bot.leaves("ana");
    bot.guestLeaves("s1", "iPhone");
    pass(1);
    assertThat(now().presence()).isEqualTo(presence(List.of(), List.of("Ana Ruiz"), List.of()));
  }

  private static NowPanel.Presence presence(
      List<String> here, List<String> away, List<String> unknown) {
    return new NowPanel.Presence(2, here, away, List.of("Lee Wong"), unknown);
  }

  @Test
  void meeting_isHeldWhileTheClassIsOpenAndAnewEachTime() {
    TestDesk desk = TestDesk.shipped();
    Meetings meetings = LobbyFittings.meetings(desk.desk()::classAt, desk.clock());
    assertThat(meetings.of("hybrid-meetings")).isEmpty();

    desk.types("priya", "open hybrid-meetings");
    Meeting first = meetings.of("hybrid-meetings").orElseThrow();
    assertThat(first.here()).isEmpty();
    tell(desk, first, new Sighting.Joined(attendee("ana")));
    tell(desk, first, new Sighting.Joined(attendee("~phone")));
    desk.passes(Duration.ofMinutes(1));
    tell(desk, first, new Sighting.Left(attendee("ana")));
    assertThat(meetings.of("hybrid-meetings"))
        .contains(new Meeting(first.occurrence(), Set.of("~phone"), Set.of("ana")));

    desk.types("priya", "end");
    assertThat(meetings.of("hybrid-meetings")).isEmpty();
    desk.types("priya", "open hybrid-meetings");
    assertThat(meetings.of("hybrid-meetings").orElseThrow())
        .satisfies(next -> assertThat(next.occurrence()).isNotEqualTo(first.occurrence()))
        .satisfies(next -> assertThat(next.here()).isEmpty());
  }

  private static Attendee attendee(String key) {
    return new Attendee(key, key, null, null, key, null, null);
  }

  private static void tell(TestDesk desk, Meeting meeting, Sighting.What what) {
    Place place = new Place("lobby", "local", "hybrid-meetings/meeting");
    desk.hear(
        new Inbound.Presence(
            new Delivery("lobby:test", Delivery.Route.POSTED),
            new Sighting(place, meeting.occurrence(), desk.clock().instant(), what)));
  }

  private Now now() {
    return panel.now("hybrid").orElseThrow();
  }

  private void pass(long minutes) {
    bot.clock().advance(Duration.ofMinutes(minutes));
  }
}
