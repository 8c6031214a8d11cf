package dev.callboard.testing;

import dev.callboard.plan.Activity;
import dev.callboard.plan.Library;
import dev.callboard.plan.Member;
import dev.callboard.plan.Page;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.plan.Prompting;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Resource;
import dev.callboard.plan.Resource.Show;
import dev.callboard.plan.Role;
import dev.callboard.plan.Rooms;
import dev.callboard.plan.Segment;
import dev.callboard.plan.Workbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A small class for tests: four segments of an hour in London at 14:00, bilingual. */
public final class SamplePlans {

  private SamplePlans() {}

  public static Plan hybrid() {
    return named("hybrid", "Facilitating Hybrid Meetings");
  }

  /** The same plan with somebody who watches over all classes of its client. */
  public static Plan ledBy(Plan plan, String email) {
    return new Plan(
        plan.key(),
        plan.title(),
        plan.zone(),
        plan.startDate(),
        plan.startTime(),
        plan.slot(),
        plan.languages(),
        plan.workbook(),
        plan.people(),
        plan.rooms(),
        plan.welcome(),
        plan.resources(),
        plan.segments(),
        plan.prompts(),
        plan.facilitatorMay(),
        plan.client(),
        plan.attendance(),
        plan.keep(),
        Set.of(email),
        plan.clientTitle(),
        plan.course());
  }

  /** A copy of the plan for one delivery of a client. */
  public static Plan copied(Plan plan, String key, String client) {
    return new Plan(
        key,
        plan.title() + " for " + client,
        plan.zone(),
        plan.startDate(),
        plan.startTime(),
        plan.slot(),
        plan.languages(),
        plan.workbook(),
        plan.people(),
        plan.rooms(),
        plan.welcome(),
        plan.resources(),
        plan.segments(),
        plan.prompts(),
        plan.facilitatorMay(),
        client.isEmpty() ? null : client,
        plan.attendance(),
        plan.keep(),
        plan.leads(),
        plan.clientTitle(),
        plan.courseKey());
  }

  public static Plan named(String key, String title) {
    return of(
        key,
        title,
        Map.of("lobby", new Rooms(key + "/class", key + "/backstage")),
        List.of(
            segment("welcome", "Welcome", 5, List.of()),
            segment("poll-1", "Poll 1", 10, List.of(new Page(4, "Warm-up"))),
            segment("activity", "Activity", 30, List.of(new Page(7, "The three room types"))),
            segment("qa", "Q&A", 15, List.of())));
  }

  /** The same plan, in which one person has these accounts. */
  public static Plan withAccounts(Plan plan, String key, Map<String, String> accounts) {
    List<Member> people =
        plan.people().stream()
            .map(one -> one.key().equals(key) ? withAccounts(one, accounts) : one)
            .toList();
    return new Plan(
        plan.key(),
        plan.title(),
        plan.zone(),
        plan.startDate(),
        plan.startTime(),
        plan.slot(),
        plan.languages(),
        plan.workbook(),
        people,
        plan.rooms(),
        plan.welcome(),
        plan.resources(),
        plan.segments(),
        plan.prompts(),
        plan.facilitatorMay());
  }

  private static Member withAccounts(Member member, Map<String, String> accounts) {
    return new Member(
        member.key(),
        member.name(),
        member.role(),
        member.email(),
        accounts,
        member.language(),
        List.of());
  }

  /** The same people in a class of so many segments of ten minutes, without rooms. */
  public static Plan many(String key, int segments) {
    List<Segment> parts =
        IntStream.rangeClosed(1, segments)
            .mapToObj(i -> segment("part-" + i, "Part " + i, 10, List.of()))
            .toList();
    return of(key, "A long class", Map.of(), parts);
  }

  /** The same with these titles, in order. */
  public static Plan titled(String key, List<String> titles) {
    return titled(key, "A long class", titles);
  }

  /** The same in a class of this title. */
  public static Plan titled(String key, String title, List<String> titles) {
    List<Segment> parts =
        IntStream.rangeClosed(1, titles.size())
            .mapToObj(i -> segment("part-" + i, titles.get(i - 1), 10, List.of()))
            .toList();
    return of(key, title, Map.of(), parts);
  }

  /** The same people in a class with these rooms. */
  public static Plan inRooms(String key, Map<String, Rooms> rooms) {
    return of(key, "A class far and wide", rooms, List.of(segment("all", "All", 60, List.of())));
  }

  private static Plan of(
      String key, String title, Map<String, Rooms> rooms, List<Segment> segments) {
    return new Plan(
        key,
        title,
        ZoneId.of("Europe/London"),
        null,
        LocalTime.of(14, 0),
        Duration.ofMinutes(60),
        List.of("en", "es"),
        new Workbook("Workbook", URI.create("https://example.com/workbook.pdf"), 28),
        people(),
        rooms,
        Map.of("en", "Welcome! Chat works best in the panel.", "es", "¡Bienvenidos!"),
        List.of(
            resource("handout", "Handout", Show.LEARNERS),
            resource("slides", "Slides", Show.LEARNERS),
            resource("guide", "Facilitator guide", Show.TEAM)),
        segments,
        Prompting.USUAL,
        Set.of("page"));
  }

  /** A library of these plans, none of which has mistakes. */
  public static Library library(Plan... plans) {
    Map<String, Plan> byKey = new TreeMap<>();
    for (Plan plan : plans) {
      byKey.put(plan.key(), plan);
    }
    return new Library() {
      @Override
      public List<String> keys() {
        return List.copyOf(byKey.keySet());
      }

      @Override
      public Optional<Reading> read(String key) {
        return Optional.ofNullable(byKey.get(key))
            .map(plan -> new Reading(plan, plan.clientKey(), List.of()));
      }

      @Override
      public Optional<Plan> alone(String key) {
        return Optional.ofNullable(byKey.get(key));
      }

      @Override
      public Optional<String> text(String key) {
        return Optional.empty();
      }

      @Override
      public Reading tried(String key, String text) {
        throw new UnsupportedOperationException("no texts here");
      }
    };
  }

  private static List<Member> people() {
    return List.of(
        member("priya", "Priya Nair", Role.PRODUCER, "en"),
        member("ravi", "Ravi Shah", Role.PRODUCER, "en"),
        member("fay", "Fay Okafor", Role.FACILITATOR, "en"),
        member("dan", "Dan Ek", Role.DESIGNER, "en"),
        member("lee", "Lee Wong", Role.LEARNER, "en"),
        member("ana", "Ana Ruiz", Role.LEARNER, "es"));
  }

  private static Member member(String key, String name, Role role, String language) {
    return new Member(
        key, name, role, key + "@example.com", Map.of("lobby", key), language, List.of());
  }

  private static Resource resource(String key, String title, Show audience) {
    return new Resource(key, title, URI.create("https://example.com/" + key + ".pdf"), audience);
  }

  private static Segment segment(String key, String title, int minutes, List<Page> pages) {
    return new Segment(
        key,
        title,
        Duration.ofMinutes(minutes),
        Duration.ofMinutes(minutes),
        false,
        false,
        null,
        null,
        "fay",
        pages,
        key.equals("poll-1") ? List.of("handout") : List.of(),
        key.equals("poll-1") ? new Activity("poll", "poll-1") : null,
        Map.of(),
        key.equals("poll-1") ? "launch Poll 1" : null,
        null,
        false);
  }

  /** A plan as it is shipped, such as {@code hybrid-meetings}. */
  public static Plan shipped(String key) {
    Path file = Path.of("config/plans/" + key + ".yaml");
    try {
      return new PlanReader(Set.of("page"))
          .read(key, file.toString(), Files.readAllBytes(file))
          .usable()
          .orElseThrow();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
