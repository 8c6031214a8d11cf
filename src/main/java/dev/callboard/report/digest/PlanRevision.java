package dev.callboard.report.digest;

import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Segment;
import dev.callboard.plan.SegmentMinutes;
import dev.callboard.report.model.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes a new version of a plan by what a digest proposes. Thread-safe. */
public final class PlanRevision {

  private final BiFunction<String, String, Reading> reader;

  /**
   * @param reader which tells, of a plan's name and a text, whether that is a plan
   */
  public PlanRevision(BiFunction<String, String, Reading> reader) {
    this.reader = reader;
  }

  public PlanRevision(PlanReader reader) {
    this((key, yaml) -> reader.read(key, key + ".yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What came of it.
   *
   * @param text the new version; the old when nothing was changed
   * @param reading of the new version; what was good may need another slot now
   * @param applied what it has of the proposals
   * @param left sentences on why others were not applied
   */
  public record Revised(String text, Reading reading, List<Proposal> applied, List<String> left) {
    public Revised {
      applied = List.copyOf(applied);
      left = List.copyOf(left);
    }
  }

  /**
   * Changes the minutes of the segments proposed, and nothing else of the text. A segment that is
   * planned otherwise by now is left alone, for its proposal is about an older version.
   *
   * @param key what the plan is called
   */
  public Revised apply(String key, String yaml, List<Proposal> proposals) {
    Reading before = reader.apply(key, yaml);
    Optional<Plan> plan = before.usable();
    if (plan.isEmpty()) {
      return new Revised(yaml, before, List.of(), List.of("The plan has mistakes: mend it first"));
    }
    Map<String, Integer> minutes = new HashMap<>();
    List<Proposal> applied = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Proposal proposal : proposals) {
      Optional<String> hindrance = hindrance(plan.get(), proposal);
      if (hindrance.isPresent()) {
        left.add(hindrance.get());
      } else {
        minutes.put(proposal.segment(), proposal.proposed());
        applied.add(proposal);
      }
    }
    Optional<String> text = SegmentMinutes.changed(yaml, minutes);
    return text.isEmpty()
        ? new Revised(yaml, before, List.of(), List.of("The plan's text could not be changed"))
        : new Revised(text.get(), reader.apply(key, text.get()), applied, left);
  }

  private static Optional<String> hindrance(Plan plan, Proposal proposal) {
    Optional<Segment> segment =
        plan.segments().stream().filter(one -> one.key().equals(proposal.segment())).findFirst();
    if (segment.isEmpty()) {
      return Optional.of(proposal.title() + " is not in this plan");
    }
    int planned = Words.minutes(segment.get().planned());
    return planned == proposal.planned()
        ? Optional.empty()
        : Optional.of(
            proposal.title()
                + " is planned at "
                + planned
                + " minutes here, not "
                + proposal.planned());
  }
}
