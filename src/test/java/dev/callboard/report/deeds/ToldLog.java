package dev.callboard.report.deeds;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Policy;
import dev.callboard.plan.Role;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A class in London from 14:00 on, told event by event. */
final class ToldLog {

  static final Place MEETING = new Place("zoom", "ACC1", "81234567890");
  static final Instant START = Instant.parse("2026-11-24T14:00:00Z");

  private final List<Recorded> log = new ArrayList<>();
  private Instant now = START.minus(Duration.ofMinutes(10));

  /** Just opened, with one learner who needs something that is nobody's business. */
  ToldLog() {
    Plan plan = SamplePlans.hybrid();
    List<Member> people = new ArrayList<>(plan.people());
    people.add(
        new Member(
            "femi",
            "Femi Ade",
            Role.LEARNER,
            "femi@example.com",
            Map.of("lobby", "femi"),
            "en",
            List.of("SECRET NEED")));
    Rooms rooms = new Rooms(List.of(), List.of());
    by("priya", new Event.Opened(plan.with(people, Policy.USUAL), rooms, START));
  }

  /** Somebody's doing, now. */
  ToldLog by(String who, Event event) {
    log.add(new Recorded(log.size() + 1, now, who, event));
    return this;
  }

  /** Somebody's doing, now, by a program that speaks for them. */
  ToldLog via(String program, String who, Event event) {
    log.add(new Recorded(log.size() + 1, now, who, program, event));
    return this;
  }

  ToldLog callboard(Event event) {
    return by("callboard", event);
  }

  /** The clock goes on to a time of day. */
  ToldLog at(String time) {
    now = Instant.parse("2026-11-24T" + time + "Z");
    return this;
  }

  ToldLog sees(Sighting.What what) {
    return callboard(new Event.Witnessed(new Sighting(MEETING, "o1", now, what)));
  }

  /** Somebody as Zoom shows them. */
  static Attendee zoom(String id, String name, String email, String phone) {
    return new Attendee(
        id, id, null, null, name, email.isEmpty() ? null : email, phone.isEmpty() ? null : phone);
  }

  List<Recorded> log() {
    return log;
  }

  Session session() {
    return Session.fold(new SessionId("hybrid-1124"), log).orElseThrow();
  }

  List<Deed> deeds() {
    return Deeds.of(session(), log);
  }

  /** The newest deed, as {@code kind segment: sentence}. */
  String last() {
    Deed deed = deeds().getLast();
    String segment = deed.segment() == null ? "" : " " + deed.segment();
    return deed.kind().word() + segment + ": " + deed.sentence();
  }
}
