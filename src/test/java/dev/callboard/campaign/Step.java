package dev.callboard.campaign;

import dev.callboard.session.Event;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Event.Noted;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Event.Posted;
import dev.callboard.session.Event.Reworded;
import dev.callboard.session.Event.Started;
import dev.callboard.session.Event.TakenBack;
import java.util.function.Predicate;

/**
 * A line of the script.
 *
 * @param reply what the answer says when it was done
 * @param already what it says when it was done before; such a line is typed again when no answer
 *     came. Empty for lines that are not
 * @param event what it writes to the log
 */
record Step(String line, String reply, String already, Predicate<Event> event) {

  static Step open(String plan) {
    return new Step("open " + plan, "Opened", "is still open", Opened.class::isInstance);
  }

  static Step start() {
    return new Step("start", "Started", "already runs", Started.class::isInstance);
  }

  static Step end() {
    return new Step("end", "Closed at", " ended at ", Ended.class::isInstance);
  }

  static Step next() {
    return new Step("next", " till ", " till ", Entered.class::isInstance);
  }

  static Step back() {
    return new Step("back", " till ", "", Entered.class::isInstance);
  }

  static Step welcome() {
    return posted("welcome", "The welcome is in the class room", PostKind.WELCOME, "all");
  }

  static Step page(int number) {
    String page = Integer.toString(number);
    return posted("page " + page, "Page " + page + " is in the class room", PostKind.PAGE, page);
  }

  static Step link(String key) {
    return posted("link " + key, "is in the class room", PostKind.LINK, key);
  }

  static Step say(String text) {
    return posted("say " + text, "Said in the class room", PostKind.SAY, text);
  }

  static Step note(String text) {
    return new Step(
        "note " + text,
        "Noted for the team",
        "",
        event -> event instanceof Noted noted && noted.text().equals(text));
  }

  static Step undo(int post) {
    return new Step("undo " + post, "Taken back", "", new TakenBack(post)::equals);
  }

  static Step edit(int post, String text) {
    return new Step("edit " + post + " " + text, "Changed.", "", new Reworded(post, text)::equals);
  }

  private static Step posted(String line, String reply, PostKind kind, String subject) {
    return new Step(
        line,
        reply,
        "",
        event ->
            event instanceof Posted posted
                && posted.kind() == kind
                && posted.subject().equals(subject));
  }

  /** Whether the class cannot go on before this is known to be done. */
  boolean needed() {
    return !already.isEmpty();
  }
}
