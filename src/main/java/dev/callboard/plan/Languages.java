package dev.callboard.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plan says in which language. */
final class Languages {

  private Languages() {}

  /** The languages of the class, its own first. */
  static List<String> of(Spot root) {
    List<String> languages = root.texts("languages");
    return languages.isEmpty() ? List.of("en") : languages;
  }

  static Map<String, String> texts(Spot root, String name) {
    return texts(root, root.get(name));
  }

  /** Texts by language; a text without one is in the class's own. */
  static Map<String, String> texts(Spot root, Spot said) {
    Map<String, String> texts = new HashMap<>();
    said.text().ifPresent(text -> texts.put(of(root).getFirst(), text));
    said.entries().forEach((language, spot) -> spot.text().ifPresent(t -> texts.put(language, t)));
    return texts;
  }
}
