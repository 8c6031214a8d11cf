package dev.callboard.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
 * @param client whose class it is, by a short name: what is remembered of people is remembered for
 *     this client alone; null when it is nobody's in particular
 * @param attendance by what rules learners count as present; null in what older versions wrote,
 *     which means the usual ones
 * @param keep how long after its end learners are known by name; null for as long as there is a log
 * @param leads addresses of those who watch over all classes of the client, lower case; null in
 *     what older versions wrote, which means nobody
 * @param clientTitle what people call the client; empty when its file does not say; null in what
 *     older versions wrote
 * @param course the key of the plan that this is a copy of, for one delivery; null when it is none
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
    Set<String> facilitatorMay,
    @Nullable String client,
    Policy attendance,
    @Nullable Duration keep,
    Set<String> leads,
    @Nullable String clientTitle,
    @Nullable String course) {

  public Plan {
    leads = leads == null ? Set.of() : Set.copyOf(leads);
    languages = List.copyOf(languages);
    people = List.copyOf(people);
    rooms = Map.copyOf(rooms);
    welcome = Map.copyOf(welcome);
    resources = List.copyOf(resources);
    segments = List.copyOf(segments);
    prompts = Objects.requireNonNullElse(prompts, Prompting.USUAL);
    facilitatorMay = Set.copyOf(facilitatorMay);
    attendance = Objects.requireNonNullElse(attendance, Policy.USUAL);
  }

  /** The plan of nobody's class in particular, with the usual rules of attendance. */
  public Plan(
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
    this(
        key,
        title,
        zone,
        startDate,
        startTime,
        slot,
        languages,
        workbook,
        people,
        rooms,
        welcome,
        resources,
        segments,
        prompts,
        facilitatorMay,
        null,
        Policy.USUAL,
        null,
        Set.of(),
        null,
        null);
  }

  /** The same class for other people, by other rules. */
  public Plan with(List<Member> others, Policy rules) {
    return new Plan(
        key,
        title,
        zone,
        startDate,
        startTime,
        slot,
        languages,
        workbook,
        others,
        rooms,
        welcome,
        resources,
        segments,
        prompts,
        facilitatorMay,
        client,
        rules,
        keep,
        leads,
        clientTitle,
        course);
  }

  /** The plan whose deliveries count with those of this one. */
  public String courseKey() {
    return Objects.requireNonNullElse(course, key);
  }

  /** The client's short name; empty for nobody's in particular. */
  public String clientKey() {
    return Objects.requireNonNullElse(client, "");
  }

  /** What people call the client: its title, else its short name; empty for nobody's. */
  public String clientName() {
    return clientTitle == null || clientTitle.isBlank() ? clientKey() : clientTitle;
  }

  /**
   * Whether somebody watches over all classes of the client.
   *
   * @param email the address that their platform vouches for; null when it told none
   */
  public boolean isLedBy(@Nullable String email) {
    return email != null && leads.contains(email.strip().toLowerCase(Locale.ROOT));
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
