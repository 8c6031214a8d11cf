package dev.callboard.store;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import dev.callboard.session.Event;
import dev.callboard.session.attendance.Company;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Settling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every event about who is there. */
final class RollEvents {

  private static final Place MEETING = new Place("zoom", "ACC1", "81234567890");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Attendee PAT =
      new Attendee("16778240", "stay-1", "u7", "r7", "Pat \"P\" L, ú", "pat@example.com", "+44 1");

  private RollEvents() {}

  static Stream<Sighting.What> whats() {
    return Stream.of(
        new Sighting.Began(),
        new Sighting.Over(),
        new Sighting.Joined(PAT),
        new Sighting.Left(PAT),
        new Sighting.Gone(PAT),
        new Sighting.Named(PAT),
        new Sighting.Bound(PAT, "16778241", null),
        new Sighting.Waiting(PAT),
        new Sighting.WaitingOver(PAT),
        new Sighting.Moved(PAT, "room"),
        new Sighting.RoleGiven(PAT, "co-host"),
        new Sighting.Trouble("Call Reconnection"),
        new Sighting.Recording(true));
  }

  static List<Event> all() {
    Stream<Event> told =
        whats().map(what -> new Event.Witnessed(new Sighting(MEETING, "/aB3==", NOON, what)));
    Stream<Event> decided =
        Stream.of(
            new Event.Convened(MEETING, "/aB3=="),
            new Event.Acquainted(Map.of("name:l pat", "pat")),
            new Event.Matched(List.of("stay:a b"), "pat", "mail:pat@example.com", "acme"),
            new Event.Forgotten(List.of("stay:a b", "mail:a"), "acme"),
            new Event.Merged("stay:a", "stay:b"),
            new Event.Parted("stay:a"),
            new Event.Marked("pat", Mark.Kind.EXCUSED, "ill"),
            new Event.Marked("pat", null, ""),
            new Event.Accompanied("pat", new Company(List.of("lee"), 4)),
            new Event.Ruled(Policy.USUAL),
            new Event.Rolled(),
            new Event.Reported(),
            new Event.Settled(
                new Settling(List.of("mail:a"), List.of("pat"), true, NOON, true, NOON, true)),
            new Event.Accounted(
                new MeetingRecord(
                    MEETING,
                    "/aB3==",
                    List.of(new MeetingRecord.Row(PAT, NOON, NOON.plusSeconds(60))))),
            new Event.Unaccounted(2, "zoom: not there yet"),
            new Event.Reconciled(true),
            new Event.Finalised(),
            new Event.Erasing("pat"),
            new Event.Erased(2, true));
    return Stream.concat(told, decided).toList();
  }
}
