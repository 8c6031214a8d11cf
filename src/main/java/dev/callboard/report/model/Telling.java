package dev.callboard.report.model;

import dev.callboard.plan.Member;
import dev.callboard.plan.Page;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Resource;
import dev.callboard.plan.Role;
import dev.callboard.session.Debrief;
import dev.callboard.session.Issue;
import dev.callboard.session.Issues;
import dev.callboard.session.Note;
import dev.callboard.session.Post;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Window;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what keys and numbers of a class mean, in words. */
final class Telling {

  private final Plan plan;
  private final Map<String, Member> people;
  private final Map<String, String> segments;
  private final Timing timing;

  Telling(Session session, Timing timing) {
    plan = session.plan();
    people = plan.people().stream().collect(Collectors.toMap(Member::key, Function.identity()));
    segments =
        timing.parts().stream().collect(Collectors.toMap(Timing.Part::segment, Timing.Part::title));
    this.timing = timing;
  }

  /** The name of whoever did something, as the log has them. */
  String name(String by) {
    Member member = people.get(by);
    if (member != null) {
      return member.name();
    }
    return by.equals(Recorded.CALLBOARD) ? "Callboard" : "somebody not in the plan";
  }

  Role role(String person) {
    Member member = people.get(person);
    return member == null ? Role.STRANGER : member.role();
  }

  /** A segment's title. */
  String title(String segment) {
    return segments.getOrDefault(segment, segment);
  }

  Remark remark(Note note) {
    String segment = note.segment() == null ? "" : title(note.segment());
    return new Remark(
        note.reader(), note.text(), name(note.by()), note.at(), segment, note.behind());
  }

  Posted posted(Post post) {
    String rewording = post.rewording();
    return new Posted(
        post.number(),
        post.kind(),
        rewording == null ? words(post) : rewording,
        rewording == null ? url(post) : "",
        name(post.by()),
        post.at(),
        timing.titleAt(post.at()),
        rewording != null,
        post.takenBack());
  }

  /** What was wrong in the class, as of an instant. */
  Troubles troubles(Session session, Instant now) {
    Window time = Issues.classTime(session.run(), now);
    return Troubles.of(session.issues().known().map(issue -> trouble(issue, time)).toList());
  }

  private Trouble trouble(Issue issue, Window time) {
    Issue.What what = issue.what();
    return new Trouble(
        issue.number(),
        what.person() == null ? "" : name(what.person()),
        what.text(),
        what.device() == null ? "" : what.device(),
        issue.first().at(),
        issue.segment() == null ? "" : title(issue.segment()),
        issue.state(),
        issue.last().text(),
        issue.lost(time),
        name(issue.first().by()));
  }

  Debriefing debriefing(Debrief debrief) {
    return new Debriefing(debrief.answers().stream().map(this::answer).toList(), debrief.closed());
  }

  private Debriefing.Answer answer(Debrief.Answer answer) {
    return new Debriefing.Answer(
        role(answer.by()),
        answer.topic(),
        answer.segment() == null ? "" : title(answer.segment()),
        answer.went(),
        answer.text());
  }

  private String words(Post post) {
    return switch (post.kind()) {
      case SAY -> post.subject();
      case WELCOME -> "Welcome to " + plan.title();
      case LINKS -> "All links of the class";
      case LINK -> resource(post).map(Resource::title).orElse(post.subject());
      case PAGE -> "Workbook page " + post.subject() + page(post.subject());
    };
  }

  private Optional<Resource> resource(Post post) {
    return plan.resource(post.subject());
  }

  private String url(Post post) {
    return switch (post.kind()) {
      case LINK -> resource(post).map(found -> found.url().toString()).orElse("");
      case SAY, WELCOME, LINKS, PAGE -> "";
    };
  }

  private String page(String number) {
    return plan.segments().stream()
        .flatMap(segment -> segment.pages().stream())
        .filter(page -> String.valueOf(page.number()).equals(number))
        .map(Page::title)
        .filter(title -> title != null)
        .findFirst()
        .map(title -> " · " + title)
        .orElse("");
  }
}
