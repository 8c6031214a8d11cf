package dev.callboard.platform.slack;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import dev.callboard.platform.Door;
import dev.callboard.platform.Whereabouts;
import dev.callboard.session.attendance.Connected;
import dev.callboard.session.attendance.Holding;
import dev.callboard.session.attendance.Register;
import dev.callboard.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A house with one class, which keeps all that is told of huddles and outlasts restarts. */
final class HuddleHouse implements Door, Whereabouts {

  private final SettableClock clock;
  private final List<Sighting> told = new ArrayList<>();
  private Register register;
  private boolean broken;

  HuddleHouse(SettableClock clock) {
    this.clock = clock;
    register = Register.opened(clock.instant(), null);
  }

  /** From now on, or no longer, everything fails. */
  void broken(boolean now) {
    broken = now;
  }

  @Override
  public Reply handle(Inbound inbound) {
    whole();
    if (inbound instanceof Inbound.Presence presence && !register.knows(presence.sighting())) {
      told.add(presence.sighting());
      register = register.witnessed(presence.sighting(), clock.instant(), Policy.USUAL);
    }
    return new Reply.Quiet();
  }

  private void whole() {
    if (broken) {
      throw new IllegalStateException("the disk is full");
    }
  }

  /** What was news, with the second it happened at. */
  List<String> told() {
    return told.stream().map(HuddleHouse::words).toList();
  }

  private static String words(Sighting sighting) {
    String what =
        switch (sighting.what()) {
          case Sighting.Joined joined -> "joined " + joined.who().connection();
          case Sighting.Left left -> "left " + left.who().connection();
          case Sighting.Gone gone -> "gone " + gone.who().connection();
          case Sighting.Named named -> "named " + named.who().connection();
          default -> sighting.what().getClass().getSimpleName();
        };
    return what + " " + sighting.at().getEpochSecond() % 1_795_000_000L;
  }

  @Override
  public List<Sighting> here() {
    return joins(_ -> true);
  }

  @Override
  public List<Sighting> here(String tenant, String account) {
    return joins(who -> account.equals(who.account()));
  }

  private List<Sighting> joins(Predicate<Attendee> which) {
    whole();
    return Connected.joins(register, "slack", which, clock.instant());
  }

  @Override
  public Optional<Place> meeting(String tenant, String occurrence) {
    whole();
    return register.holdings().values().stream()
        .filter(holding -> holding.occurrence().equals(occurrence))
        .map(Holding::meeting)
        .findFirst();
  }
}
