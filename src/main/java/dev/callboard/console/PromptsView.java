package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.command.Times;
import dev.callboard.plan.Role;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Prompts;
import java.time.Instant;

/** The prompts that were sent and those that are coming, as the desk draws them. */
final class PromptsView {

  private static final int COMING = 6;
  private static final int SAID = 12;

  private PromptsView() {}

  /**
   * Fills it in. A facilitator is told of what facilitators are prompted for; what somebody asked
   * for is between those two. A designer is told of none.
   */
  static void fill(ObjectNode node, Session session, Reader reader, Instant now) {
    ArrayNode coming = node.putArray("coming");
    Prompts.coming(session, now).stream()
        .filter(mark -> mayRead(session, reader, mark.to(), mark.kind() == Mark.Kind.ASKED))
        .limit(COMING)
        .forEach(mark ->
            coming
                .addObject()
                .put("at", mark.due().toString())
                .put("to", ClassView.name(session.plan(), mark.to()))
                .put("what", ClassView.cut(words(mark))));
    ArrayNode said = node.putArray("said");
    session.prompts().recent().reversed().stream()
        .filter(one -> mayRead(session, reader, one.to(), wasAsked(one)))
        .limit(SAID)
        .forEach(prompt -> said(said.addObject(), session, prompt));
  }

  private static boolean mayRead(Session session, Reader reader, String to, boolean asked) {
    return switch (reader) {
      case PRODUCER -> true;
      case FACILITATOR ->
          !asked
              && session
                  .plan()
                  .person(to)
                  .filter(member -> member.role() == Role.FACILITATOR)
                  .isPresent();
      case DESIGNER, CLIENT -> false;
    };
  }

  private static boolean wasAsked(Said said) {
    return said.marks().stream().anyMatch(mark -> mark.contains("asked/"));
  }

  private static void said(ObjectNode node, Session session, Said said) {
    node.put("number", said.number())
        .put("at", said.at().toString())
        .put("to", ClassView.name(session.plan(), said.to()))
        .put("what", ClassView.cut(said.text()))
        .put("seen", ClassView.text(said.seen()))
        .put("relayed", said.relayed());
  }

  private static String words(Mark mark) {
    return switch (mark.kind()) {
      case TIME -> "Time";
      case OVER -> Times.minutes(mark.amount()) + " over";
      case LEFT -> Times.minutes(mark.amount()) + " left";
      case CLASS ->
          mark.amount().isZero()
              ? "The class should end"
              : Times.minutes(mark.amount()) + " to the end";
      case CUE -> "Cue for what is next";
      case ASKED -> String.valueOf(mark.text());
    };
  }
}
