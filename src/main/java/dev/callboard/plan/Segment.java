package dev.callboard.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of the running order.
 *
 * @param key short lower-case name, unique within the plan
 * @param planned how long it should take
 * @param minimum what it can be cut down to; {@code planned} when it cannot
 * @param cuttable whether it may be left out
 * @param cushion whether it is spare time, which delay before it may use up, down to its minimum
 * @param fixedStart time of day in the class zone before which it must not start, or null
 * @param fixedEnd time of day in the class zone at which it ends whatever happened before, or null
 * @param lead key of the person who leads it, or null for the first facilitator
 * @param resources keys of the resources it uses
 * @param instructions what learners are asked to do, by language
 * @param cue what the producer must do for it, or null
 * @param prompts how long before its end its lead is told, or null for the plan's usual times
 * @param quiet whether its lead is not to be disturbed in it
 * @param auto whether the clock goes on from it by itself when its time is up
 */
public record Segment(
    String key,
    String title,
    Duration planned,
    Duration minimum,
    boolean cuttable,
    boolean cushion,
    @Nullable LocalTime fixedStart,
    @Nullable LocalTime fixedEnd,
    @Nullable String lead,
    List<Page> pages,
    List<String> resources,
    @Nullable Activity activity,
    Map<String, String> instructions,
    @Nullable String cue,
    @Nullable List<Duration> prompts,
    boolean quiet,
    boolean auto) {

  /** One that somebody goes on from. */
  public Segment(
      String key,
      String title,
      Duration planned,
      Duration minimum,
      boolean cuttable,
      boolean cushion,
      @Nullable LocalTime fixedStart,
      @Nullable LocalTime fixedEnd,
      @Nullable String lead,
      List<Page> pages,
      List<String> resources,
      @Nullable Activity activity,
      Map<String, String> instructions,
      @Nullable String cue,
      @Nullable List<Duration> prompts,
      boolean quiet) {
    this(
        key,
        title,
        planned,
        minimum,
        cuttable,
        cushion,
        fixedStart,
        fixedEnd,
        lead,
        pages,
        resources,
        activity,
        instructions,
        cue,
        prompts,
        quiet,
        false);
  }

  public Segment {
    pages = List.copyOf(pages);
    resources = List.copyOf(resources);
    instructions = Map.copyOf(instructions);
    prompts = prompts == null ? null : List.copyOf(prompts);
  }

  /** The same with another lead. */
  public Segment ledBy(String person) {
    return new Segment(
        key,
        title,
        planned,
        minimum,
        cuttable,
        cushion,
        fixedStart,
        fixedEnd,
        person,
        pages,
        resources,
        activity,
        instructions,
        cue,
        prompts,
        quiet,
        auto);
  }
}
