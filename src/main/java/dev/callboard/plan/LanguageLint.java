package dev.callboard.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether everybody is spoken to in a language they work in. */
final class LanguageLint {

  private static final String TAG = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

  private final Spot root;
  private final Findings findings;
  private final List<String> languages;

  LanguageLint(Spot root, Findings findings) {
    this.root = root;
    this.findings = findings;
    languages = Languages.of(root);
  }

  void check() {
    texts(root.get("welcome"));
    root.each("segments").forEach(segment -> texts(segment.get("instructions")));
    for (Spot person : root.each("people")) {
      person.text("language").ifPresent(language -> person(person.get("language"), language));
    }
  }

  private void texts(Spot spot) {
    if (!spot.present()) {
      return;
    }
    Set<String> said = Languages.texts(root, spot).keySet();
    for (String language : languages) {
      if (!said.contains(language)) {
        findings.warning(spot.pointer(), spot.name() + ": no text in “" + language + "”");
      }
    }
    for (String language : new TreeSet<>(said)) {
      if (!languages.contains(language) && language.matches(TAG)) {
        Spot text = spot.get(language);
        findings.warning(
            text.pointer(), text.name() + ": “" + language + "” is not among the languages");
      }
    }
  }

  private void person(Spot spot, String language) {
    if (!languages.contains(language)) {
      findings.warning(
          spot.pointer(),
          spot.name() + ": “" + language + "” is not among the languages, " + languages);
    }
  }
}
