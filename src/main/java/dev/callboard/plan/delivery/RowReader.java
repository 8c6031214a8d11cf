package dev.callboard.plan.delivery;

import dev.callboard.plan.Delivery.Named;
import dev.callboard.plan.table.Cell;
import dev.callboard.plan.table.Cell.Kind;
import dev.callboard.plan.table.CellTexts;
import dev.callboard.plan.table.HeadedLine;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of a line.
 *
 * @param plans keys of the plans that may be copied
 * @param client whose classes all are; null where the table may say so
 */
record RowReader(Set<String> plans, @Nullable String client) {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ID = 300;
  private static final int MOST_PEOPLE = 20;
  private static final int LEAST_SLOT = 5;
  private static final int LONGEST_SLOT = 720;
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern URL = Pattern.compile("[Hh][Tt][Tt][Pp][Ss]?://\\S+");
  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ](.+))?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(:00)?");
  private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]*)>");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private static final String A_DAY = "a day such as 2026-11-24";
  private static final String A_TIME = "a time such as 14:30";
  private static final String A_KEY = "up to 40 lower-case letters, digits and dashes";
  private static final String PEOPLE =
      "Fay Okafor <fay@example.com>, with semicolons between several";

  /** Empty when something in it is a mistake, which is told. */
  Optional<Row> read(HeadedLine<Column> line) {
    String copy = copy(line);
    String key = key(line, copy);
    String title = line.text(Column.TITLE, LONGEST_NAME, "a title of up to 120 characters");
    LocalDate date = date(line);
    LocalTime time = time(line);
    String zone = zone(line);
    Integer slot = slot(line);
    String whose = client(line);
    List<Named> producers = people(line, Column.PRODUCER, Column.PRODUCER_EMAIL);
    List<Named> facilitators = people(line, Column.FACILITATOR, Column.FACILITATOR_EMAIL);
    Map<String, Map<String, String>> rooms = rooms(line);
    if (copy.isEmpty() || key.isEmpty() || date == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            line.number(),
            copy,
            key,
            orNull(title),
            date,
            time,
            orNull(zone),
            slot,
            orNull(whose),
            producers,
            facilitators,
            rooms));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private String copy(HeadedLine<Column> line) {
    String copy = line.text(Column.COPY, LONGEST_ID, "a plan's key").toLowerCase(Locale.ROOT);
    if (line.cell(Column.COPY).text().isEmpty()) {
      line.mistake(Column.COPY, "nothing", "the key of the plan to copy");
    } else if (!copy.isEmpty() && !plans.contains(copy)) {
      line.unknown(Column.COPY, copy, plans, "the key of a plan that is there");
      return "";
    }
    return copy;
  }

  private static String key(HeadedLine<Column> line, String copy) {
    String key = line.text(Column.KEY, LONGEST_ID, A_KEY).toLowerCase(Locale.ROOT);
    if (line.cell(Column.KEY).text().isEmpty()) {
      line.mistake(Column.KEY, "nothing", A_KEY);
    } else if (!key.isEmpty() && !KEY.matcher(key).matches()) {
      line.mistake(Column.KEY, CellTexts.shown(key), A_KEY);
      return "";
    } else if (!key.isEmpty() && key.equals(copy)) {
      line.mistake(Column.KEY, CellTexts.shown(key), "another key than that of the plan to copy");
      return "";
    }
    return key;
  }

  private static @Nullable LocalDate date(HeadedLine<Column> line) {
    Cell cell = line.cell(Column.DATE);
    Matcher day = DAY.matcher(cell.text());
    if (cell.text().isEmpty()) {
      line.mistake(Column.DATE, "nothing", A_DAY);
    } else if (!day.matches()) {
      line.mistake(Column.DATE, CellTexts.shown(cell.text()), A_DAY);
    } else {
      try {
        return LocalDate.parse(day.group(1));
      } catch (DateTimeException noSuchDay) {
        line.mistake(Column.DATE, CellTexts.shown(cell.text()), "a day that exists");
      }
    }
    return null;
  }

  /** A day may have its time with it, as spreadsheets do. */
  private static @Nullable LocalTime time(HeadedLine<Column> line) {
    Column column = Column.TIME;
    String text = line.cell(column).text();
    if (text.isEmpty()) {
      column = Column.DATE;
      Matcher day = DAY.matcher(line.cell(column).text());
      text = day.matches() && day.group(3) != null ? day.group(3) : "";
    }
    if (text.isEmpty()) {
      return null;
    }
    Matcher time = TIME.matcher(text);
    try {
      if (time.matches()) {
        return LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
      }
    } catch (DateTimeException noSuchTime) {
      // said below
    }
    line.mistake(column, CellTexts.shown(text), A_TIME);
    return null;
  }

  private static String zone(HeadedLine<Column> line) {
    String zone = line.text(Column.ZONE, LONGEST_ID, "an IANA name, such as Europe/London");
    if (!zone.isEmpty() && !ZONES.contains(zone)) {
      line.unknown(Column.ZONE, zone, ZONES, "an IANA name, such as Europe/London");
      return "";
    }
    return zone;
  }

  private static @Nullable Integer slot(HeadedLine<Column> line) {
    Cell cell = line.cell(Column.SLOT);
    String text = cell.text();
    if (text.isEmpty()) {
      return null;
    }
    if (cell.kind() != Kind.DATE && text.matches("[0-9]{1,3}")) {
      int slot = Integer.parseInt(text);
      if (slot >= LEAST_SLOT && slot <= LONGEST_SLOT) {
        return slot;
      }
    }
    String found = cell.kind() == Kind.DATE ? cell.kind().words() : CellTexts.shown(text);
    line.mistake(Column.SLOT, found, "a number of minutes from 5 to 720");
    return null;
  }

  private String client(HeadedLine<Column> line) {
    String expected = "a client's short name, such as acme";
    String named = line.text(Column.CLIENT, KEY, expected);
    if (client != null && !named.isEmpty() && !named.equals(client)) {
      line.mistake(Column.CLIENT, CellTexts.shown(named), client + ", or nothing");
    }
    return named;
  }

  private static List<Named> people(HeadedLine<Column> line, Column names, Column emails) {
    List<String> named = line.parts(names, PEOPLE);
    List<String> addresses = line.parts(emails, PEOPLE);
    if (!addresses.isEmpty() && !named.isEmpty() && addresses.size() != named.size()) {
      line.mistake(emails, "addresses: " + addresses.size(), "as many as names, " + named.size());
      return List.of();
    }
    List<Named> people = new ArrayList<>();
    for (int i = 0; i < Math.max(named.size(), addresses.size()); i++) {
      String name = named.isEmpty() ? "" : named.get(i);
      Matcher both = NAMED.matcher(name);
      String email = addresses.isEmpty() ? "" : addresses.get(i);
      if (both.matches() && email.isEmpty()) {
        name = both.group(1).strip();
        email = both.group(2).strip();
      } else if (email.isEmpty() && CellTexts.isEmail(name)) {
        email = name;
        name = "";
      }
      if (!person(line, names, name, email.toLowerCase(Locale.ROOT), people)) {
        return List.of();
      }
    }
    if (people.size() > MOST_PEOPLE) {
      line.mistake(names, people.size() + " people", "20 at most");
      return List.of();
    }
    return people;
  }

  private static boolean person(
      HeadedLine<Column> line, Column column, String name, String email, List<Named> into) {
    boolean fits =
        name.length() <= LONGEST_NAME
            && !name.matches(".*[<>@].*")
            && !CellTexts.isFormula(name)
            && (email.isEmpty() ? !name.isEmpty() : CellTexts.isEmail(email));
    if (fits) {
      into.add(new Named(name, email.isEmpty() ? null : email));
    } else {
      String found = name + (email.isEmpty() ? "" : " <" + email + ">");
      line.mistake(column, CellTexts.shown(found.strip()), PEOPLE);
    }
    return fits;
  }

  private static Map<String, Map<String, String>> rooms(HeadedLine<Column> line) {
    Map<String, Map<String, String>> rooms = new TreeMap<>();
    for (Column column : line.columns().keySet()) {
      column
          .platform()
          .ifPresent(platform -> {
            String id = room(line, column);
            if (!id.isEmpty()) {
              rooms.computeIfAbsent(platform, _ -> new TreeMap<>()).put(column.room(), id);
            }
          });
    }
    return rooms;
  }

  private static String room(HeadedLine<Column> line, Column column) {
    if (column.room().equals("join")) {
      return line.text(column, URL, "an address that begins with https://");
    }
    String id = line.text(column, LONGEST_ID, "the platform's own id");
    if (column.word().equals("zoom meeting")) {
      String number = id.replaceAll("[ -]", "");
      if (!number.matches("(\\d{9,12})?")) {
        line.mistake(column, CellTexts.shown(id), "a meeting's number, such as 86120034455");
        return "";
      }
      return number;
    }
    return id;
  }
}
