package dev.callboard.plan.roster;

import dev.callboard.plan.Keys;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.table.TableFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds to a plan the people of the roster that lies beside it. */
public final class RosterBeside {

  /** Ten thousand learners, and whoever runs the class. */
  private static final int MOST_PEOPLE = 11_000;

  private RosterBeside() {}

  /** What the roster of a plan is called; it lies in the same folder. */
  public static String name(String plan) {
    return RosterFiles.name(plan);
  }

  /**
   * The reading of the plan together with its roster. Whom the plan itself names stays as it says.
   *
   * @param key the plan's key
   * @param file of the roster, which may not be there
   */
  public static Reading add(Reading reading, String key, Path file) throws IOException {
    if (!Files.exists(file)) {
      return reading;
    }
    TableFindings findings = new TableFindings(RosterFiles.name(key));
    Map<String, List<RosterRow>> rows = new RosterReader(Set.of(key), key, findings).read(file);
    Plan plan = reading.plan();
    Plan whole = plan == null ? null : with(plan, rows.getOrDefault(key, List.of()), findings);
    List<Finding> all = new ArrayList<>(reading.findings());
    all.addAll(findings.all());
    return new Reading(findings.mistaken() ? null : whole, reading.client(), all);
  }

  /**
   * The rows that come to those whom the plan itself names; what does not fit is said of the file
   * that the rows are from.
   */
  static List<RosterRow> fit(Plan plan, List<RosterRow> rows, TableFindings findings) {
    Set<String> addresses = new HashSet<>();
    plan.people().forEach(member -> addresses.add(String.valueOf(member.email())));
    List<RosterRow> fresh = new ArrayList<>();
    for (RosterRow row : rows) {
      if (row.email() != null && addresses.contains(row.email())) {
        findings.warning(
            row.line(), "email: “" + row.email() + "” is in the plan too, which says who that is");
      } else {
        fresh.add(row);
      }
    }
    if (plan.people().size() + fresh.size() > MOST_PEOPLE) {
      findings.mistake(
          0,
          "class: "
              + plan.key()
              + " gets more people than "
              + MOST_PEOPLE
              + " (expected: no more, with the plan's)");
    }
    return fresh;
  }

  private static Plan with(Plan plan, List<RosterRow> rows, TableFindings findings) {
    List<RosterRow> fresh = fit(plan, rows, findings);
    List<Member> people = new ArrayList<>(plan.people());
    List<String> keys =
        Keys.more(
            plan.people().stream().map(Member::key).toList(),
            fresh.stream().map(RosterRow::name).toList());
    for (int i = 0; i < fresh.size(); i++) {
      people.add(member(keys.get(i), fresh.get(i)));
    }
    return plan.with(people, plan.attendance());
  }

  private static Member member(String key, RosterRow row) {
    return new Member(
        key,
        row.name(),
        row.role(),
        row.email(),
        Map.of("lobby", key),
        row.language(),
        row.accommodations());
  }
}
