package dev.callboard.report.deeds;

import dev.callboard.report.deeds.Deed.Kind;
import dev.callboard.report.model.Words;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Debriefed;
import dev.callboard.session.Event.Noted;
import dev.callboard.session.Event.Went;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the team kept in mind, in class and after it. */
record NoteWords(Scene scene) {

  Sentence of() {
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

  private static Sentence words(@Nullable String segment, String sentence) {
    return new Sentence(Kind.NOTES, segment, sentence);
  }

  private String noted(Noted noted) {
    String segment = noted.segment();
    return scene.who()
        + " noted for the "
        + noted.reader().name().toLowerCase(Locale.ROOT)
        + (segment == null ? "" : " at " + scene.title(segment))
        + behind(noted.behind())
        + ": "
        + Words.quoted(noted.text());
  }

  private static String behind(@Nullable Duration behind) {
    return behind == null || Words.minutes(behind) == 0 ? "" : ", " + Words.behind(behind);
  }

  private String debriefed(Debriefed said) {
    String text = Words.quoted(said.text());
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
    return went == null ? "somehow" : Words.went(went);
  }
}
