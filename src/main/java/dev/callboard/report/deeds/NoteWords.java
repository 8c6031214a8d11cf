package dev.callboard.report.deeds;

import dev.callboard.report.deeds.Deed.Kind;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Debriefed;
import dev.callboard.session.Event.Noted;
import dev.callboard.session.Event.Went;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the team kept in mind, in class and after it. */
record NoteWords(Scene scene) {

  Words of() {
    return switch (scene.recorded().event()) {
      case Noted noted -> words(noted.segment(), noted(noted));
      case Event.DebriefAsked asked ->
          words(
              null,
              scene.cast().person(asked.person())
                  + (asked.round() == 1
                      ? " was asked how the class went"
                      : " was reminded of the debrief"));
      case Debriefed said -> words(said.segment(), debriefed(said));
      case Event.DebriefDone done ->
          words(null, scene.cast().person(done.person()) + " has no more to say of the class");
      case Event.DebriefClosed _ -> words(null, "The debrief was closed");
      default -> throw EventWords.unknown(scene.recorded().event());
    };
  }

  private static Words words(@Nullable String segment, String sentence) {
    return new Words(Kind.NOTES, segment, sentence);
  }

  private String noted(Noted noted) {
    String segment = noted.segment();
    return scene.who()
        + " noted for the "
        + noted.reader().name().toLowerCase(Locale.ROOT)
        + (segment == null ? "" : " at " + scene.title(segment))
        + (noted.behind() == null ? "" : Say.behind(noted.behind()))
        + ": "
        + Say.quoted(noted.text());
  }

  private String debriefed(Debriefed said) {
    String text = Say.quoted(said.text());
    String segment = said.segment();
    return scene.who()
        + switch (said.topic()) {
          case KEEP -> " would keep: " + text;
          case CHANGE -> " would change: " + text;
          case NEXT -> " would do next time: " + text;
          case ACTIVITY ->
              " found that "
                  + (segment == null ? "an activity" : scene.title(segment))
                  + " went "
                  + went(said.went())
                  + (said.text().isBlank() ? "" : ": " + text);
        };
  }

  private static String went(@Nullable Went went) {
    return went == null ? "somehow" : went.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
