package dev.callboard.report.deeds;

import dev.callboard.plan.Resource;
import dev.callboard.report.model.Words;
import dev.callboard.session.Event;
import dev.callboard.session.Event.PostKind;

/** What was said to the class. */
record PostWords(Scene scene) {

  String of() {
    String who = scene.who();
    return switch (scene.recorded().event()) {
      case Event.Posted posted -> who + " " + posted(posted.kind(), posted.subject());
      case Event.Reworded reworded ->
          who
              + " changed "
              + named(scene, reworded.post())
              + " to "
              + Words.quoted(reworded.text());
      case Event.TakenBack back -> who + " took back " + named(scene, back.post());
      default -> throw EventWords.unknown(scene.recorded().event());
    };
  }

  private String posted(PostKind kind, String subject) {
    return kind == PostKind.SAY
        ? "said to the class: " + Words.quoted(subject)
        : "posted " + thing(scene, kind, subject);
  }

  /** {@code post 3 (page 12)}. */
  static String named(Scene scene, int number) {
    return "post "
        + number
        + scene
            .then()
            .post(number)
            .map(post -> " (" + thing(scene, post.kind(), post.subject()) + ")")
            .orElse("");
  }

  private static String thing(Scene scene, PostKind kind, String subject) {
    return switch (kind) {
      case WELCOME -> "the welcome";
      case LINKS -> "all links";
      case PAGE -> "page " + subject;
      case SAY -> Words.quoted(subject);
      case LINK ->
          "the link "
              + Words.quoted(
                  scene.then().plan().resource(subject).map(Resource::title).orElse(subject));
    };
  }
}
