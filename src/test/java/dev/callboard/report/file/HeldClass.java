package dev.callboard.report.file;

import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.report.model.ClassReport;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;

/** The shipped class, held as classes are: late, with people coming and going, and some notes. */
final class HeldClass {

  private final TestDesk desk = TestDesk.shipped();

  private HeldClass() {}

  /** As the producer has it, a while after its end. */
  static ClassReport report() {
    return new HeldClass().report(Duration.ZERO);
  }

  /** The same when nobody waits any more for what the team has to say. */
  static ClassReport debriefed() {
    return new HeldClass().report(Duration.ofDays(8));
  }

  private ClassReport report(Duration later) {
    desk.types("priya", "open hybrid-meetings");
    SessionId id = desk.ledger().at(desk.backstage()).orElseThrow();
    goes();
    desk.passes(later);
    List<Recorded> log = desk.ledger().read(id, 0);
    Session session = Session.fold(id, log).orElseThrow();
    return ClassReport.of(session, log, desk.clock().instant());
  }

  private void waits(int seconds) {
    desk.passes(Duration.ofSeconds(seconds));
  }

  private void goes() {
    List<Member> learners = SamplePlans.shipped("hybrid-meetings").withRole(Role.LEARNER).toList();
    waits(300);
    desk.joins("fay");
    for (int i = 0; i < learners.size() - 4; i++) {
      waits(13 + i * 7 % 29);
      desk.joins(learners.get(i).key());
    }
    waits(240);
    desk.types("priya", "start");
    desk.types("priya", "welcome");
    waits(290);
    desk.types("priya", "link workbook");
    desk.joins(learners.get(14).key());
    waits(40);
    desk.types("priya", "next");
    desk.types("priya", "page 4");
    waits(150);
    desk.guestJoins("g1", "iPhone von Jörg");
    desk.types("priya", "issue ben no audio on iphone");
    waits(210);
    desk.joins(learners.get(15).key());
    desk.types("priya", "issue poll does not open for amara bello");
    desk.types(
        "priya",
        "note designer: The poll needs a minute more; two people asked which week is meant");
    waits(95);
    desk.types("priya", "fix ben headset replugged, amara helped him");
    desk.types("priya", "next");
    desk.typesInClass("priya", "say The handout is in two languages, Spanish from page 3");
    waits(200);
    desk.leaves("ben");
    waits(180);
    desk.types(
        "priya",
        "note client: Three people shared one room in Leeds and could not use the board; a second"
            + " camera would help");
    desk.joins("ben");
    waits(100);
    desk.typesInClass("priya", "say wrong room");
    desk.types("priya", "undo");
    desk.types("priya", "issues poll cannot too old a browser");
    desk.types("priya", "skip gallery-walk");
    desk.types("priya", "next");
    waits(120);
    desk.types("priya", "pause");
    waits(75);
    desk.types("priya", "resume");
    waits(200);
    desk.types("fay", "note facilitator: Ask for a show of hands before the breakout");
    desk.leaves("grace");
    waits(200);
    desk.types("priya", "extend 2");
    waits(120);
    for (int seconds : new int[] {660, 345, 540, 170}) {
      desk.types("priya", "next");
      waits(seconds);
    }
    desk.types("priya", "note The recording began a minute late");
    desk.leaves("hugo");
    waits(45);
    learners.stream()
        .limit(16)
        .filter(learner -> !List.of("grace", "hugo").contains(learner.key()))
        .forEach(learner -> desk.leaves(learner.key()));
    desk.types("priya", "end");
    waits(600);
    desk.types("priya", "mark quinn excused ill, told us by mail");
    desk.types("fay", "debrief keep The drawing that went round");
    desk.types("fay", "debrief activity poll-1 badly Nobody found the button");
    desk.types("priya", "debrief next Open the poll before the break");
  }
}
