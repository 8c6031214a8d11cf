package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Person;
import dev.callboard.command.Engagement;
import dev.callboard.command.Engagement.Stage;
import dev.callboard.command.NextStep;
import dev.callboard.command.Times;
import dev.callboard.command.clock.PlannedStart;
import dev.callboard.console.Worry.Level;
import dev.callboard.plan.Clashes.Busy;
import dev.callboard.plan.Library;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that are planned for today or the next hours, a row each, by whom they concern.
 * Whoever looks reads no file: the plans are read beside, now and then, and what is due is worked
 * out once for all who look. Thread-safe.
 */
final class Agenda {

  /** A plan that is written now is on boards so much later. */
  private static final Duration READ_AGAIN = Duration.ofSeconds(15);

  /** So long whoever looks first waits; thousands of plans are there a few looks later. */
  private static final Duration PATIENCE = Duration.ofMillis(150);

  private static final Duration TRUSTED = Duration.ofSeconds(1);
  private static final Duration AHEAD = Duration.ofHours(12);
  private static final Duration NEAR = Duration.ofMinutes(15);
  private static final int NAMED = 3;

  private final Library library;
  private final WaysIn waysIn;
  private final Duration patience;

  /** On a thread of its own kind: to read thousands keeps a processor busy for seconds. */
  private final AsyncLoadingCache<String, Plans> plans =
      Caffeine.newBuilder()
          .refreshAfterWrite(READ_AGAIN)
          .executor(work -> Thread.ofPlatform().daemon().name("agenda").start(work))
          .buildAsync(_ -> read());

  private @Nullable Today today;
  private long worked;

  Agenda(Library library, WaysIn waysIn) {
    this(library, waysIn, PATIENCE);
  }

  /**
   * The same with another patience.
   *
   * @param patience how long whoever looks first waits for plans to be read
   */
  Agenda(Library library, WaysIn waysIn, Duration patience) {
    this.library = library;
    this.waysIn = waysIn;
    this.patience = patience;
  }

  /**
   * A delivery to come.
   *
   * @param time that it takes of its crew; none where it may be given or not
   * @param json as the page draws it; the same object as long as nothing in it changed
   */
  record Due(Plan plan, Instant start, MyDay.Entry time, ObjectNode json) {}

  /**
   * All plans.
   *
   * @param names of everybody whom any of them concerns
   */
  private record Plans(List<Plan> all, Set<String> names) {
    static final Plans NONE = new Plans(List.of(), Set.of());
  }

  private record Today(Plans plans, Map<String, Due> byKey, Map<String, List<Due>> byWhom) {}

  /** What somebody of a team, or who leads the client's classes, is to know of; not who may. */
  Collection<Due> of(Person person, Instant now) {
    Map<String, List<Due>> byWhom = today(known(), now).byWhom();
    // By identity: to hash a plan is to hash all that is in it.
    Set<Due> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Badges.of(person).forEach(badge -> found.addAll(byWhom.getOrDefault(badge, List.of())));
    return found;
  }

  /** Whether plans were read at all; until then nothing is due. */
  boolean begun() {
    CompletableFuture<Plans> coming = plans.getIfPresent("");
    return coming != null && coming.isDone();
  }

  /** Whether somebody is on the team of any plan, or leads its client's classes. */
  boolean concerns(Person person) {
    return Badges.any(Badges.of(person), known().names());
  }

  /** Plans that were read again are another object. */
  @SuppressWarnings("ReferenceEquality")
  private synchronized Today today(Plans known, Instant now) {
    Today last = today;
    boolean fresh = System.nanoTime() - worked < TRUSTED.toNanos();
    if (last != null && last.plans() == known && fresh) {
      return last;
    }
    Today made = work(known, last == null ? Map.of() : last.byKey(), now);
    today = made;
    worked = System.nanoTime();
    return made;
  }

  private Plans known() {
    CompletableFuture<Plans> coming = plans.get("");
    try {
      return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException later) {
      return Plans.NONE;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Plans.NONE;
    }
  }

  private Plans read() {
    List<Plan> all =
        library.keys().stream()
            .flatMap(key -> library.read(key).flatMap(Reading::usable).stream())
            .toList();
    return new Plans(
        all, all.stream().flatMap(Agenda::concerned).collect(Collectors.toUnmodifiableSet()));
  }

  private Today work(Plans plans, Map<String, Due> before, Instant now) {
    Map<String, Due> byKey = new HashMap<>();
    Map<String, List<Due>> byWhom = new HashMap<>();
    for (Plan plan : plans.all()) {
      Optional<Instant> start = PlannedStart.of(plan, now).filter(at -> soon(plan, at, now));
      if (start.isPresent()) {
        Due due = due(plan, start.get(), before.get(plan.key()), now);
        byKey.put(plan.key(), due);
        concerned(plan)
            .distinct()
            .forEach(name -> byWhom.computeIfAbsent(name, _ -> new ArrayList<>()).add(due));
      }
    }
    return new Today(plans, byKey, byWhom);
  }

  private static boolean soon(Plan plan, Instant start, Instant now) {
    boolean today =
        start.atZone(plan.zone()).toLocalDate().equals(now.atZone(plan.zone()).toLocalDate());
    return today || (start.isAfter(now.minus(plan.slot())) && start.isBefore(now.plus(AHEAD)));
  }

  private static Stream<String> concerned(Plan plan) {
    return Stream.concat(
        plan.leads().stream().map(Badges::address),
        plan.people().stream().filter(member -> member.role().team()).flatMap(Badges::of));
  }

  private Due due(Plan plan, Instant start, @Nullable Due before, Instant now) {
    List<Worry> worries = worry(plan, Duration.between(now, start)).stream().toList();
    Engagement what = what(plan, start, worries, now);
    ObjectNode drawn = json(plan, what, worries);
    ObjectNode shown = before == null || !before.json().equals(drawn) ? drawn : before.json();
    Instant end = start.plus(plan.slot());
    Busy busy = what.often() || !end.isAfter(now) ? null : new Busy(what.id(), start, end);
    return new Due(plan, start, new MyDay.Entry(what, Badges.crew(plan), busy), shown);
  }

  private Engagement what(Plan plan, Instant start, List<Worry> worries, Instant now) {
    return new Engagement(
        "plan " + plan.key(),
        plan.title(),
        plan.zone(),
        Stage.PLANNED,
        start,
        start.plus(plan.slot()),
        plan.startDate() == null,
        producers(plan),
        NextStep.typed("open " + plan.key(), null, now),
        waysIn.of(plan),
        worries.stream().map(Worry::words).toList());
  }

  private static ObjectNode json(Plan plan, Engagement what, List<Worry> worries) {
    ObjectNode row = RowPayload.of(what, plan, worries);
    RowPayload.count(row, "expected", plan.withRole(Role.LEARNER).count());
    return what.often() ? row.put("often", true) : row;
  }

  /** Of a plan without a day nobody knows whether it is given today, so nothing is late. */
  private static Optional<Worry> worry(Plan plan, Duration left) {
    if (plan.startDate() == null || left.compareTo(NEAR) >= 0) {
      return Optional.empty();
    }
    String words =
        left.toSeconds() >= 30
            ? "not opened, starts in " + Times.minutes(left)
            : left.toSeconds() > -30
                ? "not opened, starts now"
                : "not opened, " + Times.minutes(left) + " late";
    return Optional.of(new Worry(Level.AMBER, words));
  }

  private static String producers(Plan plan) {
    return plan.withRole(Role.PRODUCER)
        .limit(NAMED)
        .map(Member::name)
        .collect(Collectors.joining(" or "));
  }
}
