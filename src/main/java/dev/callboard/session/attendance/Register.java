package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The register of a class: what meetings told of who came and went, and what people decided about
 * it. Immutable. The same facts in any order, however often told, give the same presence.
 *
 * @param stayOf the stay of each connection
 * @param records the platforms' own accounts, the newest of each holding
 * @param accepted whether those accounts count instead of what was told
 */
public record Register(
    Course course,
    PMap<String, Holding> holdings,
    PMap<String, Stay> stays,
    PMap<String, String> stayOf,
    PSet<Bond> bonds,
    Decisions decisions,
    PMap<String, MeetingRecord> records,
    boolean accepted,
    Revision revision,
    Told told) {

  /** The register of a class that was just opened. */
  public static Register opened(Instant at, Spans.@Nullable Span planned) {
    return new Register(
        Course.opened(at, planned),
        HashTreePMap.empty(),
        HashTreePMap.empty(),
        HashTreePMap.empty(),
        HashTreePSet.empty(),
        Decisions.NONE,
        HashTreePMap.empty(),
        false,
        Revision.FIRST,
        Told.NOTHING);
  }

  /** The stay of which somebody's connection is, by its key. */
  public String stayOf(Place meeting, String occurrence, Attendee who) {
    String holding = Holding.key(meeting, occurrence);
    String told = stayOf.get(Stay.key(holding, who.connection()));
    return told == null ? Stay.key(holding, who.stay()) : told;
  }

  /** Whether anything was told of one time that a meeting was held. */
  public boolean met(Place meeting, String occurrence) {
    return holdings.containsKey(Holding.key(meeting, occurrence));
  }

  /** Whether a fact was told before: telling it again changes nothing. */
  public boolean knows(Sighting sighting) {
    return switch (sighting.what()) {
      case Sighting.Began _ -> holding(sighting).over().joined().contains(sighting.at());
      case Sighting.Over _ -> holding(sighting).over().left().contains(sighting.at());
      case Sighting.Joined joined ->
          marks(sighting, joined.who()).joined().contains(sighting.at())
              && shows(sighting, joined.who());
      case Sighting.Left left ->
          marks(sighting, left.who()).left().contains(sighting.at()) && shows(sighting, left.who());
      case Sighting.Gone gone -> marks(sighting, gone.who()).gone().contains(sighting.at());
      case Sighting.Named named -> tells(sighting, named.who()) && shows(sighting, named.who());
      case Sighting.Bound bound -> bonds.contains(bond(sighting, bound));
      case Sighting.Waiting _,
          Sighting.WaitingOver _,
          Sighting.Moved _,
          Sighting.RoleGiven _,
          Sighting.Trouble _,
          Sighting.Recording _ ->
          false;
    };
  }

  /** Whether a fact tells of presence, and so is known by itself when it comes again. */
  public static boolean tellsPresence(Sighting.What what) {
    return switch (what) {
      case Sighting.Began _,
          Sighting.Over _,
          Sighting.Joined _,
          Sighting.Left _,
          Sighting.Gone _,
          Sighting.Named _,
          Sighting.Bound _ ->
          true;
      case Sighting.Waiting _,
          Sighting.WaitingOver _,
          Sighting.Moved _,
          Sighting.RoleGiven _,
          Sighting.Trouble _,
          Sighting.Recording _ ->
          false;
    };
  }

  /**
   * With one more fact; one that changes what was settled opens a revision.
   *
   * @param heard when it was written down
   * @param usual the policy, unless people decided on another
   */
  public Register witnessed(Sighting sighting, Instant heard, Policy usual) {
    if (!tellsPresence(sighting.what())) {
      return this;
    }
    Register next = fact(sighting);
    Policy own = decisions.policy();
    Revision reopened = revision.reopened();
    boolean settled = !reopened.equals(revision);
    boolean opens = settled && new Reopening(this, next, own == null ? usual : own).by(sighting);
    return next.with(opens ? reopened : revision).with(next.told.heard(heard));
  }

  private Register fact(Sighting sighting) {
    Instant at = sighting.at();
    Holding holding = holding(sighting);
    return switch (sighting.what()) {
      case Sighting.Began _ -> with(holding.began(at));
      case Sighting.Over _ -> with(holding.ended(at));
      case Sighting.Joined joined ->
          with(holding).marked(sighting, joined.who(), marks -> marks.join(at));
      case Sighting.Left left ->
          with(holding).marked(sighting, left.who(), marks -> marks.leave(at));
      case Sighting.Gone gone ->
          with(holding).marked(sighting, gone.who(), marks -> marks.vanish(at));
      case Sighting.Named named ->
          with(holding).marked(sighting, named.who(), marks -> marks.name(at));
      case Sighting.Bound bound -> with(holding).with(bonds.plus(bond(sighting, bound)));
      default -> this;
    };
  }

  private Register marked(Sighting sighting, Attendee who, UnaryOperator<Marks> change) {
    String holding = Holding.key(sighting.meeting(), sighting.occurrence());
    String key = Stay.key(holding, who.stay());
    String own = Stay.key(holding, who.connection());
    Stay known = stays.get(key);
    Stay stay =
        known == null
            ? new Stay(key, holding, stays.size() + 1, Shown.of(who, said(sighting)), Map.of())
            : known.told(who, said(sighting));
    Stay next = stay.with(who.connection(), change.apply(stay.marks(who.connection())));
    return new Register(
        course,
        holdings,
        stays.plus(key, next),
        stayOf.plus(own, surer(key, stayOf.get(own), own)),
        bonds,
        decisions,
        records,
        accepted,
        revision,
        told);
  }

  /** A connection stands for its own stay only while the platform named no other. */
  private static String surer(String one, @Nullable String other, String own) {
    if (other == null || other.equals(own)) {
      return one;
    }
    return one.equals(own) || other.compareTo(one) < 0 ? other : one;
  }

  private Holding holding(Sighting sighting) {
    Holding known = holdings.get(Holding.key(sighting.meeting(), sighting.occurrence()));
    return known == null
        ? new Holding(sighting.meeting(), sighting.occurrence(), Marks.NONE)
        : known;
  }

  private Marks marks(Sighting sighting, Attendee who) {
    Stay stay = stay(sighting, who);
    return stay == null ? Marks.NONE : stay.marks(who.connection());
  }

  /** Whether a stay is shown as this already: told again, a fact may say more of who it was. */
  private boolean shows(Sighting sighting, Attendee who) {
    Stay stay = stay(sighting, who);
    return stay != null && stay.told(who, said(sighting)).who().equals(stay.who());
  }

  /** When it was said who it was: what a record adds afterwards counts where nothing else tells. */
  private static Instant said(Sighting sighting) {
    return sighting.what() instanceof Sighting.Named ? Instant.EPOCH : sighting.at();
  }

  /** Whether somebody is known to have been there: a record without times then adds nothing. */
  private boolean tells(Sighting sighting, Attendee who) {
    Stay stay = stay(sighting, who);
    return stay != null && stay.told();
  }

  private @Nullable Stay stay(Sighting sighting, Attendee who) {
    String holding = Holding.key(sighting.meeting(), sighting.occurrence());
    return stays.get(Stay.key(holding, who.stay()));
  }

  private static Bond bond(Sighting sighting, Sighting.Bound bound) {
    return new Bond(
        Holding.key(sighting.meeting(), sighting.occurrence()),
        bound.who().connection(),
        bound.who().stay(),
        bound.connection(),
        bound.stay());
  }

  /** The meeting in which a stay was; known from the platform's account alone, at times. */
  Holding holding(Stay stay) {
    Holding known = holdings.get(stay.holding());
    if (known != null) {
      return known;
    }
    MeetingRecord record = Objects.requireNonNull(records.get(stay.holding()));
    return new Holding(record.meeting(), record.occurrence(), Marks.NONE);
  }

  /** The platform account somebody came with; empty for guests. */
  public Optional<Person> account(Stay stay) {
    Place meeting = holding(stay).meeting();
    Shown who = stay.who();
    return Optional.ofNullable(who.account())
        .map(id -> new Person(meeting.platform(), meeting.tenant(), id, who.name(), who.email()));
  }

  /** All that a stay can be known by, its name included. */
  public List<String> traits(Stay stay) {
    List<String> traits = new ArrayList<>();
    traits.add(stay.trait());
    traits.addAll(Trait.identities(holding(stay).meeting(), stay.who()));
    traits.add(Trait.name(stay.name()));
    return traits;
  }

  /** With the platform's own account of a meeting; one that says something new opens a revision. */
  public Register recorded(MeetingRecord record) {
    return recorded(record, false);
  }

  /**
   * With the platform's own account of a meeting.
   *
   * @param agrees whether it was found to say what is settled, which then stays so
   */
  public Register recorded(MeetingRecord record, boolean agrees) {
    String key = Holding.key(record.meeting(), record.occurrence());
    boolean known = record.equals(records.get(key));
    return new Register(
        course,
        holdings,
        stays,
        stayOf,
        bonds,
        decisions,
        records.plus(key, record),
        accepted,
        known || agrees ? revision : revision.reopened(),
        told);
  }

  /** Whether a platform's own account of a meeting is here. */
  public boolean accounted(Holding holding) {
    return records.containsKey(holding.key());
  }

  /** As presence is reckoned from the platforms' own accounts, or else from what was told. */
  public Register counting(boolean accounts) {
    return new Register(
        course, holdings, stays, stayOf, bonds, decisions, records, accounts, revision, told);
  }

  /**
   * Attendance was compared, and is settled.
   *
   * @param accounts whether the platforms' own accounts count from now on
   */
  public Register reconciled(boolean accounts) {
    return counting(accounts).with(revision.to(Revision.State.RECONCILED));
  }

  public Register with(Course next) {
    return new Register(
        next, holdings, stays, stayOf, bonds, decisions, records, accepted, revision, told);
  }

  /** After another decision of people's; one that comes after the end opens a revision. */
  public Register with(Decisions next) {
    return new Register(
        course, holdings, stays, stayOf, bonds, next, records, accepted, revision.reopened(), told);
  }

  /** Whether people decided the same, and it is as final; facts that come in do not count. */
  public boolean decidedAs(Register other) {
    return revision.equals(other.revision)
        && accepted == other.accepted
        && decisions.equals(other.decisions);
  }

  public Register with(Revision next) {
    return new Register(
        course, holdings, stays, stayOf, bonds, decisions, records, accepted, next, told);
  }

  public Register with(Told next) {
    return new Register(
        course, holdings, stays, stayOf, bonds, decisions, records, accepted, revision, next);
  }

  private Register with(Holding next) {
    return new Register(
        course,
        holdings.plus(next.key(), next),
        stays,
        stayOf,
        bonds,
        decisions,
        records,
        accepted,
        revision,
        told);
  }

  private Register with(PSet<Bond> next) {
    return new Register(
        course, holdings, stays, stayOf, next, decisions, records, accepted, revision, told);
  }
}
