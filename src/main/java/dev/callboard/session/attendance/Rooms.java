package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose rooms are shared, by what they are known by: a person's key, or a trait of one nobody
 * knows.
 *
 * @param known people of the plan by their keys
 * @param persons when each party was there
 */
record Rooms(
    Plan plan, List<Party> parties, Map<String, Party> known, Function<Party, Person> persons) {

  /**
   * Where somebody with a name sits; of a room nobody knows, each of its visits. By its name alone
   * it comes again only if that says which room it is, and no two of that name were there at once.
   */
  List<Party> of(String room) {
    List<Party> sure = sure(room);
    if (sure.isEmpty() || isKnown(sure.getFirst())) {
      return sure;
    }
    Party first = sure.getFirst();
    List<Party> all =
        parties.stream()
            .filter(party -> !isKnown(party) && party.name().equals(first.name()))
            .sorted(Comparator.comparing(party -> !party.equals(first)))
            .toList();
    return Likeness.tellingRoom(first.name()) && apart(all) ? all : sure;
  }

  /** Where some without a name sit: a room nobody knows is the same when it comes by its name. */
  List<Party> hosts(String room) {
    List<Party> sure = sure(room);
    Set<String> names =
        sure.stream().filter(party -> !isKnown(party)).map(Party::name).collect(Collectors.toSet());
    return Stream.concat(
            sure.stream(),
            parties.stream()
                .filter(party -> !isKnown(party))
                .filter(party -> names.contains(party.name())))
        .distinct()
        .toList();
  }

  /** What a room is called. */
  String called(String room, List<Party> its) {
    return plan.person(room)
        .map(Member::name)
        .or(() -> its.stream().map(Rooms::name).findFirst())
        .orElse("somebody");
  }

  private static String name(Party party) {
    return party.owner() instanceof Owner.Known owner ? owner.member().name() : party.name();
  }

  private List<Party> sure(String room) {
    Party person = known.get(room);
    return person != null
        ? List.of(person)
        : parties.stream().filter(party -> party.traits().contains(room)).toList();
  }

  private boolean apart(List<Party> some) {
    Spans spans = Spans.NONE;
    for (Party party : some) {
      Spans own = persons.apply(party).spans();
      if (!spans.within(own).isEmpty()) {
        return false;
      }
      spans = spans.and(own);
    }
    return true;
  }

  private static boolean isKnown(Party party) {
    return party.owner() instanceof Owner.Known;
  }
}
