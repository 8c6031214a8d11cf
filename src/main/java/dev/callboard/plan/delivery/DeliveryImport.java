package dev.callboard.plan.delivery;

import dev.callboard.plan.Clashes;
import dev.callboard.plan.Clashes.Busy;
import dev.callboard.plan.Delivery;
import dev.callboard.plan.Library;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanCopy;
import dev.callboard.plan.PlanCopy.Made;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import dev.callboard.plan.Unreadable;
import dev.callboard.plan.table.FilesTogether;
import dev.callboard.plan.table.TableFindings;
import dev.callboard.plan.table.Tables;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans of many deliveries from one table, each a copy of a plan that is there: all of them
 * or none. A table that is brought again changes nothing. Used once.
 */
public final class DeliveryImport {

  private final Plans plans;
  private final Set<String> ours;
  private final Wish wish;
  private final TableFindings findings;
  private final Map<String, Optional<Template>> templates = new HashMap<>();
  private final Set<String> kinds = new HashSet<>();
  private final Map<String, List<Busy>> taken = new HashMap<>();

  /** Lines that write over a plan, by its key. */
  private final Map<String, Integer> rewritten = new HashMap<>();

  private int fresh;

  /**
   * The plans there are.
   *
   * @param keys of those that may be copied, and replaced where that is asked for
   * @param client whose all of them are; null where they may be anybody's
   */
  public record Plans(
      Collection<String> keys, Library library, Path folder, @Nullable String client) {}

  /**
   * What is to be done.
   *
   * @param dry only to look for mistakes
   * @param replace to write also over plans that are there and say something else
   */
  public record Wish(boolean dry, boolean replace) {}

  /**
   * What came of it, or would.
   *
   * @param fresh how many plans are new
   * @param replaced how many took the place of others
   * @param same how many were there already; without a meaning where there is a mistake
   * @param written whether anything was: with one mistake nothing is
   * @param mistaken whether there is one, though it be none of the findings that are kept
   */
  public record Outcome(
      int fresh,
      int replaced,
      int same,
      boolean written,
      boolean mistaken,
      List<Finding> findings) {
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  private record Template(Plan plan, PlanCopy copy) {}

  private DeliveryImport(Plans plans, Wish wish, String name) {
    this.plans = plans;
    this.ours = Set.copyOf(plans.keys());
    this.wish = wish;
    this.findings = new TableFindings(name);
  }

  /** Whether a table is one of deliveries: it says what to copy. */
  public static boolean isFor(Path file) throws IOException {
    try {
      return Tables.headings(file).stream()
          .anyMatch(heading -> Column.named(heading).filter(Column.COPY::equals).isPresent());
    } catch (Unreadable unreadable) {
      return false;
    }
  }

  /**
   * Imports a table.
   *
   * @param name how findings name the file
   * @throws IOException when the plans cannot be written
   */
  public static Outcome of(Path file, String name, Plans plans, Wish wish) throws IOException {
    return new DeliveryImport(plans, wish, name).take(file);
  }

  private Outcome take(Path file) throws IOException {
    RowReader reader = new RowReader(ours, plans.client());
    List<Row> rows = new DeliveryReader(reader, findings).read(file);
    boolean written = false;
    try (FilesTogether files = wish.dry() ? null : new FilesTogether(plans.folder(), ".classes")) {
      for (Row row : rows) {
        take(row, files);
      }
      clashes(rows);
      chains(rows);
      if (files != null && !findings.mistaken()) {
        files.commit();
        written = true;
      }
    }
    int same = rows.size() - fresh - rewritten.size();
    return new Outcome(fresh, rewritten.size(), same, written, findings.mistaken(), findings.all());
  }

  private void take(Row row, @Nullable FilesTogether files) throws IOException {
    Template template = templates.computeIfAbsent(row.copy(), this::template).orElse(null);
    if (template == null) {
      findings.mistake(
          row.line(),
          "copy: “"
              + row.copy()
              + "” cannot be copied (expected: a plan without mistakes, written"
              + " with each entry on lines of its own)");
      return;
    }
    Delivery delivery = row.delivery(template.plan().startTime());
    Made made = template.copy().make(row.key(), delivery);
    told(row, made.findings());
    if (kinds.add(row.kind())) {
      // All of a kind are written alike, and to read thousands would take a while.
      told(
          row,
          plans.library().tried(row.key(), made.text()).findings().stream()
              .filter(finding -> finding.severity() == Severity.MISTAKE)
              .filter(finding -> made.findings().stream().noneMatch(said(finding)))
              .toList());
    }
    busy(row, template.plan(), delivery, made);
    compare(row, made.text(), files);
  }

  private static Predicate<Finding> said(Finding finding) {
    return other -> other.message().equals(finding.message());
  }

  private void told(Row row, List<Finding> found) {
    for (Finding finding : found) {
      String words = "the copy has " + finding.message();
      if (finding.severity() == Severity.MISTAKE) {
        findings.mistake(row.line(), words);
      } else {
        findings.warning(row.line(), words);
      }
    }
  }

  private Optional<Template> template(String key) {
    Optional<Plan> plan = plans.library().alone(key);
    Optional<PlanCopy> copy = plans.library().text(key).flatMap(text -> PlanCopy.of(key, text));
    return plan.isPresent() && copy.isPresent()
        ? Optional.of(new Template(plan.get(), copy.get()))
        : Optional.empty();
  }

  /** Another one's plan is said to be there and no more. */
  private void compare(Row row, String text, @Nullable FilesTogether files) throws IOException {
    Optional<String> there = plans.library().text(row.key());
    boolean own = ours.contains(row.key());
    if (own && there.filter(text::equals).isPresent()) {
      return;
    }
    if (there.isPresent() && !own) {
      findings.mistake(row.line(), "key: “" + row.key() + "” is taken (expected: another)");
    } else if (there.isPresent() && !wish.replace()) {
      findings.mistake(
          row.line(),
          "key: “"
              + row.key()
              + "” is there and says something else (expected: the same, another"
              + " key, or the wish to replace it)");
    } else if (Files.exists(plans.folder().resolve(row.key() + ".yml"))) {
      findings.mistake(
          row.line(), "key: “" + row.key() + "” is a file .yml (expected: another key)");
    } else {
      if (there.isPresent()) {
        rewritten.put(row.key(), row.line());
      } else {
        fresh++;
      }
      write(row, text, there.isPresent(), files);
    }
  }

  /** Once there is a mistake, nothing will be written. */
  private void write(Row row, String text, boolean replaces, @Nullable FilesTogether files)
      throws IOException {
    if (files != null && !findings.mistaken()) {
      try (Writer writer = files.begin(row.key() + ".yaml", replaces)) {
        writer.write(text);
      }
    }
  }

  /** A copy of what the plan was before would be another one when the table is brought again. */
  private void chains(List<Row> rows) {
    for (Row row : rows) {
      Integer by = rewritten.get(row.copy());
      if (by != null) {
        findings.mistake(
            row.line(),
            "copy: “"
                + row.copy()
                + "” is written anew by line "
                + by
                + " (expected: a plan that stays as it is)");
      }
    }
  }

  private void busy(Row row, Plan plan, Delivery delivery, Made made) {
    String zone = delivery.zone();
    Instant start =
        delivery.start().atZone(zone == null ? plan.zone() : ZoneId.of(zone)).toInstant();
    Integer slot = delivery.slot();
    Duration length = slot == null ? plan.slot() : Duration.ofMinutes(slot);
    Busy busy = new Busy(String.valueOf(row.line()), start, start.plus(length));
    made.takes().forEach(who -> taken.computeIfAbsent(who, _ -> new ArrayList<>()).add(busy));
  }

  /** Who or what is in two classes of the table at once; the first such of each line. */
  private void clashes(List<Row> rows) {
    Map<String, String> words = new HashMap<>();
    taken.forEach((who, spans) ->
        Clashes.of(spans, Duration.ZERO)
            .forEach((line, found) -> {
              String other = found.worst().getFirst().other().id();
              words.merge(
                  line,
                  who + " is in line " + other + " at the same time",
                  (one, another) -> one.compareTo(another) <= 0 ? one : another);
            }));
    for (Row row : rows) {
      String said = words.get(String.valueOf(row.line()));
      if (said != null) {
        findings.warning(row.line(), said);
      }
    }
  }
}
