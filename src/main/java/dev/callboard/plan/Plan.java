package dev.callboard.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class as written, before anybody delivers it.
 *
 * @param key the name of its file without the ending; what a producer types after {@code open}
 * @param zone the class zone; all times of day in the plan are in it
 * @param startDate the day of the one delivery this plan is for, or null when it is given often
 * @param startTime the time of day it starts
 * @param slot how long the class may take from its start
 * @param languages BCP 47 tags of the learners' languages, the class's own first
 * @param rooms rooms by platform
 * @param welcome the text that greets learners, by language
 * @param prompts when the team is prompted; null in what older versions wrote, which means as usual
 * @param facilitatorMay words a facilitator may type besides those every facilitator may
 */
public record Plan(
    String key,
    String title,
    ZoneId zone,
    @Nullable LocalDate startDate,
    LocalTime startTime,
    Duration slot,
    List<String> languages,
    @Nullable Workbook workbook,
    List<Member> people,
    Map<String, Rooms> rooms,
    Map<String, String> welcome,
    List<Resource> resources,
    List<Segment> segments,
    Prompting prompts,
    Set<String> facilitatorMay) {

  public Plan {
    languages = List.copyOf(languages);
    people = List.copyOf(people);
    rooms = Map.copyOf(rooms);
    welcome = Map.copyOf(welcome);
    resources = List.copyOf(resources);
    segments = List.copyOf(segments);
    prompts = Objects.requireNonNullElse(prompts, Prompting.USUAL);
    facilitatorMay = Set.copyOf(facilitatorMay);
  }

  public Optional<Member> person(String key) {
    return people.stream().filter(member -> member.key().equals(key)).findFirst();
  }

  public Stream<Member> withRole(Role role) {
    return people.stream().filter(member -> member.role() == role);
  }

  /** Who leads a segment: the one it names, else the first facilitator. */
  public Optional<Member> lead(Segment segment) {
    return Optional.ofNullable(segment.lead())
        .flatMap(this::person)
        .or(() -> withRole(Role.FACILITATOR).findFirst());
  }

  public Optional<Resource> resource(String key) {
    return resources.stream().filter(resource -> resource.key().equals(key)).findFirst();
  }
}
