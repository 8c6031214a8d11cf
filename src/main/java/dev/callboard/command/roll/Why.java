package dev.callboard.command.roll;

import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.plan.Member;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Reasons;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Roll.Learner;
import dev.callboard.session.attendance.SegmentRoll;
import dev.callboard.session.attendance.Stretch;
import dev.callboard.session.attendance.Verdict;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Explains a learner's attendance: what it comes to, why, when they were there, and in what. */
public final class Why implements Command {

  private static final int STRETCHES = 12;

  private static final Spec SPEC =
      new Spec(
          "why",
          List.of(Param.text("name", 200)),
          Spec.TEAM,
          "Explain a learner's attendance",
          List.of("why amara"),
          27);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Member member = Learners.named(session, call.arguments().text("name"), key -> "why " + key);
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    return Decision.tell(content(session, roll, roll.learner(member.key()).orElseThrow()));
  }

  static Content content(Session session, Roll roll, Learner learner) {
    ZoneId zone = session.plan().zone();
    Content content =
        Content.of(new Heading(learner.member().name()), new Text(reason(learner, zone)));
    if (!learner.stretches().isEmpty()) {
      content = content.and(new Text(times(learner, zone)));
    }
    String missed = missed(session, roll, learner);
    if (!missed.isEmpty()) {
      content = content.and(new Text(Line.of("There for less than half of: " + missed)));
    }
    String beside = learner.beside() == null ? "" : ", in the room of " + learner.beside();
    return content.and(new Small(Line.of(known(session, roll, learner) + beside)));
  }

  /** Of whoever is in no platform's own account it may be known from what was told. */
  private static String known(Session session, Roll roll, Learner learner) {
    if (learner.how() != null) {
      return "recognised " + learner.how().words();
    }
    String account = learner.verdict().account();
    boolean told =
        account != null
            && Roll.of(session.register().counting(false), session.plan(), roll.now())
                .learner(learner.member().key())
                .filter(one -> one.how() != null)
                .isPresent();
    return told
        ? "seen while the class ran, but " + account + " counts and does not name them"
        : "never seen themselves";
  }

  /** Before the class starts nobody is missing who is in the meeting already. */
  private static Line reason(Learner learner, ZoneId zone) {
    Verdict verdict = learner.verdict();
    return learner.here() && verdict.joined() == null && verdict.mark() == null
        ? Line.empty().strong("here").plain(" · minutes count from the start of the class")
        : Line.empty().strong(verdict.status().word()).plain(" · " + Reasons.of(verdict, zone));
  }

  private static Line times(Learner learner, ZoneId zone) {
    Line line = Line.empty();
    List<Stretch> all = learner.stretches().stream().distinct().toList(); // own, and of a room
    for (Stretch stretch : all.subList(0, Math.min(STRETCHES, all.size()))) {
      line = line.spans().isEmpty() ? line : line.plain(", ");
      line = line.plain(stretch.start() == Stretch.Start.UNKNOWN ? "?" : "");
      line = line.clock(stretch.from(), zone).plain("–");
      line =
          stretch.end() == Stretch.End.HERE
              ? line.plain("now")
              : line.plain(Times.clock(stretch.to(), zone))
                  .plain(guessed(stretch.end()) ? "?" : "");
    }
    return all.size() > STRETCHES ? line.plain(" …") : line;
  }

  private static boolean guessed(Stretch.End end) {
    return end == Stretch.End.ASSUMED || end == Stretch.End.JOINED_AGAIN || end == Stretch.End.GONE;
  }

  /** What still runs is not missed yet. */
  private static String missed(Session session, Roll roll, Learner learner) {
    String running = session.run().current().map(Item::key).orElse("");
    return SegmentRoll.of(session.register().course(), roll.now()).stream()
        .filter(segment -> !segment.segment().equals(running))
        .filter(segment -> segment.missed(learner.verdict(), learner.spans()))
        .map(segment ->
            session
                .run()
                .order()
                .find(segment.segment())
                .map(item -> item.segment().title())
                .orElse(segment.segment()))
        .collect(Collectors.joining(", "));
  }
}
