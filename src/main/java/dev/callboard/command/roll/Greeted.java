package dev.callboard.command.roll;

import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who was greeted before, and under which names: gone through once for all who are new. Pure.
 *
 * @param traits of whom were greeted
 * @param here names of guests who are there
 * @param gone names of guests who are not
 * @param away names of learners who are not
 */
record Greeted(Collection<String> traits, Set<String> here, Set<String> gone, Set<String> away) {

  static Greeted of(Roll roll, Collection<String> traits) {
    return new Greeted(
        traits,
        names(guests(roll, Roll.Guest::here), traits),
        names(guests(roll, guest -> !guest.here()), traits),
        names(
            roll.learners().stream()
                .filter(learner -> !learner.here())
                .flatMap(learner -> Stream.ofNullable(learner.party())),
            traits));
  }

  private static Stream<Party> guests(Roll roll, Predicate<Roll.Guest> which) {
    return roll.guests().stream().filter(which).map(Roll.Guest::party);
  }

  private static Set<String> names(Stream<Party> parties, Collection<String> traits) {
    return parties
        .flatMap(party -> party.stays().stream())
        .filter(stay -> traits.contains(stay.trait()))
        .map(stay -> stay.name())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Another may bear the name of somebody who is surely known, and was greeted by it. */
  boolean isNew(Party party) {
    boolean known = party.owner() instanceof Owner.Known;
    return !has(party.traits()) // the names of most cost the most
        && (known || !has(party.confirmable()))
        && !returns(party.name(), known);
  }

  private boolean has(Collection<String> some) {
    return some.stream().anyMatch(traits::contains);
  }

  /**
   * Whoever shows the name of one who went is taken for them: two devices may be called alike. Of
   * whom it is known who they are, only one of whom it is not can be the same.
   */
  private boolean returns(String name, boolean known) {
    return gone.contains(name) || (known ? here : away).contains(name);
  }
}
