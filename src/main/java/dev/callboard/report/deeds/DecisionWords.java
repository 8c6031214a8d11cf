package dev.callboard.report.deeds;

import dev.callboard.report.model.Words;
import dev.callboard.session.Event;
import dev.callboard.session.attendance.Company;
import dev.callboard.session.attendance.Mark;
import java.util.ArrayList;
import java.util.List;

/** What people decided about who was there, and about the records of the class. */
record DecisionWords(Scene scene) {

  String of() {
    return switch (scene.recorded().event()) {
      case Event.Matched matched -> who() + " said that " + matched(matched);
      case Event.Merged merged ->
          who() + " said that " + same(merged.trait(), merged.with()) + " are one person";
      case Event.Forgotten forgotten ->
          who() + " took back who " + trait(forgotten.traits()) + " is";
      case Event.Parted parted ->
          who()
              + " said that a visit of "
              + scene.cast().stay(parted.stay())
              + " was somebody else's";
      case Event.Marked marked -> marked(marked);
      case Event.Accompanied beside ->
          who() + " said that " + beside(beside.person(), beside.company());
      case Event.Ruled ruled ->
          who()
              + (ruled.policy() == null
                  ? " went back to the plan's rules of attendance"
                  : " set other rules of attendance for this class");
      case Event.Reconciled settled ->
          who()
              + " settled attendance by "
              + (settled.accounts() ? "the platforms' own accounts" : "what was seen in class");
      case Event.Finalised _ -> who() + " signed attendance off";
      case Event.Erasing _ -> who() + " asked for somebody to be erased from the records";
      case Event.Erased erased ->
          erased.everybody()
              ? "All but the team were erased from the log"
              : Words.count(erased.people(), "person", "people")
                  + (erased.people() == 1 ? " was" : " were")
                  + " erased from the log";
      default -> throw EventWords.unknown(scene.recorded().event());
    };
  }

  private String who() {
    return scene.who();
  }

  private String trait(List<String> traits) {
    return traits.stream()
        .map(scene.cast()::trait)
        .filter(name -> name.startsWith("“"))
        .findFirst()
        .orElse("somebody in the meeting");
  }

  private String matched(Event.Matched matched) {
    return trait(matched.traits())
        + " is "
        + (matched.person().isEmpty()
            ? "nobody of the roster"
            : scene.cast().person(matched.person()));
  }

  private String same(String one, String other) {
    return scene.cast().trait(one) + " and " + scene.cast().trait(other);
  }

  private String marked(Event.Marked marked) {
    String person = scene.cast().person(marked.person());
    Mark.Kind kind = marked.kind();
    return kind == null
        ? who() + " took back how " + person + " was marked"
        : who() + " marked " + person + " " + kind.word() + Words.reason(marked.reason());
  }

  private String beside(String person, Company company) {
    List<String> others = new ArrayList<>();
    company.people().stream().map(scene.cast()::person).forEach(others::add);
    if (company.others() > 0) {
      others.add(company.others() + " more");
    }
    String name =
        person.startsWith("stay:") ? scene.cast().trait(person) : scene.cast().person(person);
    return others.isEmpty()
        ? name + " sits in a room alone"
        : name + " sits in one room with " + Words.list(others);
  }
}
