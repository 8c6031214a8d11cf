package dev.callboard.report.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Person;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import dev.callboard.session.Event;
import dev.callboard.session.attendance.Company;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Settling;
import dev.callboard.session.attendance.Trait;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Events about who was there, in words. */
class DeedsOfPeopleTest {

  private static final Instant START = ToldLog.START;

  private final ToldLog told = new ToldLog();

  /** The events that these tests tell. */
  static Set<Class<?>> told() {
    List<Consumer<DeedsOfPeopleTest>> tests =
        List.of(
            DeedsOfPeopleTest::meeting_byThePlansNamesWhereTheyAreKnown,
            DeedsOfPeopleTest::people_andWhatBecameKnownOfThem,
            DeedsOfPeopleTest::decisions_ofPeople);
    Set<Class<?>> seen = new HashSet<>();
    for (Consumer<DeedsOfPeopleTest> test : tests) {
      DeedsOfPeopleTest one = new DeedsOfPeopleTest();
      test.accept(one);
      one.told.log().forEach(recorded -> seen.add(recorded.event().getClass()));
    }
    return seen;
  }

  private void says(String who, Event event, String words) {
    assertThat(told.by(who, event).last()).isEqualTo(words);
  }

  private void sees(Sighting.What what, String words) {
    assertThat(told.sees(what).last()).isEqualTo(words);
  }

  @Test
  void meeting_byThePlansNamesWhereTheyAreKnown() {
    Attendee femi = ToldLog.zoom("z1", "femi's phone", "femi@example.com", "+44 1");
    Attendee guest = ToldLog.zoom("z2", "iPhone 12", "", "");
    says(
        "callboard",
        new Event.Convened(ToldLog.MEETING, "o1"),
        "people: The first word came of the meeting on Zoom");
    sees(new Sighting.Began(), "people: The meeting on Zoom began");
    sees(new Sighting.Waiting(guest), "people: “iPhone 12” waits to be let in");
    sees(new Sighting.WaitingOver(guest), "people: “iPhone 12” waits no longer");
    sees(new Sighting.Joined(femi), "people: Femi Ade joined by phone");
    sees(new Sighting.Joined(guest), "people: “iPhone 12” joined");
    sees(new Sighting.Bound(femi, "z3", null), "people: Femi Ade is there on two devices");
    sees(new Sighting.Moved(femi, "Room 2"), "people: Femi Ade went to the breakout room “Room 2”");
    sees(new Sighting.Moved(femi, null), "people: Femi Ade came back from the breakout rooms");
    sees(new Sighting.RoleGiven(femi, "co-host"), "people: Femi Ade is co-host from now on");
    sees(new Sighting.Left(guest), "people: “iPhone 12” left");
    sees(
        new Sighting.Gone(guest),
        "people: “iPhone 12” was gone, and nobody had told of their leave");
    sees(
        new Sighting.Named(femi),
        "people: Femi Ade was there at some time, by the meeting's own record");
    sees(new Sighting.Recording(true), "people: The recording was started");
    sees(new Sighting.Recording(false), "people: The recording was stopped");
    sees(
        new Sighting.Trouble("Call Reconnection"),
        "trouble: Zoom told of trouble: Call Reconnection");
    sees(new Sighting.Over(), "people: The meeting on Zoom was over");
  }

  @Test
  void whatIsToldLate_hasItsOwnTime() {
    Attendee femi = ToldLog.zoom("z1", "Femi", "femi@example.com", "");
    Sighting late =
        new Sighting(ToldLog.MEETING, "o1", START.plusSeconds(180), new Sighting.Left(femi));
    told.at("14:20:00");
    says(
        "callboard",
        new Event.Witnessed(late),
        "people: Femi Ade left at 14:03, as was told later");
  }

  @Test
  void people_andWhatBecameKnownOfThem() {
    says(
        "priya",
        new Event.Recognised("priya", new Person("slack", "T", "U7", "Pri", null)),
        "people: Priya Nair was recognised by an account on Slack");
    says(
        "priya",
        new Event.Acquainted(Map.of()),
        "people: Nobody was remembered from earlier classes");
    says(
        "priya",
        new Event.Acquainted(Map.of("name:femi", "femi", "mail:a@b", "femi")),
        "people: What earlier classes taught of 1 person was remembered");
    says("priya", new Event.Rolled(), "people: Priya Nair posted the roll backstage");
    says("callboard", new Event.Reported(), "people: Callboard posted the report backstage");
    says(
        "callboard",
        new Event.Reported(),
        "people: Callboard brought the report backstage up to date");
    says(
        "callboard",
        new Event.Settled(
            new Settling(List.of("mail:a"), List.of("femi"), true, START, false, null, false)),
        "people: Callboard greeted who came, told backstage who is missing and told backstage that"
            + " many left at 14:00");
    says(
        "callboard",
        new Event.Settled(
            new Settling(List.of(), List.of("femi"), false, null, false, null, false)),
        "people: Callboard looked at who came and went");
    says(
        "callboard",
        new Event.Accounted(new MeetingRecord(ToldLog.MEETING, "o1", List.of())),
        "people: Zoom gave its own account of the meeting: 0 stays");
  }

  @Test
  void decisions_ofPeople() {
    told.sees(new Sighting.Joined(ToldLog.zoom("z2", "iPhone 12", "", "")));
    String phone = told.session().register().stays().values().iterator().next().trait();
    String stay = told.session().register().stays().values().iterator().next().key();
    says(
        "priya",
        new Event.Merged(phone, Trait.name("nobody")),
        "decisions: Priya Nair said that “iPhone 12” and somebody in the meeting are one person");
    says(
        "priya",
        new Event.Forgotten(List.of(phone), ""),
        "decisions: Priya Nair took back who “iPhone 12” is");
    says(
        "priya",
        new Event.Parted(stay),
        "decisions: Priya Nair said that a visit of “iPhone 12” was somebody else's");
    says(
        "priya",
        new Event.Matched(List.of(phone), "", null, ""),
        "decisions: Priya Nair said that “iPhone 12” is nobody of the roster");
    says(
        "priya",
        new Event.Matched(List.of(phone), "femi", null, ""),
        "decisions: Priya Nair said that “iPhone 12” is Femi Ade");
    says(
        "priya",
        new Event.Marked("femi", Mark.Kind.EXCUSED, "ill."),
        "decisions: Priya Nair marked Femi Ade excused: ill");
    says(
        "priya",
        new Event.Marked("femi", null, ""),
        "decisions: Priya Nair took back how Femi Ade was marked");
    says(
        "priya",
        new Event.Accompanied("femi", new Company(List.of("lee"), 4)),
        "decisions: Priya Nair said that Femi Ade sits in one room with Lee Wong and 4 more");
    says(
        "priya",
        new Event.Accompanied("femi", new Company(List.of(), 0)),
        "decisions: Priya Nair said that Femi Ade sits in a room alone");
    says(
        "priya",
        new Event.Ruled(Policy.USUAL),
        "decisions: Priya Nair set other rules of attendance for this class");
    says(
        "priya",
        new Event.Ruled(null),
        "decisions: Priya Nair went back to the plan's rules of attendance");
    says(
        "callboard",
        new Event.Reconciled(false),
        "decisions: Callboard settled attendance by what was seen in class");
    says(
        "priya",
        new Event.Reconciled(true),
        "decisions: Priya Nair settled attendance by the platforms' own accounts");
    says("priya", new Event.Finalised(), "decisions: Priya Nair signed attendance off");
    says(
        "priya",
        new Event.Erasing("femi"),
        "decisions: Priya Nair asked for somebody to be erased from the records");
    says("callboard", new Event.Erased(1, false), "decisions: 1 person was erased from the log");
    says(
        "callboard",
        new Event.Erased(3, true),
        "decisions: All but the team were erased from the log");
  }

  @Test
  void needs_areNeverSaid() {
    told.sees(new Sighting.Joined(ToldLog.zoom("z1", "Femi", "femi@example.com", "")));
    told.callboard(
        new Event.Settled(
            new Settling(
                List.of("mail:femi@example.com"), List.of("femi"), true, null, true, null, false)));
    assertThat(told.deeds()).noneMatch(deed -> deed.sentence().contains("SECRET NEED"));
    assertThat(told.deeds()).noneMatch(deed -> deed.sentence().contains("need"));
  }
}
