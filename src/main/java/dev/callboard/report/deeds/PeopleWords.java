package dev.callboard.report.deeds;

import dev.callboard.report.model.Words;
import dev.callboard.session.Event;
import dev.callboard.session.attendance.Settling;
import java.util.ArrayList;
import java.util.List;

/** What became known of who was there. */
record PeopleWords(Scene scene) {

  String of() {
    return switch (scene.recorded().event()) {
      case Event.Convened convened ->
          "The first word came of the meeting on " + Cast.platform(convened.meeting().platform());
      case Event.Recognised known ->
          scene.cast().person(known.person())
              + " was recognised by an account on "
              + Cast.platform(known.account().platform());
      case Event.Acquainted known ->
          known.aliases().isEmpty()
              ? "Nobody was remembered from earlier classes"
              : "What earlier classes taught of "
                  + Words.count(
                      (int) known.aliases().values().stream().distinct().count(),
                      "person",
                      "people")
                  + " was remembered";
      case Event.Rolled _ -> scene.who() + " posted the roll backstage";
      case Event.Reported _ ->
          scene.who()
              + (scene.before().register().told().reported()
                  ? " brought the report backstage up to date"
                  : " posted the report backstage");
      case Event.Settled settled -> settled(settled.settling());
      case Event.Accounted accounted ->
          Words.capital(Cast.platform(accounted.record().meeting().platform()))
              + " gave its own account of the meeting: "
              + accounted.record().rows().size()
              + (accounted.record().rows().size() == 1 ? " stay" : " stays");
      default -> throw EventWords.unknown(scene.recorded().event());
    };
  }

  /**
   * Not what backstage was told of people's needs, which is nobody's business outside the class.
   */
  private String settled(Settling settling) {
    List<String> said = new ArrayList<>();
    if (!settling.greeted().isEmpty()) {
      said.add("greeted who came");
    }
    if (settling.missing()) {
      said.add("told backstage who is missing");
    }
    if (settling.storm() != null) {
      said.add("told backstage that many left at " + scene.clock(settling.storm()));
    }
    if (settling.offered()) {
      said.add("asked backstage whether to start");
    }
    if (said.isEmpty()) {
      said.add("looked at who came and went");
    }
    return "Callboard " + Words.list(said);
  }
}
