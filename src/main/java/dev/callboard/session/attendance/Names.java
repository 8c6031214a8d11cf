package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose a shown name is by what people confirmed. A name is nobody's for sure, so it tells only
 * where it can mean one person: no other party goes by it, and nobody else on the roster.
 */
final class Names {

  private final Roster roster;

  /** How many parties go by a name. */
  private final Map<String, Integer> parties = new HashMap<>();

  Names(Roster roster) {
    this.roster = roster;
  }

  /** One more party with these stays. */
  void shown(Collection<Stay> stays) {
    traits(stays).forEach(name -> parties.merge(name, 1, Integer::sum));
  }

  /** Null when the names tell nothing, or not of one person. */
  @Nullable Owner owner(Collection<Stay> stays) {
    if (!roster.knowsNames()) {
      return null;
    }
    List<Owner> owners =
        traits(stays).stream()
            .filter(name -> parties.getOrDefault(name, 0) == 1)
            .flatMap(
                name -> roster.named(name).filter(owner -> !roster.shares(name, owner)).stream())
            .toList();
    boolean one = owners.stream().noneMatch(owner -> owner.isNot(owners.getFirst()));
    return owners.isEmpty() || !one ? null : owners.getFirst();
  }

  /** Whose the name was confirmed to be, though it may mean somebody else here. */
  @Nullable Member namesake(Collection<Stay> stays) {
    if (!roster.knowsNames()) {
      return null;
    }
    return traits(stays).stream()
        .map(roster::named)
        .flatMap(Optional::stream)
        .filter(Owner.Known.class::isInstance)
        .map(owner -> ((Owner.Known) owner).member())
        .findFirst()
        .orElse(null);
  }

  private static Set<String> traits(Collection<Stay> stays) {
    return stays.stream()
        .map(Stay::name)
        .filter(Likeness::telling)
        .map(Trait::name)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
