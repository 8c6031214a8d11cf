package dev.callboard.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the schema cannot see: names that lead nowhere, times that contradict, rooms that leak.
 * Looks at a tree that may have mistakes of other kinds, so that all are said at once.
 */
final class PlanLint {

  private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";
  private static final String ON_A_DAY = "[0-9-]{10}[T ]([01]?[0-9]|2[0-3]):[0-5][0-9]";

  private PlanLint() {}

  static void check(String key, Spot root, Findings findings) {
    if (!key.matches(KEY)) {
      findings.mistake(
          "",
          "the name of the file: “"
              + key
              + "” (expected: up to 40 lower-case letters, digits and dashes)");
    }
    time(root, findings);
    for (String list : List.of("people", "resources", "segments")) {
      once(root.each(list), findings);
    }
    new PeopleLint(root, findings).check();
    new RoomLint(key, root, findings).check();
    new ResourceLint(root, findings).check();
    new SegmentLint(root, findings).check();
    new ClockLint(root, findings).check();
    new LanguageLint(root, findings).check();
  }

  private static void time(Spot root, Findings findings) {
    Optional<ZoneId> zone = zone(root, findings);
    Optional<Start> start = start(root, findings);
    if (zone.isPresent() && start.isPresent()) {
      clockChange(start.get(), zone.get().getRules(), findings);
    }
  }

  private static Optional<Start> start(Spot root, Findings findings) {
    Optional<String> written = root.text("start");
    Optional<Start> start = written.flatMap(Start::of);
    if (start.isEmpty() && written.filter(text -> text.matches(ON_A_DAY)).isPresent()) {
      findings.mistake(
          "/start", "start: “" + written.get() + "” (expected: a day that exists, and a time)");
    }
    return start;
  }

  private static Optional<ZoneId> zone(Spot root, Findings findings) {
    Optional<String> zone = root.text("zone");
    if (zone.isPresent() && !ZoneId.getAvailableZoneIds().contains(zone.get())) {
      String mistake =
          root.get("zone")
              .unknown(zone.get(), ZoneId.getAvailableZoneIds(), "an IANA name, Europe/London");
      findings.mistake("/zone", mistake);
      return Optional.empty();
    }
    return zone.map(ZoneId::of);
  }

  private static void clockChange(Start start, ZoneRules rules, Findings findings) {
    LocalDate day = start.day();
    if (day != null) {
      int meanings = rules.getValidOffsets(day.atTime(start.time())).size();
      if (meanings != 1) {
        String clocks = meanings == 0 ? "forward over this time" : "back over this time";
        findings.warning(
            "/start", "start: on " + day + " the clocks go " + clocks + "; another hour is safer");
      }
    }
  }

  /** Keys that authors give stand once in a list; keys made of titles never clash. */
  private static void once(List<Spot> list, Findings findings) {
    Map<String, Spot> seen = new HashMap<>();
    for (Spot entry : list) {
      Optional<String> key = entry.text("key");
      Spot first = key.isEmpty() ? null : seen.putIfAbsent(key.get(), entry);
      if (first != null) {
        Spot spot = entry.get("key");
        findings.mistake(
            spot.pointer(),
            spot.name()
                + ": “"
                + key.orElseThrow()
                + "” (expected: not that of "
                + first.name()
                + ")");
      }
    }
  }
}
