package dev.callboard.plan.delivery;

import dev.callboard.plan.table.CellTexts;
import dev.callboard.plan.table.Heading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a table of deliveries, by any of the names people give it.
 *
 * @param word as findings name it
 */
record Column(String word) implements Heading {

  static final Column COPY = new Column("copy");
  static final Column KEY = new Column("key");
  static final Column TITLE = new Column("title");
  static final Column DATE = new Column("date");
  static final Column TIME = new Column("time");
  static final Column ZONE = new Column("zone");
  static final Column SLOT = new Column("slot");
  static final Column CLIENT = new Column("client");
  static final Column PRODUCER = new Column("producer");
  static final Column PRODUCER_EMAIL = new Column("producer email");
  static final Column FACILITATOR = new Column("facilitator");
  static final Column FACILITATOR_EMAIL = new Column("facilitator email");

  static final String ROOMS = "such as slack class, slack backstage, zoom meeting, teams join";

  /** Each with its names in lower case, its own first, with bars between them. */
  private static final List<String> NAMES =
      List.of(
          "copy|copy of|copy from|template",
          "key|new key|class|class key",
          "title|class title",
          "date|day|start date",
          "time|start time|start",
          "zone|time zone|timezone",
          "slot|minutes|length|duration",
          "client",
          "producer|producers|producer name",
          "producer email|producer e mail|producer mail",
          "facilitator|facilitators|facilitator name",
          "facilitator email|facilitator e mail|facilitator mail");

  private static final Pattern ROOM =
      Pattern.compile(
          "(slack|teams|zoom|webex|google|lobby) (class|backstage|meeting|join)"
              + "( room| id| url| link)?");

  static Optional<Column> named(String heading) {
    String plain = CellTexts.heading(heading);
    Matcher room = ROOM.matcher(plain);
    if (room.matches()) {
      return Optional.of(new Column(room.group(1) + " " + room.group(2)));
    }
    return NAMES.stream()
        .map(names -> Arrays.asList(names.split("\\|", -1)))
        .filter(names -> names.contains(plain))
        .map(names -> new Column(names.getFirst()))
        .findFirst();
  }

  /** The platform of a column of rooms. */
  Optional<String> platform() {
    Matcher room = ROOM.matcher(word);
    return room.matches() ? Optional.of(room.group(1)) : Optional.empty();
  }

  /** What plans call the room of such a column. */
  String room() {
    return word.substring(word.indexOf(' ') + 1);
  }

  static String all() {
    return String.join(
            ", ",
            NAMES.stream().map(names -> names.substring(0, (names + "|").indexOf('|'))).toList())
        + ", and rooms "
        + ROOMS;
  }
}
