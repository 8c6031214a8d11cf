package dev.callboard.report;

import dev.callboard.plan.Member;
import dev.callboard.report.Sheet.Column;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Revision;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Rules;
import dev.callboard.session.attendance.SegmentRoll;
import dev.callboard.session.attendance.Shown;
import dev.callboard.session.attendance.Spans;
import dev.callboard.session.attendance.Stay;
import dev.callboard.session.attendance.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who was there, as of an instant: learners in the order of the roster, then those who came and are
 * nobody of it. What people need in class is nobody's business outside it, and is never in here.
 *
 * @param unnamed a row each of those who sat beside others and have no name
 * @param segments when each segment ran, in the order of its first visit
 */
public record AttendanceTable(
    About about, List<Entry> entries, List<Entry> unnamed, List<Part> segments) {

  private static final List<Column> SEGMENT_COLUMNS =
      List.of(
          new Column("session", false),
          new Column("segment", false),
          new Column("segment_title", false),
          new Column("kind", false),
          new Column("id", false),
          new Column("name", false),
          new Column("email", false),
          new Column("ran_seconds", true),
          new Column("attended_seconds", true),
          new Column("missed", false));

  /** Who ran through a segment without stopping in it gave nobody a chance to be there. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /**
   * The class, and how final what is known of it is.
   *
   * @param client the client's short name; empty for nobody's in particular
   * @param clientTitle what people call the client; empty as well then
   * @param rules by what attendance is reckoned, in words
   */
  public record About(
      String session,
      String plan,
      String title,
      String client,
      String clientTitle,
      ZoneId zone,
      @Nullable Instant started,
      @Nullable Instant ended,
      Revision revision,
      Instant asOf,
      String rules) {}

  /** What somebody is to the class. */
  public enum Kind {
    LEARNER,
    /** A person confirmed that they are nobody of the roster. */
    GUEST,
    /** Nobody said yet who they are. */
    UNKNOWN,
    /** They sat beside somebody, and only their number was said. */
    UNNAMED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One person.
   *
   * @param id the key in the plan; such as {@code g-5f0c2a10} of those who are not in it
   * @param email empty when it is not known
   * @param recognised how it is known who they are; empty for whom nobody saw
   */
  public record Entry(
      About about,
      Kind kind,
      String id,
      String name,
      String email,
      String recognised,
      Spans spans,
      Verdict verdict) {}

  /** A segment that ran for a second at least. */
  public record Part(String title, SegmentRoll roll) {

    /** Whether somebody missed it. */
    public boolean missed(Entry entry) {
      return roll.missed(entry.verdict(), entry.spans());
    }
  }

  public AttendanceTable {
    entries = List.copyOf(entries);
    unnamed = List.copyOf(unnamed);
    segments = List.copyOf(segments);
  }

  /** The table of a class, with the roll called at this instant. */
  public static AttendanceTable of(Session session, Instant now) {
    return of(session, Roll.of(session.register(), session.plan(), now));
  }

  public static AttendanceTable of(Session session, Roll roll) {
    About about =
        new About(
            session.id().value(),
            session.plan().key(),
            session.plan().title(),
            session.plan().clientKey(),
            session.plan().clientName(),
            session.plan().zone(),
            session.register().course().started(),
            session.register().course().ended(),
            roll.revision(),
            roll.now(),
            Rules.words(roll, session.register().course()));
    List<Entry> entries = new ArrayList<>();
    roll.learners().forEach(learner -> entries.add(entry(about, learner)));
    roll.guests().forEach(guest -> entries.add(entry(about, guest)));
    List<Part> segments =
        SegmentRoll.of(session.register().course(), roll.now()).stream()
            .filter(segment -> !segment.ran().length().minus(MOMENT).isNegative())
            .map(segment -> new Part(title(session, segment.segment()), segment))
            .toList();
    List<Entry> unnamed =
        roll.beside().stream()
            .filter(Roll.Beside::seen)
            .flatMap(some ->
                IntStream.rangeClosed(1, some.others()).mapToObj(one -> entry(about, some, one)))
            .toList();
    return new AttendanceTable(about, entries, unnamed, segments);
  }

  private static String title(Session session, String segment) {
    return session.run().order().find(segment).map(item -> item.segment().title()).orElse(segment);
  }

  private static Entry entry(About about, Roll.Learner learner) {
    Member member = learner.member();
    String email = member.email() == null ? "" : member.email();
    return new Entry(
        about,
        Kind.LEARNER,
        member.key(),
        member.name(),
        email,
        learner.how() == null ? "" : learner.how().words(),
        learner.spans(),
        learner.verdict());
  }

  private static Entry entry(About about, Roll.Guest guest) {
    Party party = guest.party();
    boolean confirmed = party.owner() instanceof Owner.Guest;
    return new Entry(
        about,
        confirmed ? Kind.GUEST : Kind.UNKNOWN,
        id(party),
        party.name(),
        email(party),
        confirmed ? "confirmed by hand" : "",
        guest.spans(),
        guest.verdict());
  }

  private static Entry entry(About about, Roll.Beside some, int one) {
    return new Entry(
        about,
        Kind.UNNAMED,
        id(some.room()) + "-" + one,
        "beside " + some.name(),
        "",
        "counted by hand",
        some.spans(),
        some.verdict());
  }

  /** Not the number people type, which goes by who was told of first: facts come in any order. */
  private static String id(Party party) {
    return id(party.own());
  }

  private static String id(String trait) {
    byte[] own = trait.getBytes(StandardCharsets.UTF_8);
    return "g-" + UUID.nameUUIDFromBytes(own).toString().substring(0, 8);
  }

  /** One they wrote is none of the roster's, for whoever reads the file may go by it. */
  private static String email(Party party) {
    boolean another = party.owner() instanceof Owner.Unknown unknown && unknown.written() != null;
    return address(party, Shown::email)
        .or(() -> another ? Optional.empty() : address(party, Shown::written))
        .orElse("");
  }

  private static Optional<String> address(Party party, Function<Shown, @Nullable String> of) {
    return party.stays().stream()
        .map(Stay::who)
        .flatMap(who -> Stream.ofNullable(of.apply(who)))
        .findFirst();
  }

  /** A row a person with every {@link Field}, in its order: the columns that never change. */
  public Sheet people() {
    return new Sheet(
        "Attendance",
        Field.ALL.stream().map(field -> new Column(field.id(), field.whole())).toList(),
        () -> rows().map(entry -> Field.ALL.stream().map(f -> f.of(entry)).toList()));
  }

  /** A row a person and segment that ran. */
  public Sheet bySegment() {
    return new Sheet("Segments", SEGMENT_COLUMNS, () -> rows().flatMap(this::segmentRows));
  }

  /** Everybody, whether known or not. */
  private Stream<Entry> rows() {
    return Stream.concat(entries.stream(), unnamed.stream());
  }

  /**
   * How long somebody was there in each segment, in whole seconds whose sum is that of the exact
   * times, rounded down.
   */
  public List<Duration> attended(Entry entry) {
    return wholeSeconds(part -> part.roll().attended(entry.spans()));
  }

  private List<Duration> wholeSeconds(Function<Part, Duration> exact) {
    List<Duration> whole = new ArrayList<>();
    Duration sum = Duration.ZERO;
    for (Part part : segments) {
      long before = sum.toSeconds();
      sum = sum.plus(exact.apply(part));
      whole.add(Duration.ofSeconds(sum.toSeconds() - before));
    }
    return whole;
  }

  private Stream<List<String>> segmentRows(Entry entry) {
    List<Duration> ran = wholeSeconds(part -> part.roll().ran().length());
    List<Duration> attended = attended(entry);
    return IntStream.range(0, segments.size())
        .mapToObj(i ->
            segmentRow(
                entry, segments.get(i), ran.get(i).toSeconds(), attended.get(i).toSeconds()));
  }

  private List<String> segmentRow(Entry entry, Part part, long ran, long attended) {
    return List.of(
        about.session(),
        part.roll().segment(),
        part.title(),
        entry.kind().word(),
        entry.id(),
        entry.name(),
        entry.email(),
        String.valueOf(ran),
        String.valueOf(attended),
        part.missed(entry) ? "yes" : "no");
  }
}
