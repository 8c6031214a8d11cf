package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.session.attendance.Owner.How;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is who. Stays are one party when they share an account, a registration or an address,
 * when the platform bound them, or when a person said so; never because of a name.
 */
final class Parties {

  private final Register register;
  private final Plan plan;
  private final Roster roster;
  private final Set<Group> groups = new LinkedHashSet<>();

  /** By trait, and by stay. */
  private final Map<String, Group> found = new HashMap<>();

  /** Stays found to be one party so far. */
  private static final class Group {
    final List<Stay> stays = new ArrayList<>();
    final Set<String> traits = new LinkedHashSet<>();
    @Nullable Owner owner;
  }

  private Parties(Register register, Plan plan) {
    this.register = register;
    this.plan = plan;
    roster = new Roster(plan, register.decisions());
  }

  static List<Party> of(Register register, Plan plan) {
    Parties parties = new Parties(register, plan);
    Recorded.stays(register).stream().sorted(Comparator.comparing(Stay::key)).forEach(parties::add);
    register.bonds().stream().sorted(Comparator.comparing(Bond::toString)).forEach(parties::bind);
    register.decisions().together().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(pair -> parties.join(pair.getKey(), pair.getValue()));
    return parties.all();
  }

  private void add(Stay stay) {
    String own = Trait.stay(stay.key());
    List<String> traits = new ArrayList<>();
    traits.add(own);
    if (!register.decisions().parted().contains(own)) {
      traits.addAll(Trait.identities(register.holding(stay).meeting(), stay.who()));
    }
    Group group =
        traits.stream()
            .map(found::get)
            .filter(known -> known != null)
            .findFirst()
            .orElseGet(this::fresh);
    group.stays.add(stay);
    group.traits.addAll(traits);
    Optional<Owner> owner = roster.owner(register, stay, named(stay, traits));
    group.owner = surer(group.owner, owner.orElse(null));
    for (String trait : traits) {
      Group other = found.put(trait, group);
      if (other != null && other != group) {
        merge(group, other);
      }
    }
  }

  /** A name counts where a person confirmed it before, if it says who somebody is. */
  private static List<String> named(Stay stay, List<String> traits) {
    return Likeness.telling(stay.who().name())
        ? Stream.concat(traits.stream(), Stream.of(Trait.name(stay.who().name()))).toList()
        : traits;
  }

  private Group fresh() {
    Group group = new Group();
    groups.add(group);
    return group;
  }

  private void bind(Bond bond) {
    String one = Trait.stay(Stay.key(bond.holding(), bond.stay()));
    String key = register.stayOf().get(Stay.key(bond.holding(), bond.otherConnection()));
    String other = bond.otherStay() == null ? key : Stay.key(bond.holding(), bond.otherStay());
    if (other != null) {
      join(one, Trait.stay(other));
    }
  }

  /** Makes one party of two, unless they are surely two people. */
  private void join(String trait, String with) {
    Group one = found.get(trait);
    Group other = found.get(with);
    if (one != null && other != null && one != other && !different(one.owner, other.owner)) {
      merge(one, other);
    }
  }

  private static boolean different(@Nullable Owner one, @Nullable Owner other) {
    return one instanceof Owner.Known left
        && other instanceof Owner.Known right
        && !left.member().key().equals(right.member().key());
  }

  private void merge(Group into, Group from) {
    into.stays.addAll(from.stays);
    into.traits.addAll(from.traits);
    into.owner = surer(into.owner, from.owner);
    from.traits.forEach(trait -> found.put(trait, into));
    groups.remove(from);
  }

  private static @Nullable Owner surer(@Nullable Owner one, @Nullable Owner other) {
    return how(one).compareTo(how(other)) <= 0 ? one : other;
  }

  private static How how(@Nullable Owner owner) {
    return switch (owner) {
      case Owner.Known known -> known.how();
      case Owner.Guest _ -> How.CONFIRMED;
      case Owner.Unknown _, Owner.Bot _ -> How.UNSURE;
      case null -> How.UNSURE;
    };
  }

  private List<Party> all() {
    Set<String> known = new HashSet<>();
    groups.forEach(group -> {
      if (group.owner instanceof Owner.Known owner) {
        known.add(owner.member().key());
      }
    });
    List<Member> missing =
        plan.withRole(Role.LEARNER).filter(member -> !known.contains(member.key())).toList();
    Map<Group, Party> parties = new LinkedHashMap<>();
    groups.forEach(group -> parties.put(group, party(group, missing)));
    return List.copyOf(parties.values());
  }

  private static Party party(Group group, Collection<Member> missing) {
    List<String> surest =
        group.traits.stream().sorted(Comparator.comparing(trait -> !Trait.lasting(trait))).toList();
    Party party = new Party(group.stays, surest, new Owner.Guest());
    Owner owner = group.owner;
    if (owner == null) {
      owner =
          Likeness.bot(party.name())
              ? new Owner.Bot()
              : new Owner.Unknown(Likeness.similar(party.name(), missing));
    }
    return new Party(group.stays, surest, owner);
  }
}
