package dev.callboard.report;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Policy;
import dev.callboard.plan.Role;
import dev.callboard.report.model.ClassReport;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A class of an hour in London, 14:00 to 15:00, told of event by event. */
public final class GivenClass {

  public static final Instant START = Instant.parse("2026-07-24T13:00:00Z");

  private static final Place MEETING = new Place("zoom", "ACC1", "81234567890");

  private final Plan plan;
  private final List<Recorded> log = new ArrayList<>();

  private GivenClass(Plan plan) {
    this.plan = plan;
  }

  /** With these learners beside a producer and a facilitator, and segments of ten minutes. */
  public static GivenClass of(int segments, List<Member> learners) {
    Plan plan = SamplePlans.many("hybrid", segments);
    List<Member> people = new ArrayList<>(plan.withRole(Role.PRODUCER).toList());
    people.addAll(learners);
    GivenClass given = new GivenClass(plan.with(people, Policy.USUAL));
    given.event(-600, new Event.Opened(given.plan, new Rooms(List.of(), List.of()), START));
    given.event(0, new Event.Started());
    return given;
  }

  /** Opened without an hour, to start whenever somebody says so. */
  public static GivenClass whenever(int segments) {
    GivenClass given = new GivenClass(SamplePlans.many("hybrid", segments));
    Rooms rooms = new Rooms(List.of(), List.of());
    return given.event(-600, new Event.Opened(given.plan, rooms, null));
  }

  /** The same, not begun. */
  public static GivenClass ahead(Plan plan) {
    GivenClass given = new GivenClass(plan);
    return given.event(-600, new Event.Opened(plan, new Rooms(List.of(), List.of()), START));
  }

  public static Member learner(String key, String name) {
    return new Member(
        key,
        name,
        Role.LEARNER,
        key + "@learners.example.com",
        Map.of("lobby", key),
        "en",
        List.of("SECRET NEED"));
  }

  public GivenClass event(int second, Event event) {
    return eventAt(1_000L * second, event);
  }

  /**
   * At times that are no whole seconds.
   *
   * @param millis after the planned start
   */
  GivenClass eventAt(long millis, Event event) {
    log.add(new Recorded(log.size() + 1, START.plusMillis(millis), "priya", event));
    return this;
  }

  public GivenClass joins(int second, String key) {
    return event(second, told(second, new Sighting.Joined(who(key))));
  }

  public GivenClass leaves(int second, String key) {
    return event(second, told(second, new Sighting.Left(who(key))));
  }

  public GivenClass guest(int second, String name) {
    Attendee who = new Attendee("g" + name, "g" + name, null, null, name, null, null);
    return event(second, told(second, new Sighting.Joined(who)));
  }

  private static Event told(int second, Sighting.What what) {
    return new Event.Witnessed(new Sighting(MEETING, "o", START.plusSeconds(second), what));
  }

  private static Attendee who(String key) {
    return new Attendee(key, key, null, null, key, key + "@learners.example.com", null);
  }

  public Session session() {
    return Session.fold(new SessionId("hybrid-0724"), log).orElseThrow();
  }

  /** The report as of so many seconds after the planned start. */
  public ClassReport report(int second) {
    return ClassReport.of(session(), log, START.plusSeconds(second));
  }

  public List<Recorded> log() {
    return List.copyOf(log);
  }

  AttendanceTable table() {
    return AttendanceTable.of(session(), START.plusSeconds(4_000));
  }
}
