package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.session.attendance.Owner.How;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is who. Stays are one party when they share an account, a registration or an address,
 * when the platform bound them, or when a person said so; never because of a name, and never when
 * they are surely two people's.
 */
final class Parties {

  private final Register register;
  private final Decisions decisions;
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
    decisions = register.decisions();
    roster = new Roster(plan, decisions);
  }

  static List<Party> of(Register register, Plan plan) {
    Parties parties = new Parties(register, plan);
    Recorded.stays(register).stream().sorted(Comparator.comparing(Stay::key)).forEach(parties::add);
    register.bonds().stream().sorted(Comparator.comparing(Bond::toString)).forEach(parties::bind);
    parties.decisions.together().stream()
        .sorted(Comparator.comparing(Same::one).thenComparing(Same::other))
        .forEach(same -> parties.join(same.one(), same.other()));
    Names names = parties.roster.knowsNames() ? parties.names() : new Names(parties.roster);
    return parties.groups.stream().map(group -> parties.party(group, names)).toList();
  }

  private void add(Stay stay) {
    List<String> traits = traits(stay);
    Owner owner = owner(stay, traits);
    Group group =
        traits.stream()
            .map(found::get)
            .filter(known -> known != null && !different(known.owner, owner))
            .findFirst()
            .orElseGet(this::fresh);
    group.stays.add(stay);
    group.owner = surer(group.owner, owner);
    for (String trait : traits) {
      Group other = found.putIfAbsent(trait, group);
      if (other == null || other == group) {
        group.traits.add(trait);
      } else if (!different(group.owner, other.owner)) {
        merge(group, other);
      }
    }
  }

  private boolean isParted(Stay stay) {
    return decisions.parted().contains(stay.trait());
  }

  /** What a stay shares with others of the same person; one that was parted shares nothing. */
  private List<String> traits(Stay stay) {
    List<String> traits = new ArrayList<>();
    traits.add(stay.trait());
    if (!isParted(stay)) {
      traits.addAll(Trait.identities(register.holding(stay).meeting(), stay.who()));
    }
    return traits;
  }

  private @Nullable Owner owner(Stay stay, List<String> traits) {
    return (isParted(stay) ? roster.confirmed(traits) : roster.owner(register, stay, traits))
        .orElse(null);
  }

  private Group fresh() {
    Group group = new Group();
    groups.add(group);
    return group;
  }

  private void bind(Bond bond) {
    String one = stay(bond.holding(), bond.connection(), bond.stay());
    String other = stay(bond.holding(), bond.otherConnection(), bond.otherStay());
    if (other != null && one != null && !isParted(one) && !isParted(other)) {
      join(one, other);
    }
  }

  private boolean isParted(String trait) {
    return decisions.parted().contains(trait);
  }

  /** The stay a platform means; it may name the connection only, or the stay by another id. */
  private @Nullable String stay(String holding, String connection, @Nullable String stay) {
    String key = register.stayOf().get(Stay.key(holding, connection));
    if (key == null && stay != null) {
      key = Stay.key(holding, stay);
    }
    return key == null ? null : Trait.stay(key);
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
    return one != null && other != null && one.isNot(other);
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

  private Names names() {
    Names names = new Names(roster);
    groups.forEach(group -> names.shown(group.stays));
    return names;
  }

  private Party party(Group group, Names names) {
    List<String> surest =
        group.traits.stream().sorted(Comparator.comparing(trait -> !Trait.lasting(trait))).toList();
    Party party = new Party(group.stays, surest, new Owner.Guest());
    Owner owner = group.owner;
    if (owner == null && group.stays.stream().noneMatch(this::isParted)) {
      owner = names.owner(group.stays);
    }
    if (owner == null) {
      owner =
          Likeness.bot(party.name())
              ? new Owner.Bot()
              : new Owner.Unknown(names.namesake(group.stays), written(group.stays));
    }
    return new Party(group.stays, surest, owner);
  }

  /** Null when they wrote no address of the plan's, or those of two people. */
  private @Nullable Member written(List<Stay> stays) {
    List<Member> members =
        stays.stream().flatMap(stay -> roster.written(stay).stream()).distinct().toList();
    return members.size() == 1 ? members.getFirst() : null;
  }
}
