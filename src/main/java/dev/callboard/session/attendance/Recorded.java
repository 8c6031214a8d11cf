package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stays that count: those that were told, or those of the platforms' accepted accounts. */
final class Recorded {

  private Recorded() {}

  static Collection<Stay> stays(Register register) {
    return register.accepted() && !register.records().isEmpty()
        ? accepted(register)
        : told(register).values().stream().filter(Stay::told).toList();
  }

  /**
   * Told stays, each with all that was told of its connections: platforms at times leave out whose
   * stay a connection is of, and a leave without its join would be nobody's.
   */
  private static Map<String, Stay> told(Register register) {
    Map<String, Stay> all = new HashMap<>(register.stays());
    for (Stay stay : register.stays().values()) {
      for (String connection : stay.connections().keySet()) {
        String key = register.stayOf().get(Stay.key(stay.holding(), connection));
        if (key != null && !key.equals(stay.key())) {
          all.computeIfPresent(key, (_, owner) -> owner.and(stay, connection));
          all.computeIfPresent(stay.key(), (_, rest) -> without(rest, connection));
        }
      }
    }
    return all;
  }

  /** Null when nothing is left of it. */
  private static @Nullable Stay without(Stay stay, String connection) {
    Stay rest = stay.without(connection);
    return rest.connections().isEmpty() ? null : rest;
  }

  /** Told stays of meetings nobody accounted for, and accounted stays of the others. */
  private static Collection<Stay> accepted(Register register) {
    List<Stay> all = new ArrayList<>();
    Map<String, Stay> told = told(register);
    told.values().stream()
        .filter(stay -> stay.told() && !register.records().containsKey(stay.holding()))
        .forEach(all::add);
    register
        .records()
        .forEach((holding, record) -> all.addAll(of(register, told, holding, record)));
    return all;
  }

  /**
   * A record's rows as stays; a row of a connection that was told of belongs to its stay. A row may
   * leave out the address or account that was told, and they are who they were all the same.
   */
  private static Collection<Stay> of(
      Register register, Map<String, Stay> told, String holding, MeetingRecord record) {
    Map<String, Stay> stays = new HashMap<>();
    for (Row row : record.rows()) {
      Attendee who = row.who();
      String known = register.stayOf().get(Stay.key(holding, who.connection()));
      String key = known == null ? Stay.key(holding, who.stay()) : known;
      Stay stay = stays.get(key);
      if (stay == null) {
        Stay seen = told.get(key);
        stay =
            seen == null
                ? new Stay(key, holding, 0, Shown.of(who, row.from()), Map.of())
                : new Stay(key, holding, seen.number(), seen.who(), Map.of());
      }
      Marks marks = stay.marks(who.connection()).join(row.from()).leave(row.to());
      stays.put(key, stay.told(who, row.from()).with(who.connection(), marks));
    }
    return stays.values();
  }

  /**
   * Whose account tells of somebody, such as {@code Zoom's report}; null when what was told does.
   *
   * @param stays theirs; with none, the accounts they would be in
   */
  static @Nullable String account(Register register, Collection<Stay> stays) {
    if (!register.accepted()) {
      return null;
    }
    Stream<MeetingRecord> records =
        stays.isEmpty()
            ? register.records().values().stream()
            : stays.stream()
                .flatMap(stay -> Stream.ofNullable(register.records().get(stay.holding())));
    String whose =
        records
            .map(record -> genitive(record.meeting().platform()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" and "));
    return whose.isEmpty() ? null : whose + " report";
  }

  private static String genitive(String platform) {
    String name =
        platform.isEmpty()
            ? "The meeting"
            : Character.toUpperCase(platform.charAt(0)) + platform.substring(1);
    return name.endsWith("s") ? name + "'" : name + "'s";
  }
}
