package dev.callboard;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.Turnout;
import dev.callboard.platform.Turnout.Someone;
import dev.callboard.platform.Turnouts;
import dev.callboard.platform.Whereabouts;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Connected;
import dev.callboard.session.attendance.Holding;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a platform is told of its classes' meetings, which it does not know itself.
 *
 * @param platform the one that is told
 */
record MeetingFittings(String platform, Classes classes, InstantSource clock)
    implements Whereabouts, Turnouts {

  /** A meeting that is over so long has not been closed by mistake. */
  private static final Duration REALLY_OVER = Duration.ofMinutes(5);

  /** The classes, as they are asked for. */
  interface Classes {

    /** Those that are open, each with all that is in the log. */
    Stream<Session> open();

    /** One of them, open or over. */
    Optional<Session> find(SessionId id);

    /** The one that has a time that a meeting is held. */
    Optional<Session> holding(Place meeting, String occurrence);

    /** Those that are open, or were opened within a day. */
    Set<SessionId> recent();

    /** What was posted of a class on a platform. */
    List<Receipt> receipts(SessionId id, String platform);
  }

  @Override
  public List<Sighting> here() {
    return joins(_ -> true).toList();
  }

  @Override
  public List<Sighting> here(String tenant, String account) {
    return joins(who -> account.equals(who.account()))
        .filter(join -> join.meeting().tenant().equals(tenant))
        .toList();
  }

  private Stream<Sighting> joins(Predicate<Attendee> which) {
    Instant now = clock.instant();
    return classes
        .open()
        .flatMap(session -> Connected.joins(session.register(), platform, which, now).stream());
  }

  @Override
  public Optional<Place> meeting(String tenant, String occurrence) {
    Place any = new Place(platform, tenant, "");
    return classes
        .holding(any, occurrence)
        .flatMap(session ->
            session.register().holdings().values().stream()
                .filter(holding -> holding.occurrence().equals(occurrence))
                .map(Holding::meeting)
                .filter(meeting -> meeting.platform().equals(platform))
                .findFirst());
  }

  @Override
  public Optional<Turnout> of(String session, String link) {
    String where = link.split(":", 2)[0];
    return classes.find(new SessionId(session)).map(found -> turnout(found, where));
  }

  @Override
  public Map<String, List<Receipt>> posted() {
    return classes.recent().stream()
        .collect(Collectors.toMap(SessionId::value, id -> classes.receipts(id, platform)));
  }

  private Turnout turnout(Session session, String where) {
    Instant now = clock.instant();
    Map<String, Someone> people = new LinkedHashMap<>();
    Set<String> here = new LinkedHashSet<>();
    for (Party party : Roll.of(session.register(), session.plan(), now).parties()) {
      boolean person = !(party.owner() instanceof Owner.Bot);
      if (person && Connected.ever(session.register(), party, where)) {
        Someone someone = someone(session, party);
        people.put(someone.id(), someone);
        if (Connected.in(session.register(), party, where, now)) {
          here.add(someone.id());
        }
      }
    }
    return new Turnout(
        over(session, where, now),
        people.values().stream().filter(one -> here.contains(one.id())).toList(),
        people.values().stream().filter(one -> !here.contains(one.id())).toList());
  }

  private Someone someone(Session session, Party party) {
    String name = party.name().isBlank() ? "Somebody" : party.name();
    return switch (party.owner()) {
      case Owner.Known known ->
          new Someone(hidden(session.id() + known.member().key()), name, account(session, known));
      default -> new Someone(hidden(party.own()), name, null);
    };
  }

  /** Seen in this class, or else what the plan says. */
  private @Nullable String account(Session session, Owner.Known known) {
    return session.accounts().stream()
        .filter(one -> one.person().equals(known.member().key()))
        .map(Session.Known::account)
        .filter(account -> account.platform().equals(platform))
        .map(account -> account.id())
        .findFirst()
        .orElseGet(() -> known.member().accounts().get(platform));
  }

  /** Whoever reads it learns nothing from it. */
  private static String hidden(String id) {
    return "p-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean over(Session session, String where, Instant now) {
    if (session.run().ended()) {
      return true;
    }
    List<Holding> held =
        session.register().holdings().values().stream()
            .filter(holding -> holding.meeting().platform().equals(where))
            .toList();
    return !held.isEmpty() && held.stream().allMatch(holding -> over(holding, now));
  }

  private static boolean over(Holding holding, Instant now) {
    List<Instant> ends = holding.over().left();
    List<Instant> begins = holding.over().joined();
    return !ends.isEmpty()
        && ends.getLast().plus(REALLY_OVER).isBefore(now)
        && (begins.isEmpty() || !begins.getLast().isAfter(ends.getLast()));
  }
}
