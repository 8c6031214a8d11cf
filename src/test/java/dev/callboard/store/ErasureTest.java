package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.report.deeds.Deed;
import dev.callboard.report.deeds.Deeds;
import dev.callboard.session.Erasable;
import dev.callboard.session.Erasure;
import dev.callboard.session.Event;
import dev.callboard.session.Event.NoteFor;
import dev.callboard.session.Issue;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.LivedClass;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Trait;
import dev.callboard.testing.Cases;
import dev.callboard.testing.SamplePlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Logs without people: nothing of them is left, and everything else is as it was. */
class ErasureTest {

  private static final Plan PLAN = SamplePlans.shipped("hybrid-meetings");
  private static final SessionId ID = new SessionId("hybrid-meetings-1124");
  private static final int CASES = 60;

  private final Codec codec = new Codec();

  @Test
  void whoeverIsErased_isNowhereInTheLog() {
    Cases.each(
        CASES,
        random -> {
          List<Recorded> log = log(random);
          Set<String> wanted = some(random);
          String rest = json(without(log, wanted)).toLowerCase(Locale.ROOT);

          for (String key : wanted) {
            Member member = PLAN.person(key).orElseThrow();
            assertThat(rest)
                .doesNotContain(member.name().toLowerCase(Locale.ROOT))
                .doesNotContain(String.valueOf(member.email()))
                .doesNotContain("\"" + key + "\"");
          }
        });
  }

  @Test
  void minutesAndCounts_stayAndOthersToTheLetter() {
    Cases.each(
        CASES,
        random -> {
          List<Recorded> log = log(random);
          Set<String> wanted = some(random);
          Session before = fold(log);
          Erasure erasure = Erasure.of(before, log, wanted);
          Roll whole = roll(before);
          Roll rest = roll(fold(without(log, wanted)));

          assertThat(rest.guests()).hasSameSizeAs(whole.guests());
          for (Roll.Learner learner : whole.learners()) {
            String key = learner.member().key();
            String then = wanted.contains(key) ? erasure.alias(key).key() : key;
            assertThat(line(rest.learner(then).orElseThrow())).as(key).isEqualTo(line(learner));
          }
          assertThat(rest.learners().stream().map(one -> one.member().name()).toList())
              .containsAll(
                  whole.learners().stream()
                      .filter(one -> !wanted.contains(one.member().key()))
                      .map(one -> one.member().name())
                      .toList());
        });
  }

  @Test
  void everybody_meansLearnersAndGuestsAndNobodyOfTheTeam() {
    List<Recorded> log = log(new Random(1));
    Set<String> all = Erasable.everybody(fold(log));
    String rest = json(without(log, all));

    PLAN.people().stream()
        .filter(member -> member.role() != Role.LEARNER)
        .forEach(member -> assertThat(rest).contains(member.name()));
    PLAN.withRole(Role.LEARNER)
        .forEach(member -> assertThat(rest).doesNotContain(member.name(), "\"" + member.email()));
    assertThat(rest).doesNotContain("Nobody Known");
  }

  @Test
  void namesake_keepsTheirName() {
    List<Recorded> log = new ArrayList<>(log(new Random(2)));
    String trait = Trait.name("Femi Ade");
    log.add(next(log, new Event.Matched(List.of(trait), "femi", null, "")));
    Set<String> guest =
        Set.of(
            roll(fold(log.subList(0, log.size() - 1))).guests().stream()
                .filter(one -> one.party().name().equals("Femi Ade"))
                .findFirst()
                .orElseThrow()
                .party()
                .own());

    String rest = json(without(log.subList(0, log.size() - 1), guest));

    assertThat(rest).contains("Femi Ade").contains("femi@learners.example.com");
    assertThat(rest).contains("Forgotten A");
  }

  /** The waiting room told of her by name alone; she came in by another id, or never. */
  @Test
  void whoeverOnlyWaited_isErasedToo() {
    List<Recorded> log = new ArrayList<>(log(new Random(4)));
    log.add(next(log, waiting("w1", "Amara Bello")));
    log.add(next(log, waiting("w2", "Amara Diallo")));
    log.add(next(log, waiting("w3", "Amara Bello Diop")));

    String rest = json(without(log, Set.of("amara")));

    assertThat(rest).contains("Amara Diallo", "Amara Bello Diop");
    assertThat(rest.replace("Amara Bello Diop", "")).doesNotContain("Amara Bello");
  }

  /** As a guest by another name she was nobody's; the platform's account gave her address later. */
  @Test
  void whomOnlyTheAcceptedAccountKnows_isErasedFromWhatWasToldToo() {
    List<Recorded> log = new ArrayList<>(log(new Random(5)));
    Sighting told = LivedClass.joined("c-99", "s-99", null, "Mystery Guestname", LivedClass.START);
    log.add(next(log, new Event.Witnessed(told)));
    Attendee who =
        new Attendee(
            "c-99", "s-99", null, null, "Mystery Guestname", "amara@learners.example.com", null);
    MeetingRecord.Row row = new MeetingRecord.Row(who, LivedClass.START, LivedClass.END);
    log.add(
        next(
            log,
            new Event.Accounted(
                new MeetingRecord(told.meeting(), told.occurrence(), List.of(row)))));
    log.add(next(log, new Event.Reconciled(true), LivedClass.END.plusSeconds(60)));

    String rest = json(without(log, Set.of("amara")));

    assertThat(rest).doesNotContain("Mystery Guestname").doesNotContain("amara@");
  }

  /** Retention takes out all guests, whichever of the two attendance is reckoned from now. */
  @Test
  void everybody_hasWhomOnlyOneOfTheAccountsTellsOf() {
    for (boolean accepted : new boolean[] {false, true}) {
      List<Recorded> log = new ArrayList<>(log(new Random(6)));
      Sighting told = LivedClass.joined("c-99", "s-99", null, "Toldonly Person", LivedClass.START);
      log.add(next(log, new Event.Witnessed(told)));
      Attendee who =
          new Attendee("c-98", "s-98", null, null, "Accounted Person", "acc@example.org", null);
      MeetingRecord.Row row = new MeetingRecord.Row(who, LivedClass.START, LivedClass.END);
      log.add(
          next(
              log,
              new Event.Accounted(
                  new MeetingRecord(told.meeting(), told.occurrence(), List.of(row)))));
      log.add(next(log, new Event.Reconciled(accepted), LivedClass.END.plusSeconds(60)));

      String rest = json(without(log, Erasable.everybody(fold(log))));

      assertThat(rest)
          .doesNotContain("Toldonly Person")
          .doesNotContain("Accounted Person")
          .doesNotContain("acc@example.org");
    }
  }

  /** A learner of the sample is called like a rule of attendance. */
  @Test
  void whoeverIsCalledLikeAWordOfTheLog_leavesTheWordThere() {
    List<Recorded> log = new ArrayList<>(log(new Random(8)));
    Member spanish = new Member("es", "Es Kim", Role.LEARNER, null, Map.of(), "es", List.of());
    List<Member> people = new ArrayList<>(PLAN.people());
    people.add(spanish);
    people.add(new Member("host", "Host Lee", Role.LEARNER, null, Map.of(), null, List.of()));
    Event opened =
        new Event.Opened(
            PLAN.with(people, PLAN.attendance()),
            new Rooms(List.of(), List.of(), List.of()),
            LivedClass.START);
    log.set(0, new Recorded(1, log.getFirst().at(), "priya", opened));

    Sighting ben = LivedClass.joined("c-1", "s-1", null, "Ben Carter", LivedClass.START);
    Attendee who = ((Sighting.Joined) ben.what()).who();
    Sighting.What hosts = new Sighting.RoleGiven(who, "host");
    log.add(
        next(
            log,
            new Event.Witnessed(new Sighting(ben.meeting(), ben.occurrence(), ben.at(), hosts))));

    List<Recorded> after = without(log, Set.of("grace", "es", "host"));
    Plan rest = fold(after).plan();

    assertThat(json(after)).contains("\"role\":\"host\"").doesNotContain("Host Lee");
    assertThat(rest.attendance()).isEqualTo(PLAN.attendance());
    assertThat(rest.languages()).isEqualTo(PLAN.languages());
    assertThat(rest.welcome()).isEqualTo(PLAN.welcome());
    assertThat(rest.person("ana").orElseThrow().language()).isEqualTo("es");
    assertThat(rest.person("grace")).isEmpty();
  }

  @Test
  void button_keepsItsWord() {
    List<Recorded> log = new ArrayList<>(log(new Random(9)));
    Erasure erasure = Erasure.of(fold(log), log, Set.of("grace", "ben"));

    assertThat(erasure.line("grace")).isEqualTo("grace");
    assertThat(erasure.line("grace ben late"))
        .isEqualTo("grace " + erasure.alias("ben").key() + " late");
    assertThat(erasure.line("@a-1 grace ben"))
        .isEqualTo("@a-1 grace " + erasure.alias("ben").key());
  }

  /** Teams tells no connections: a guest's id of the directory stands for one. */
  @Test
  void idOfADirectory_goesWithWhoeverHadIt() {
    Place meeting = new Place("teams", "tenant", "19:meeting_1@thread.v2");
    String directory = "5f0c9a2e-1b1d-4c3a-9f5b-0f6f0d6c7e11";
    Attendee guest = new Attendee(directory, directory, null, null, "Zed Zeal", null, null);
    List<Recorded> log = new ArrayList<>(log(new Random(7)));
    for (Sighting.What what : List.of(new Sighting.Joined(guest), new Sighting.Left(guest))) {
      Instant at = what instanceof Sighting.Left ? LivedClass.END : LivedClass.START;
      log.add(next(log, new Event.Witnessed(new Sighting(meeting, "", at, what))));
    }
    Roll whole = roll(fold(log));

    List<Recorded> rest = without(log, Erasable.everybody(fold(log)));

    assertThat(json(rest)).doesNotContain(directory, "Zed Zeal");
    assertThat(roll(fold(rest)).guests().stream().map(ErasureTest::minutes).toList())
        .containsExactlyInAnyOrderElementsOf(
            whole.guests().stream().map(ErasureTest::minutes).toList());
  }

  private static Object minutes(Roll.Guest guest) {
    return guest.verdict().present();
  }

  private static Event waiting(String id, String name) {
    Sighting joined = LivedClass.joined(id, id, null, name, LivedClass.START);
    Attendee who = ((Sighting.Joined) joined.what()).who();
    return new Event.Witnessed(
        new Sighting(
            joined.meeting(), joined.occurrence(), joined.at(), new Sighting.Waiting(who)));
  }

  @Test
  void timelineInWords_namesNobodyOfThem() {
    Cases.each(
        CASES,
        random -> {
          Set<String> wanted = some(random);
          List<Recorded> rest = without(log(random), wanted);
          List<String> sentences = Deeds.of(fold(rest), rest).stream().map(Deed::sentence).toList();

          for (String key : wanted) {
            Member member = PLAN.person(key).orElseThrow();
            assertThat(sentences)
                .noneMatch(said -> said.toLowerCase(Locale.ROOT).contains(name(member)))
                .noneMatch(said -> said.contains(String.valueOf(member.email())));
          }
        });
  }

  private static String name(Member member) {
    return member.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void issue_keepsWhatWasWrongAndForHowLong() {
    List<Recorded> log = log(new Random(7));
    Issue before = fold(log).issues().find(1).orElseThrow();
    Issue rest = fold(without(log, Set.of("ben", "amara"))).issues().find(1).orElseThrow();

    assertThat(rest.person()).startsWith("forgotten-");
    assertThat(rest.what().text()).startsWith("chloe and Forgotten ").endsWith(" hear nothing");
    assertThat(rest.what().device()).isEqualTo("iPhone");
    assertThat(rest.last().text()).doesNotContain("Ben").doesNotContain("amara");
    assertThat(rest.lasted(LivedClass.END)).isEqualTo(before.lasted(LivedClass.END));
  }

  @Test
  void erasedTwice_getsAnotherAlias() {
    List<Recorded> log = new ArrayList<>(without(log(new Random(3)), Set.of("amara")));
    log.add(next(log, new Event.Erased(1, false)));
    List<Recorded> rest = without(log, Set.of("ben"));

    assertThat(fold(rest).plan().person("forgotten-a")).isPresent();
    assertThat(fold(rest).plan().person("forgotten-b")).isPresent();
  }

  private static String line(Roll.Learner learner) {
    return learner.verdict().status()
        + " "
        + learner.verdict().present()
        + " "
        + learner.verdict().gaps()
        + " "
        + learner.how();
  }

  /** A class as it may go, with people named in all kinds of texts. */
  private static List<Recorded> log(Random random) {
    List<Recorded> log = new ArrayList<>();
    Instant opened = LivedClass.START.minusSeconds(1_800);
    Rooms rooms = new Rooms(List.of(), List.of(), List.of());
    log.add(new Recorded(1, opened, "priya", new Event.Opened(PLAN, rooms, null)));
    Map<String, String> known = Map.of("mail:amara.private@example.com", "amara");
    log.add(next(log, new Event.Acquainted(known)));
    log.add(next(log, new Event.Started(), LivedClass.START));
    LivedClass.of(random).facts().forEach(fact -> log.add(next(log, new Event.Witnessed(fact))));
    log.add(next(log, guest(random)));
    log.add(next(log, new Event.Marked("ben", Mark.Kind.LATE, "Ben Carter rang at nine")));
    String note = "Amara Bello and chloe@learners.example.com wait; “Amara” is loud";
    log.add(next(log, new Event.Noted(NoteFor.TEAM, note, null, null)));
    Issue.What what = new Issue.What("ben", "chloe and amara hear nothing", "iPhone");
    log.add(next(log, new Event.IssueRaised(1, what, null)));
    log.add(next(log, new Event.IssueTurned(1, Issue.State.FIXED, "Ben Carter rang amara")));
    log.add(next(log, new Event.Ended(), LivedClass.END));
    String word = "Ask amara bello and Chloé first, at amara@learners.example.com";
    log.add(next(log, new Event.Debriefed(Event.Topic.NEXT, null, null, word), LivedClass.END));
    return log;
  }

  private static Event guest(Random random) {
    Instant at = LivedClass.START.plusSeconds(random.nextInt(600));
    return new Event.Witnessed(LivedClass.joined("c-guest", "s-guest", null, "Nobody Known", at));
  }

  private static Recorded next(List<Recorded> log, Event event) {
    return next(log, event, LivedClass.START);
  }

  private static Recorded next(List<Recorded> log, Event event, Instant at) {
    return new Recorded(log.size() + 1, at, "callboard", event);
  }

  private static Set<String> some(Random random) {
    Set<String> some = new LinkedHashSet<>();
    for (String key : List.of("amara", "ben", "chloe", "dev", "elena")) {
      if (random.nextBoolean()) {
        some.add(key);
      }
    }
    return some;
  }

  private List<Recorded> without(List<Recorded> log, Set<String> wanted) {
    Erasure erasure = Erasure.of(fold(log), log, wanted);
    return log.stream()
        .map(one ->
            new Recorded(
                one.seq(),
                one.at(),
                erasure.without(one.by()),
                codec.event(codec.without(codec.write(one.event()), erasure))))
        .toList();
  }

  private String json(List<Recorded> log) {
    StringBuilder json = new StringBuilder();
    log.forEach(one -> json.append(codec.write(one.event())).append('\n'));
    return json.toString();
  }

  private static Session fold(List<Recorded> log) {
    return Session.fold(ID, log).orElseThrow();
  }

  private static Roll roll(Session session) {
    return Roll.of(session.register(), session.plan(), LivedClass.END.plusSeconds(60));
  }
}
