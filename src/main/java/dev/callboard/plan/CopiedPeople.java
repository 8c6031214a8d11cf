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
  }

  static CopiedPeople of(Spot root, Delivery delivery) {
    List<One> all = all(root);
    List<One> team = new ArrayList<>(all.stream().filter(one -> !one.learns()).toList());
    Set<String> taken = new HashSet<>();
    all.forEach(one -> taken.add(one.key()));
    Map<String, String> leads = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    put(team, Role.PRODUCER, delivery.producers(), taken, leads, unknown);
    put(team, Role.FACILITATOR, delivery.facilitators(), taken, leads, unknown);
    Set<String> there = new HashSet<>();
    ArrayNode people = JsonNodeFactory.instance.arrayNode();
    team.forEach(one -> {
      there.add(one.key());
      people.add(one.node());
    });
    leads.keySet().removeAll(there); // who gave a place away and has another
    return new CopiedPeople(people, Map.copyOf(leads), List.copyOf(unknown));
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

  private static void put(
      List<One> team,
      Role role,
      List<Named> named,
      Set<String> taken,
      Map<String, String> leads,
      List<String> unknown) {
    if (named.isEmpty()) {
      return;
    }
    List<One> before = team.stream().filter(one -> one.is(role)).toList();
    int place = before.isEmpty() ? team.size() : team.indexOf(before.getFirst());
    List<One> after = new ArrayList<>();
    for (Named one : named) {
      Optional<One> known =
          team.stream()
              .filter(member -> member.answersTo(one))
              .min(Comparator.comparing(member -> !member.is(role)));
      if (known.isEmpty() && one.name().isEmpty()) {
        unknown.add(String.valueOf(one.email()));
      }
      after.add(known.map(member -> as(role, member)).orElseGet(() -> fresh(role, one, taken)));
    }
    team.removeAll(before);
    team.addAll(Math.min(place, team.size()), after);
    for (int i = 0; i < before.size(); i++) {
      leads.put(before.get(i).key(), after.get(Math.min(i, after.size() - 1)).key());
    }
  }

  private static One as(Role role, One known) {
    return new One(known.key(), known.node().deepCopy().put("role", role.word()));
  }

  private static One fresh(Role role, Named named, Set<String> taken) {
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

  /** As it stands in a plan's file. */
  String yaml() {
    StringBuilder yaml = new StringBuilder("people:\n");
    people.forEach(one -> yaml.append("  - ").append(YamlFlow.of(one)).append('\n'));
    return yaml.toString();
  }
}
