package dev.callboard.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.plan.Delivery.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people of a copy of a plan: its team, of which some are others. Learners are of one delivery
 * and no other, so none is copied.
 *
 * @param people as a plan lists them, each with a key
 * @param leads keys of people of the plan who are not in the copy, with who has their place there
 * @param unknown addresses that belong to nobody in the plan and came without a name
 */
record CopiedPeople(ArrayNode people, Map<String, String> leads, List<String> unknown) {

  /** Somebody of the plan, who has this key whether it is written there or not. */
  private record One(String key, ObjectNode node) {

    boolean is(Role role) {
      return node.path("role").asText().equals(role.word());
    }

    boolean learns() {
      return is(Role.LEARNER);
    }

    boolean answersTo(Named named) {
      return named.email() == null
          ? node.path("name").asText().strip().equalsIgnoreCase(named.name())
          : node.path("email").asText().strip().toLowerCase(Locale.ROOT).equals(named.email());
    }

    One as(Role role) {
      return new One(key, node.deepCopy().put("role", role.word()));
    }
  }

  static CopiedPeople of(Spot root, Delivery delivery) {
    Casting casting = new Casting(all(root));
    casting.put(Role.PRODUCER, delivery.producers());
    casting.put(Role.FACILITATOR, delivery.facilitators());
    return casting.done();
  }

  private static List<One> all(Spot root) {
    List<Spot> spots = root.each("people");
    List<String> keys = Keys.of(spots, "name");
    List<One> all = new ArrayList<>();
    for (int i = 0; i < spots.size(); i++) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("key", keys.get(i));
      spots.get(i).node().properties().forEach(entry -> node.set(entry.getKey(), entry.getValue()));
      all.add(new One(keys.get(i), node));
    }
    return all;
  }

  /** Who has which place in the copy, while that is worked out. */
  private static final class Casting {

    /** Of the plan, as it is. */
    private final List<One> planned;

    private final List<One> team;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> leads = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();

    Casting(List<One> all) {
      planned = all.stream().filter(one -> !one.learns()).toList();
      team = new ArrayList<>(planned);
      all.forEach(one -> taken.add(one.key()));
    }

    void put(Role role, List<Named> named) {
      if (named.isEmpty()) {
        return;
      }
      List<One> before = team.stream().filter(one -> one.is(role)).toList();
      int place = before.isEmpty() ? team.size() : team.indexOf(before.getFirst());
      List<One> after = named.stream().map(one -> as(role, one)).toList();
      team.removeAll(before);
      team.addAll(Math.min(place, team.size()), after);
      for (int i = 0; i < before.size(); i++) {
        leads.put(before.get(i).key(), after.get(Math.min(i, after.size() - 1)).key());
      }
    }

    /** Looked for in the plan too, for two may take each other's place. */
    private One as(Role role, Named named) {
      Optional<One> known =
          Stream.concat(planned.stream(), team.stream())
              .filter(member -> member.answersTo(named))
              .min(Comparator.comparing(member -> !member.is(role)));
      if (known.isEmpty() && named.name().isEmpty()) {
        unknown.add(String.valueOf(named.email()));
      }
      return known.map(member -> member.as(role)).orElseGet(() -> fresh(role, named));
    }

    private One fresh(Role role, Named named) {
      String key = Keys.more(taken, List.of(named.name())).getFirst();
      taken.add(key);
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("key", key)
              .put("name", named.name())
              .put("role", role.word());
      return new One(key, named.email() == null ? node : node.put("email", named.email()));
    }

    CopiedPeople done() {
      Set<String> there = new HashSet<>();
      ArrayNode people = JsonNodeFactory.instance.arrayNode();
      team.forEach(one -> {
        there.add(one.key());
        people.add(one.node());
      });
      leads.keySet().removeAll(there); // who gave a place away and has another
      return new CopiedPeople(people, Map.copyOf(leads), List.copyOf(unknown));
    }
  }

  /** As it stands in a plan's file. */
  String yaml() {
    StringBuilder yaml = new StringBuilder("people:\n");
    people.forEach(one -> yaml.append("  - ").append(YamlFlow.of(one)).append('\n'));
    return yaml.toString();
  }
}
