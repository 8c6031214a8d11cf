package dev.callboard.plan.roster;

import dev.callboard.plan.Role;
import dev.callboard.plan.table.Cell;
import dev.callboard.plan.table.Cell.Kind;
import dev.callboard.plan.table.CellTexts;
import dev.callboard.plan.table.HeadedLine;
import dev.callboard.plan.table.HeadedTable;
import dev.callboard.plan.table.TableFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a roster: a line of headings, then a person a line. Every line with a mistake is told with
 * its number and what was expected, all at once. Used once.
 */
final class RosterReader {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_NEED = 200;
  private static final int MOST_NEEDS = 20;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final List<String> ROLES =
      List.of("learner", "facilitator", "producer", "designer");

  private final Set<String> plans;
  private final @Nullable String only;
  private final TableFindings findings;
  private final Map<String, List<RosterRow>> rows = new LinkedHashMap<>();
  private final Map<String, RosterRow> known = new HashMap<>();

  /**
   * Makes one.
   *
   * @param plans keys of all plans there are
   * @param only the plan that all are of, so that no column says so; null when one does
   */
  RosterReader(Collection<String> plans, @Nullable String only, TableFindings findings) {
    this.plans = Set.copyOf(plans);
    this.only = only;
    this.findings = findings;
  }

  /** Who is in which class, in the order of the file. */
  Map<String, List<RosterRow>> read(Path file) throws IOException {
    List<Column> needed = only == null ? List.of(Column.NAME, Column.PLAN) : List.of(Column.NAME);
    new HeadedTable<>("people", Column::named, Column.all(), needed)
        .read(file, findings, this::person);
    return rows;
  }

  private void person(HeadedLine<Column> line) {
    String plan = only == null ? plan(line) : only;
    String name = name(line);
    String email = email(line);
    Role role = role(line);
    String language = language(line);
    List<String> needs = needs(line);
    if (name.isEmpty() || plan.isEmpty()) {
      return;
    }
    add(new RosterRow(line.number(), plan, name, email, role, language, needs));
  }

  private void add(RosterRow row) {
    String identity = row.plan() + " " + (row.email() == null ? "=" + row.name() : row.email());
    RosterRow first = known.putIfAbsent(identity, row);
    if (first == null) {
      rows.computeIfAbsent(row.plan(), _ -> new ArrayList<>()).add(row);
    } else if (first.same(row)) {
      findings.warning(row.line(), "the same as line " + first.line() + "; counted once");
    } else {
      String what = row.email() == null ? "name, and no address," : "address";
      findings.mistake(
          row.line(),
          "the same " + what + " as in line " + first.line() + " (expected: one line a person)");
    }
  }

  private String plan(HeadedLine<Column> line) {
    Cell cell = line.cell(Column.PLAN);
    String key = cell.text().toLowerCase(Locale.ROOT);
    if (cell.kind() == Kind.DATE) {
      line.mistake(Column.PLAN, "a date", "a plan's key; format the cell as text");
    } else if (key.isEmpty()) {
      line.mistake(Column.PLAN, "nothing", "a plan's key");
    } else if (!plans.contains(key)) {
      line.unknown(Column.PLAN, key, plans, "the key of a plan that is there");
    } else {
      return key;
    }
    return "";
  }

  /** Line breaks within a name become blanks, as platforms show it. */
  private static String name(HeadedLine<Column> line) {
    Cell cell = line.cell(Column.NAME);
    String expected = "a name of up to " + LONGEST_NAME + " characters";
    if (cell.kind() == Kind.NUMBER) {
      line.mistake(Column.NAME, cell.kind().words(), expected + ", as text");
    } else if (cell.text().isEmpty()) {
      line.mistake(Column.NAME, "nothing", expected);
    } else {
      return line.text(Column.NAME, LONGEST_NAME, expected);
    }
    return "";
  }

  private static @Nullable String email(HeadedLine<Column> line) {
    Cell cell = line.cell(Column.EMAIL);
    String email = cell.text().toLowerCase(Locale.ROOT);
    if (email.isEmpty()) {
      return null;
    }
    if (cell.kind() != Kind.TEXT) {
      line.mistake(Column.EMAIL, cell.kind().words(), "an e-mail address");
    } else if (!CellTexts.isEmail(email)) {
      line.mistake(
          Column.EMAIL, CellTexts.shown(email), "an e-mail address, such as amara@example.com");
    }
    return email;
  }

  private static Role role(HeadedLine<Column> line) {
    String role = line.cell(Column.ROLE).text().toLowerCase(Locale.ROOT);
    if (role.isEmpty()) {
      return Role.LEARNER;
    }
    if (!ROLES.contains(role)) {
      line.unknown(
          Column.ROLE,
          role,
          ROLES,
          "learner, facilitator, producer or designer; learner when empty");
      return Role.LEARNER;
    }
    return Role.valueOf(role.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String language(HeadedLine<Column> line) {
    String language = line.cell(Column.LANGUAGE).text();
    if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
      line.mistake(
          Column.LANGUAGE, CellTexts.shown(language), "a language's tag, such as es or pt-BR");
    }
    return language.isEmpty() ? null : language;
  }

  /** Several are parted by semicolons. */
  private static List<String> needs(HeadedLine<Column> line) {
    List<String> needs = new ArrayList<>();
    for (String need : line.cell(Column.ACCOMMODATIONS).text().split("[;\\v]", -1)) {
      if (need.isBlank()) {
        continue;
      }
      needs.add(need.strip());
      if (need.length() > LONGEST_NEED
          || needs.size() > MOST_NEEDS
          || CellTexts.isFormula(need.strip())) {
        line.mistake(
            Column.ACCOMMODATIONS,
            "not taken", // nor quoted: findings are read by more people than rosters
            "up to 20 of up to 200 characters, no formula, with semicolons between them");
        return List.of();
      }
    }
    return needs;
  }
}
