package dev.callboard.plan.roster;

import dev.callboard.chat.Spelling;
import dev.callboard.plan.Role;
import dev.callboard.plan.Unreadable;
import dev.callboard.plan.table.Cell;
import dev.callboard.plan.table.Cell.Kind;
import dev.callboard.plan.table.CellTexts;
import dev.callboard.plan.table.TableFindings;
import dev.callboard.plan.table.TableLine;
import dev.callboard.plan.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final int COMPARED = 10_000;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final List<String> ROLES =
      List.of("learner", "facilitator", "producer", "designer");

  private final Set<String> plans;
  private final @Nullable String only;
  private final TableFindings findings;
  private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
  private final Map<String, List<RosterRow>> rows = new LinkedHashMap<>();
  private final Map<String, RosterRow> known = new HashMap<>();
  private boolean begun;

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
    try {
      Tables.read(file, this::line);
      if (!begun) {
        findings.mistake(0, "the file is empty (expected: a line of headings, then people)");
      }
    } catch (Unreadable unreadable) {
      findings.mistake(unreadable.line(), unreadable.reason());
    }
    return rows;
  }

  private void line(TableLine line) {
    if (!begun) {
      begun = true;
      headings(line);
    } else if (columns.containsKey(Column.NAME)) {
      person(line);
    }
  }

  private void headings(TableLine line) {
    for (int i = 0; i < line.cells().size(); i++) {
      String heading = line.cell(i).text();
      Column column = Column.named(heading).orElse(null);
      if (column == null && !heading.isEmpty()) {
        findings.warning(
            line.number(),
            CellTexts.shown(heading) + ": left out (expected: one of " + Column.all() + ")");
      } else if (column != null && columns.putIfAbsent(column, i) != null) {
        findings.mistake(
            line.number(),
            CellTexts.shown(heading) + ": a second column of that kind (expected: one)");
      }
    }
    require(line, Column.NAME);
    if (only == null) {
      require(line, Column.PLAN);
    }
  }

  private void require(TableLine line, Column column) {
    if (!columns.containsKey(column)) {
      findings.mistake(
          line.number(),
          "no column “" + column.word() + "” (expected: headings such as " + Column.all() + ")");
      columns.remove(Column.NAME); // nobody can be read
    }
  }

  private void person(TableLine line) {
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

  private Cell cell(TableLine line, Column column) {
    Integer index = columns.get(column);
    return index == null ? Cell.of("") : line.cell(index);
  }

  private void mistake(TableLine line, Column column, String found, String expected) {
    findings.mistake(line.number(), column.word() + ": " + found + " (expected: " + expected + ")");
  }

  private String plan(TableLine line) {
    Cell cell = cell(line, Column.PLAN);
    String key = cell.text().toLowerCase(Locale.ROOT);
    if (cell.kind() == Kind.DATE) {
      mistake(line, Column.PLAN, "a date", "a plan's key; format the cell as text");
      return "";
    }
    if (key.isEmpty()) {
      mistake(line, Column.PLAN, "nothing", "a plan's key");
      return "";
    }
    if (plans.contains(key)) {
      return key;
    }
    String hint =
        (findings.full() || plans.size() > COMPARED
                ? Optional.<String>empty()
                : Spelling.nearest(key, plans))
            .map(near -> "did you mean " + near + "?")
            .orElse("expected: the key of a plan that is there");
    findings.mistake(line.number(), "class: " + CellTexts.shown(cell.text()) + " (" + hint + ")");
    return "";
  }

  /** Line breaks within a name become blanks, as platforms show it. */
  private String name(TableLine line) {
    Cell cell = cell(line, Column.NAME);
    String name = CellTexts.line(cell.text());
    String expected = "a name of up to " + LONGEST_NAME + " characters";
    if (cell.kind() != Kind.TEXT) {
      mistake(line, Column.NAME, cell.kind().words(), expected + ", as text");
    } else if (name.isEmpty()) {
      mistake(line, Column.NAME, "nothing", expected);
    } else if (name.length() > LONGEST_NAME) {
      mistake(line, Column.NAME, name.length() + " characters", expected + "; is a quote missing?");
    } else if (CellTexts.isFormula(name)) {
      mistake(
          line,
          Column.NAME,
          CellTexts.shown(name),
          "no formula: a name that begins with none of = + - @");
    } else if (CellTexts.hides(name)) {
      mistake(line, Column.NAME, "a character that cannot be shown", expected);
    } else {
      return name;
    }
    return "";
  }

  private @Nullable String email(TableLine line) {
    Cell cell = cell(line, Column.EMAIL);
    String email = cell.text().toLowerCase(Locale.ROOT);
    if (email.isEmpty()) {
      return null;
    }
    if (cell.kind() != Kind.TEXT) {
      mistake(line, Column.EMAIL, cell.kind().words(), "an e-mail address");
    } else if (!CellTexts.isEmail(email)) {
      mistake(
          line,
          Column.EMAIL,
          CellTexts.shown(email),
          "an e-mail address, such as amara@example.com");
    }
    return email;
  }

  private Role role(TableLine line) {
    String role = cell(line, Column.ROLE).text().toLowerCase(Locale.ROOT);
    if (role.isEmpty()) {
      return Role.LEARNER;
    }
    if (!ROLES.contains(role)) {
      String hint =
          Spelling.nearest(role, ROLES)
              .map(near -> "did you mean " + near + "?")
              .orElse("expected: learner, facilitator, producer or designer; learner when empty");
      findings.mistake(line.number(), "role: " + CellTexts.shown(role) + " (" + hint + ")");
      return Role.LEARNER;
    }
    return Role.valueOf(role.toUpperCase(Locale.ROOT));
  }

  private @Nullable String language(TableLine line) {
    String language = cell(line, Column.LANGUAGE).text();
    if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
      mistake(
          line,
          Column.LANGUAGE,
          CellTexts.shown(language),
          "a language's tag, such as es or pt-BR");
    }
    return language.isEmpty() ? null : language;
  }

  /** Several are parted by semicolons. */
  private List<String> needs(TableLine line) {
    List<String> needs = new ArrayList<>();
    for (String need : cell(line, Column.ACCOMMODATIONS).text().split("[;\\v]", -1)) {
      if (need.isBlank()) {
        continue;
      }
      needs.add(need.strip());
      if (need.length() > LONGEST_NEED
          || needs.size() > MOST_NEEDS
          || CellTexts.isFormula(need.strip())) {
        mistake(
            line,
            Column.ACCOMMODATIONS,
            "not taken", // nor quoted: findings are read by more people than rosters
            "up to 20 of up to 200 characters, no formula, with semicolons between them");
        return List.of();
      }
    }
    return needs;
  }
}
