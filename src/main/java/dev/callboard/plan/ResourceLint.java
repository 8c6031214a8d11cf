package dev.callboard.plan;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether links lead somewhere, and whether what is for the team stays with it. */
final class ResourceLint {

  private final Spot root;
  private final Findings findings;
  private final Map<String, Spot> forTeam = new HashMap<>();

  ResourceLint(Spot root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  void check() {
    List<Spot> shown = new ArrayList<>();
    shown.add(root.get("workbook"));
    for (Spot resource : root.each("resources")) {
      if (forTeam(resource)) {
        address(resource).ifPresent(url -> forTeam.put(url, resource));
      } else {
        shown.add(resource);
      }
    }
    shown.forEach(spot -> address(spot).ifPresent(url -> secret(spot.get("url"), url)));
    words(root.get("welcome"));
    root.each("segments").forEach(segment -> words(segment.get("instructions")));
  }

  static boolean forTeam(Spot resource) {
    return resource.text("show").equals(Optional.of("team"));
  }

  private Optional<String> address(Spot spot) {
    return Addresses.checked(spot.get("url"), findings).map(URI::toString);
  }

  private void secret(Spot spot, String url) {
    Spot hidden = forTeam.get(url);
    if (hidden != null) {
      leak(spot, hidden);
    }
  }

  private void words(Spot texts) {
    texts.text().ifPresent(text -> words(texts, text));
    texts.entries().values().forEach(spot -> spot.text().ifPresent(text -> words(spot, text)));
  }

  private void words(Spot spot, String text) {
    if (text.contains("://")) {
      forTeam.forEach((url, hidden) -> {
        if (text.contains(url)) {
          leak(spot, hidden);
        }
      });
    }
  }

  private void leak(Spot spot, Spot hidden) {
    findings.mistake(
        spot.pointer(),
        spot.name()
            + ": the address of "
            + hidden.name()
            + " (expected: another; that is for the team)");
  }
}
