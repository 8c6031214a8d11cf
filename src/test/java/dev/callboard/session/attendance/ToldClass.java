package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Policy;
import dev.callboard.testing.SamplePlans;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A class at 14:00 and what its meeting tells of it, fact by fact; seconds count from its start.
 */
final class ToldClass {

  static final Plan PLAN = SamplePlans.shipped("hybrid-meetings");
  static final Instant START = Instant.parse("2026-11-24T14:00:00Z");

  private static final Place MEETING = new Place("zoom", "ACC1", "81234567890");

  private Register register;

  ToldClass(Spans.@Nullable Span planned) {
    Register opened = Register.opened(START.minusSeconds(1_800), planned);
    register = opened.with(opened.course().started(START));
  }

  /** Without a planned time. */
  ToldClass() {
    this(null);
  }

  static Instant at(int second) {
    return START.plusSeconds(second);
  }

  /** Somebody with one connection, whose stay is named like it. */
  static Attendee guest(String connection, String name) {
    return new Attendee(connection, connection, null, null, name, null, null);
  }

  /** Somebody of the plan, by address, on a device of this name. */
  static Attendee learner(String key, String device) {
    String mail = key + "@learners.example.com";
    return new Attendee(device, device, null, null, key, mail, null);
  }

  ToldClass joins(int second, Attendee who) {
    return tells(second, new Sighting.Joined(who));
  }

  ToldClass leaves(int second, Attendee who) {
    return tells(second, new Sighting.Left(who));
  }

  ToldClass tells(int second, Sighting.What what) {
    Sighting sighting = new Sighting(MEETING, "occurrence", at(second), what);
    register = register.witnessed(sighting, at(second), Policy.USUAL);
    return this;
  }

  ToldClass decides(UnaryOperator<Decisions> decision) {
    register = register.with(decision.apply(register.decisions()));
    return this;
  }

  ToldClass ends(int second) {
    register = register.with(register.course().ended(at(second)));
    return this;
  }

  Register register() {
    return register;
  }

  Roll roll(int second) {
    return roll(second, PLAN);
  }

  Roll roll(int second, Plan plan) {
    return Roll.of(register, plan, at(second));
  }

  Roll roll(int second, Policy policy) {
    return Roll.of(register, PLAN, policy, at(second));
  }
}
