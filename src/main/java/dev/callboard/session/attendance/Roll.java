package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Policy;
import dev.callboard.plan.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is here, who is missing and what it comes to, as of an instant.
 *
 * @param learners all of the roster, in its order
 * @param guests those who are nobody of the roster, or of whom nobody knows yet
 * @param team those of the team who were there
 * @param beside more of whom nobody said who they are, in rooms with others
 * @param parties all of them as they were found; somebody of the plan may be several
 * @param moving when the last of those who left just now, and may only be moving, is believed to be
 *     gone; null when there is none
 * @param untaught whether only the time that a facilitator was there should count, and none was
 *     recognised, so that all of it does
 */
public record Roll(
    Instant now,
    Policy policy,
    Revision revision,
    List<Learner> learners,
    List<Guest> guests,
    List<Guest> team,
    List<Storm> storms,
    List<Beside> beside,
    List<Party> parties,
    @Nullable Instant moving,
    boolean untaught) {

  /**
   * A departure is believed so long after it happened, for a move between rooms looks like one: the
   * leave and the join of a move were heard up to four seconds after it, one by one.
   */
  public static final Duration MOVING = Duration.ofSeconds(7);

  /**
   * Somebody of the roster.
   *
   * @param party null when they were not seen themselves
   * @param how how they were recognised; null when they were not seen
   * @param beside what they are called in whose room they sit; null when in their own
   * @param here whether they are there now
   */
  public record Learner(
      Member member,
      @Nullable Party party,
      Owner.@Nullable How how,
      @Nullable String beside,
      List<Stretch> stretches,
      Spans spans,
      boolean here,
      Verdict verdict) {}

  /** Somebody who is no learner of the roster, as far as is known. */
  public record Guest(
      Party party, List<Stretch> stretches, Spans spans, boolean here, Verdict verdict) {}

  /**
   * People without a name in somebody's room.
   *
   * @param room what it is known by: a person's key, or a trait
   * @param name what whoever's room it is is called
   * @param others how many
   * @param seen whether the room was ever there
   */
  public record Beside(
      String room,
      String name,
      int others,
      Spans spans,
      boolean seen,
      boolean here,
      Verdict verdict) {}

  public static Roll of(Register register, Plan plan, Instant now) {
    Policy own = register.decisions().policy();
    return of(register, plan, own == null ? plan.attendance() : own, now);
  }

  /** By another policy, to see what it would change. */
  public static Roll of(Register register, Plan plan, Policy policy, Instant now) {
    return new Calling(register, plan, policy, now).roll();
  }

  public Stream<Learner> here() {
    return learners.stream().filter(Learner::here);
  }

  /** How many sit in rooms with others: here now, and later seen. */
  public int unnamed() {
    boolean live = revision.state() == Revision.State.LIVE;
    return beside.stream()
        .filter(some -> live ? some.here() : some.seen())
        .mapToInt(Beside::others)
        .sum();
  }

  public Stream<Learner> withStatus(Status status) {
    return learners.stream().filter(learner -> learner.verdict().status() == status);
  }

  /** Those of the roster who have not been seen. */
  public List<Learner> missing() {
    return learners.stream()
        .filter(learner -> learner.stretches().isEmpty())
        .filter(learner -> learner.verdict().mark() == null)
        .toList();
  }

  /** Those of the roster who came and are not there now. */
  public List<Learner> away() {
    return learners.stream()
        .filter(learner -> !learner.here() && !learner.stretches().isEmpty())
        .toList();
  }

  /** Those of whom nobody knows who they are. */
  public List<Guest> unknown() {
    return guests.stream().filter(guest -> guest.party().owner() instanceof Owner.Unknown).toList();
  }

  /** Proposes who those may be of whom nobody knows: people who have not been seen. */
  public Proposals proposals(Plan plan) {
    Set<String> seen =
        parties.stream()
            .map(Party::owner)
            .filter(Owner.Known.class::isInstance)
            .map(owner -> ((Owner.Known) owner).member().key())
            .collect(Collectors.toSet());
    return new Proposals(
        plan.people().stream()
            .filter(member -> !seen.contains(member.key()))
            .sorted(Comparator.comparing(member -> member.role().team()))
            .toList());
  }

  public Optional<Learner> learner(String person) {
    return learners.stream().filter(learner -> learner.member().key().equals(person)).findFirst();
  }

  /** Works a roll out. */
  private static final class Calling {

    private final Register register;
    private final Plan plan;
    private final Policy policy;
    private final Instant now;
    private final List<Party> parties;
    private final Map<String, Party> known = new HashMap<>();
    private final IdentityHashMap<Party, Person> persons = new IdentityHashMap<>();
    private final Rooms rooms;
    private final Frame frame;
    private final Judge judge;
    private final List<Storm> storms;

    Calling(Register register, Plan plan, Policy policy, Instant now) {
      this.register = register;
      this.plan = plan;
      this.policy = policy;
      this.now = now;
      Presences presences = new Presences(register, now);
      parties = Parties.of(register, plan);
      parties.forEach(party -> persons.put(party, Person.of(party, presences)));
      parties.stream()
          .filter(party -> party.owner() instanceof Owner.Known)
          .forEach(party -> known.merge(key(party), party, this::both));
      rooms = new Rooms(plan, parties, known, this::person);
      storms = new Storms(crowd(), Storms.homeTimes(register), now).all();
      frame = Frame.of(register.course(), plan, policy, taught(), now);
      judge = new Judge(policy, frame, storms);
    }

    /** Two parties of one person, each surely theirs: their presence is the union. */
    private Party both(Party one, Party other) {
      Party both =
          new Party(
              Stream.concat(one.stays().stream(), other.stays().stream()).toList(),
              Stream.concat(one.traits().stream(), other.traits().stream()).toList(),
              one.owner());
      persons.put(both, person(one).and(person(other)));
      return both;
    }

    /** Each human being of the class once, whatever they came with; without the team. */
    private List<Person> crowd() {
      Stream<Party> nobodys =
          parties.stream()
              .filter(party ->
                  party.owner() instanceof Owner.Unknown || party.owner() instanceof Owner.Guest);
      Stream<Party> learners = known.values().stream().filter(party -> !isTeam(party));
      return Stream.concat(nobodys, learners).map(this::person).toList();
    }

    private @Nullable Instant moving() {
      return parties.stream()
          .flatMap(party -> person(party).moving(now).stream())
          .max(Comparator.naturalOrder())
          .map(left -> left.plus(MOVING))
          .orElse(null);
    }

    private Person person(Party party) {
      return Objects.requireNonNull(persons.get(party));
    }

    private static String key(Party party) {
      return party.owner() instanceof Owner.Known owner ? owner.member().key() : "";
    }

    private static boolean isTeam(Party party) {
      return party.owner() instanceof Owner.Known owner && owner.member().role().team();
    }

    /** When a facilitator was there. */
    private Spans taught() {
      return known.values().stream()
          .filter(party ->
              party.owner() instanceof Owner.Known owner
                  && owner.member().role() == Role.FACILITATOR)
          .map(party -> person(party).spans())
          .reduce(Spans.NONE, Spans::and);
    }

    Roll roll() {
      List<Guest> guests = new ArrayList<>();
      List<Guest> team = new ArrayList<>();
      for (Party party : parties) {
        switch (party.owner()) {
          case Owner.Unknown _, Owner.Guest _ -> guests.add(guest(party));
          case Owner.Bot _, Owner.Known _ -> {}
        }
      }
      known.values().stream().filter(Calling::isTeam).map(this::guest).forEach(team::add);
      Comparator<Guest> order =
          Comparator.comparing((Guest guest) -> guest.party().name())
              .thenComparing(guest -> guest.party().stays().getFirst().key());
      guests.sort(order);
      team.sort(order);
      List<Learner> learners = plan.withRole(Role.LEARNER).map(this::learner).toList();
      return new Roll(
          now,
          policy,
          register.revision(),
          learners,
          guests,
          team,
          storms,
          beside(),
          parties,
          moving(),
          frame.untaught());
    }

    private Guest guest(Party party) {
      Person person = person(party);
      return new Guest(
          party,
          person.stretches(),
          person.spans(),
          person.here(now),
          judge.of(person, account(party), null));
    }

    private Learner learner(Member member) {
      Party party = known.get(member.key());
      Person own = party == null ? Person.NOWHERE : person(party);
      Mark mark = register.decisions().marks().get(member.key());
      String host = away(mark) ? null : host(member.key());
      List<Party> its = host == null ? List.of() : rooms.of(host);
      Person person = its.stream().map(this::person).reduce(own, Person::and);
      Party shown = party == null && !its.isEmpty() ? its.getFirst() : party;
      return new Learner(
          member,
          party,
          party != null && party.owner() instanceof Owner.Known owner ? owner.how() : null,
          host == null ? null : rooms.called(host, its),
          person.stretches(),
          person.spans(),
          person.here(now),
          judge.of(person, account(shown), mark));
    }

    private @Nullable String account(@Nullable Party party) {
      return Recorded.account(register, party == null ? List.of() : party.stays());
    }

    /** Whoever was written down as not there does not sit beside anybody. */
    private static boolean away(@Nullable Mark mark) {
      return mark != null && (mark.kind() == Mark.Kind.ABSENT || mark.kind() == Mark.Kind.EXCUSED);
    }

    /** In whose room somebody sits. */
    private @Nullable String host(String person) {
      return register.decisions().company().entrySet().stream()
          .filter(entry -> entry.getValue().people().contains(person))
          .map(Map.Entry::getKey)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }

    /** Those whom nobody named count with the one they sit with. */
    private List<Beside> beside() {
      return register.decisions().company().entrySet().stream()
          .filter(entry -> entry.getValue().others() > 0)
          .sorted(Map.Entry.comparingByKey())
          .map(entry -> beside(entry.getKey(), entry.getValue().others()))
          .toList();
    }

    private Beside beside(String room, int others) {
      List<Party> hosts = rooms.hosts(room);
      Person person = hosts.stream().map(this::person).reduce(Person.NOWHERE, Person::and);
      return new Beside(
          room,
          rooms.called(room, hosts),
          others,
          person.spans(),
          !person.stretches().isEmpty(),
          person.here(now),
          judge.of(person, account(hosts.isEmpty() ? null : hosts.getFirst()), null));
    }
  }
}
