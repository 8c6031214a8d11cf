package dev.callboard.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the people of a plan can do their work, and be told apart. */
final class PeopleLint {

  private static final Set<String> TEAM = Set.of("producer", "facilitator", "designer");

  private final Spot root;
  private final Findings findings;
  private final List<Spot> people;
  private final Map<String, Spot> owners = new HashMap<>();

  PeopleLint(Spot root, Findings findings) {
    this.root = root;
    this.findings = findings;
    people = root.each("people");
  }

  void check() {
    if (people.isEmpty()) {
      return;
    }
    if (nobodyIs("producer")) {
      findings.mistake("/people", "people: nobody is producer (expected: one, at least)");
    }
    if (nobodyIs("facilitator")) {
      findings.warning("/people", "people: nobody is facilitator; nobody gets timing prompts");
    }
    for (Spot person : people) {
      owner(person.get("email"));
      person.get("accounts").entries().values().forEach(this::owner);
      known(person);
    }
  }

  private boolean nobodyIs(String role) {
    return people.stream().noneMatch(person -> person.text("role").equals(Optional.of(role)));
  }

  /** An address or account belongs to one person. */
  private void owner(Spot identity) {
    Optional<String> id = identity.text();
    if (id.isEmpty()) {
      return;
    }
    String pointer = identity.pointer();
    String kind = pointer.substring(pointer.lastIndexOf('/'));
    String unique = kind.equals("/email") ? id.get().toLowerCase(Locale.ROOT) : id.get();
    Spot first = owners.putIfAbsent(kind + " " + unique, identity);
    if (first != null) {
      findings.mistake(
          pointer,
          identity.name()
              + ": “"
              + id.get()
              + "” (expected: not the same as "
              + first.name()
              + ")");
    }
  }

  /** Somebody of the team must be recognised wherever the class has a room. */
  private void known(Spot person) {
    if (person.get("email").present() || person.text("role").filter(TEAM::contains).isEmpty()) {
      return;
    }
    for (String platform : root.get("rooms").entries().keySet()) {
      if (!platform.equals("lobby") && !person.get("accounts").get(platform).present()) {
        findings.warning(
            person.pointer(),
            person.name()
                + ": neither an email nor accounts."
                + platform
                + ", so nobody there is recognised as "
                + person.text("name").orElse("this person"));
      }
    }
  }
}
