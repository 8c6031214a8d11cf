package dev.callboard.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a segment names is there, and whether it keeps learners busy. */
final class SegmentLint {

  private static final Set<String> NEEDS_ASSET =
      Set.of("poll", "quiz", "survey", "video", "whiteboard", "game");
  private static final int LONG = 20;

  private final Spot root;
  private final Findings findings;
  private final Set<String> people;
  private final List<Spot> resources;
  private final List<String> resourceKeys;

  SegmentLint(Spot root, Findings findings) {
    this.root = root;
    this.findings = findings;
    people = Set.copyOf(Keys.of(root.each("people"), "name"));
    resources = root.each("resources");
    resourceKeys = Keys.of(resources, "title");
  }

  void check() {
    Set<String> known = Set.copyOf(resourceKeys);
    Set<String> forTeam =
        resourceKeys.stream().filter(this::forTeam).collect(Collectors.toUnmodifiableSet());
    for (Spot segment : root.each("segments")) {
      Spot lead = segment.get("lead");
      lead.text()
          .filter(name -> !people.contains(name))
          .ifPresent(name ->
              findings.mistake(lead.pointer(), lead.unknown(name, people, "the key of a person")));
      for (Spot resource : segment.each("resources")) {
        resource.text().ifPresent(name -> resource(resource, name, known, forTeam));
      }
      PlanParser.pages(segment).forEach(this::page);
      minimum(segment);
      activity(segment);
    }
    last();
  }

  private void last() {
    List<Spot> segments = root.each("segments");
    if (!segments.isEmpty() && PlanParser.isAuto(segments.getLast())) {
      Spot advance = segments.getLast().get("advance");
      findings.mistake(
          advance.pointer(), advance.name() + ": auto (expected: manual, for nothing comes after)");
    }
  }

  private boolean forTeam(String key) {
    return ResourceLint.forTeam(resources.get(resourceKeys.indexOf(key)));
  }

  private void resource(Spot spot, String name, Set<String> known, Set<String> forTeam) {
    if (!known.contains(name)) {
      findings.mistake(spot.pointer(), spot.unknown(name, known, "the key of a resource"));
    } else if (forTeam.contains(name)) {
      findings.warning(
          spot.pointer(),
          spot.name() + ": “" + name + "” is for the team; learners will not get it");
    }
  }

  private void page(Spot page) {
    Optional<Integer> number = PlanParser.number(page);
    Optional<Integer> last = root.get("workbook").whole("pages");
    if (number.isPresent() && last.isPresent() && number.get() > last.get()) {
      findings.mistake(
          page.pointer(),
          page.name() + ": page " + number.get() + ", the workbook has " + last.get());
    }
    if (number.isPresent() && !root.get("workbook").present()) {
      findings.mistake(
          page.pointer(), page.name() + ": page " + number.get() + " (expected: a workbook)");
    }
  }

  private void minimum(Spot segment) {
    Optional<Integer> minutes = segment.whole("minutes");
    Optional<Integer> least = segment.whole("min-minutes");
    if (minutes.isPresent() && least.isPresent() && least.get() > minutes.get()) {
      Spot spot = segment.get("min-minutes");
      findings.mistake(
          spot.pointer(),
          spot.name()
              + ": "
              + least.get()
              + " (expected: "
              + minutes.get()
              + " at most, its minutes)");
    }
  }

  private void activity(Spot segment) {
    Spot activity = segment.get("activity");
    String kind = activity.text("kind").orElse("");
    if (NEEDS_ASSET.contains(kind) && !activity.get("asset").present()) {
      findings.warning(
          activity.pointer(),
          activity.name() + ": a " + kind + " without asset; name what must be loaded for it");
    }
    int minutes = segment.whole("minutes").orElse(0);
    if (minutes > LONG && !activity.present()) {
      findings.warning(
          segment.pointer(),
          segment.name() + ": " + minutes + " min without an activity; learners may drift off");
    }
  }
}
