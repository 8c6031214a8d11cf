package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Roll.Learner;
import dev.callboard.session.attendance.Status;
import java.util.List;

/** Who is here and who is missing, as the desk draws it. */
final class PeopleView {

  /** More names than this nobody reads; the count is told all the same. */
  static final int NAMES = 100;

  private PeopleView() {}

  /** Whoever may not read names is told how many there are. */
  static ObjectNode of(Session session, Roll roll, Reader reader) {
    int most = reader.seesPeople() ? NAMES : 0;
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("told", !session.register().holdings().isEmpty())
        .put("expected", roll.learners().size())
        .put("present", roll.here().count())
        .put("seen", roll.learners().stream().filter(l -> !l.stretches().isEmpty()).count())
        .put("beside", roll.unnamed());
    learners(node, "here", most, roll.here().toList());
    learners(node, "away", most, roll.away());
    learners(node, "missing", most, roll.missing());
    learners(
        node,
        "marked",
        most,
        roll.learners().stream()
            .filter(learner -> !learner.here() && learner.stretches().isEmpty())
            .filter(learner -> learner.verdict().mark() != null)
            .toList());
    ArrayNode unknown = node.putArray("unknown");
    roll.unknown().stream()
        .filter(Roll.Guest::here)
        .limit(most)
        .forEach(guest ->
            unknown
                .addObject()
                .put("number", guest.party().number())
                .put("name", ClassView.cut(guest.party().name()))
                .put("phone", guest.party().phone()));
    ArrayNode team = node.putArray("team");
    roll.team().stream()
        .filter(Roll.Guest::here)
        .limit(NAMES)
        .forEach(guest -> team.add(ClassView.cut(guest.party().name())));
    return node;
  }

  private static void learners(ObjectNode node, String list, int most, List<Learner> learners) {
    ArrayNode names = node.putArray(list);
    learners.stream()
        .limit(most)
        .forEach(learner ->
            names
                .addObject()
                .put("key", learner.member().key())
                .put("name", ClassView.cut(learner.member().name()))
                .put("mark", mark(learner)));
    if (learners.size() > most) {
      node.put(list + "More", learners.size() - most);
    }
  }

  /** What is worth a word beside the name; empty for whoever is just there, or just missing. */
  private static String mark(Learner learner) {
    Mark mark = learner.verdict().mark();
    if (mark != null) {
      return learner.verdict().status().word();
    }
    return learner.verdict().status() == Status.LATE ? "late" : "";
  }
}
