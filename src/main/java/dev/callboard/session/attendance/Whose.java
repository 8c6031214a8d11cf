package dev.callboard.session.attendance;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is the same in two rolls of one class: people of the plan by their keys, everybody else by a
 * stay that both know of. So nobody is two though the one knows of more of their devices, or alone
 * recognised them. Symmetric: which roll comes first makes no difference.
 */
final class Whose {

  /** By stay: whose it is, of those whom one of the two recognised. */
  private final Map<String, String> known = new HashMap<>();

  /** By stay: the least of all stays that are one stranger's. */
  private final Map<String, String> strangers = new HashMap<>();

  Whose(Roll one, Roll other) {
    for (Roll roll : List.of(one, other)) {
      roll.learners().stream()
          .flatMap(learner -> Stream.ofNullable(learner.party()))
          .forEach(this::know);
      roll.team().forEach(member -> know(member.party()));
    }
    Stream.of(one, other)
        .flatMap(roll -> roll.guests().stream())
        .map(Roll.Guest::party)
        .filter(party -> recognised(party).isEmpty())
        .forEach(this::meet);
  }

  static String learner(String person) {
    return "learner " + person;
  }

  /** Of two who claim a stay always the same. */
  private void know(Party party) {
    String key = key(party);
    party.stays().forEach(stay -> known.merge(stay.key(), key, Whose::least));
  }

  private static String least(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private void meet(Party party) {
    List<String> stays = stays(party).toList();
    List<String> met = stays.stream().map(strangers::get).filter(Objects::nonNull).toList();
    String key =
        Stream.concat(stays.stream(), met.stream()).min(Comparator.naturalOrder()).orElseThrow();
    if (!met.stream().allMatch(key::equals)) { // seldom, and it goes through all there are
      strangers.replaceAll((_, group) -> met.contains(group) ? key : group);
    }
    stays.forEach(stay -> strangers.put(stay, key));
  }

  private static Stream<String> stays(Party party) {
    return party.stays().stream().map(Stay::key);
  }

  /** Who a guest is by what one of the two knows; empty for a stranger to both. */
  Optional<String> recognised(Party guest) {
    return stays(guest).map(known::get).filter(Objects::nonNull).min(Comparator.naturalOrder());
  }

  /** The same text for the same human being. */
  String key(Party party) {
    return party.owner() instanceof Owner.Known owner
        ? (owner.member().role().team() ? "team " : "learner ") + owner.member().key()
        : "stranger " + strangers.getOrDefault(party.stays().getFirst().key(), party.own());
  }
}
