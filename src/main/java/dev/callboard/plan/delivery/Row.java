package dev.callboard.plan.delivery;

import dev.callboard.plan.Delivery;
import dev.callboard.plan.Delivery.Named;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as a table has it.
 *
 * @param line where it stands in the file
 * @param copy key of the plan that it is a copy of
 * @param key of the plan to be made
 * @param time null for the time of the plan it is a copy of, as all that is null or empty
 */
record Row(
    int line,
    String copy,
    String key,
    @Nullable String title,
    LocalDate date,
    @Nullable LocalTime time,
    @Nullable String zone,
    @Nullable Integer slot,
    @Nullable String client,
    List<Named> producers,
    List<Named> facilitators,
    Map<String, Map<String, String>> rooms) {

  Delivery delivery(LocalTime usual) {
    return new Delivery(
        title,
        zone,
        date.atTime(time == null ? usual : time),
        slot,
        client,
        producers,
        facilitators,
        rooms);
  }

  /** Rows of one kind differ in what they say, and not in what they say something of. */
  String kind() {
    return copy
        + " "
        + client
        + (title == null ? "" : " title")
        + (zone == null ? "" : " zone")
        + (slot == null ? "" : " slot")
        + " "
        + producers.size()
        + " "
        + facilitators.size()
        + " "
        + rooms.keySet().stream().sorted().toList();
  }

  /** Whether both say the same of a class. */
  boolean same(Row other) {
    return equals(
        new Row(
            line,
            other.copy,
            other.key,
            other.title,
            other.date,
            other.time,
            other.zone,
            other.slot,
            other.client,
            other.producers,
            other.facilitators,
            other.rooms));
  }
}
