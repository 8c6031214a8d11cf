package dev.callboard.report.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.report.model.Attendance;
import dev.callboard.report.model.Attendance.Person;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Debriefing;
import dev.callboard.report.model.Header;
import dev.callboard.report.model.Timing;
import dev.callboard.report.model.Troubles;
import dev.callboard.report.model.Words;
import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The report as JSON. Names of fields are never changed; new ones may come. Times are ISO 8601 in
 * UTC, durations whole seconds, what there is none of is null.
 */
public final class ReportJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ReportJson() {}

  public static ObjectNode of(ClassReport report) {
    ObjectNode root = NODES.objectNode();
    root.put("for", report.reader().word());
    header(root, report.header());
    root.set("timing", timing(report.header(), report.timing()));
    root.set("attendance", attendance(report.attendance()));
    ArrayNode presence = root.putArray("presence");
    report
        .presence()
        .steps()
        .forEach(
            step -> presence.addObject().put("at", at(step.at())).put("people", step.people()));
    said(root, report);
    root.put("rules", report.header().rules());
    root.set("issues", issues(report.troubles()));
    return root;
  }

  private static void header(ObjectNode root, Header header) {
    root.put("session", header.session());
    root.put("plan", header.plan());
    root.put("title", header.title());
    root.put("client", header.client());
    root.put("client_title", header.clientTitle());
    root.put("zone", header.zone().getId());
    root.put("planned_start", at(header.plannedStart()));
    root.put("planned_end", at(header.plannedEnd()));
    root.put("started", at(header.started()));
    root.put("ended", at(header.ended()));
    root.put("revision", header.revision().number());
    root.put("state", header.revision().state().word());
    root.put("as_of", at(header.asOf()));
    root.put("result", header.result());
  }

  private static ObjectNode timing(Header header, Timing timing) {
    ObjectNode node = NODES.objectNode();
    node.put("state", word(timing.state()));
    node.put("deviation_seconds", timing.deviation().toSeconds());
    ArrayNode segments = node.putArray("segments");
    for (Timing.Part part : timing.parts()) {
      ObjectNode one = segments.addObject();
      one.put("segment", part.segment());
      one.put("title", part.title());
      one.put("fate", word(part.fate()));
      one.put("planned_start", header.anHour() ? at(part.planned().start()) : null);
      one.put("planned_seconds", part.plannedLength().toSeconds());
      one.put("spent_seconds", part.spent().toSeconds());
      one.put("over_seconds", part.over().toSeconds());
      one.put("paused_seconds", part.paused().toSeconds());
      one.put("extended_seconds", part.extra().toSeconds());
      one.put("inserted", part.inserted());
      one.put("moved", part.moved());
      windows(one.putArray("visits"), part.visits());
    }
    ArrayNode causes = node.putArray("causes");
    timing
        .causes()
        .forEach(cause ->
            causes
                .addObject()
                .put("kind", word(cause.kind()))
                .put("segment", cause.segment())
                .put("words", cause.words())
                .put("seconds", cause.by().toSeconds()));
    windows(node.putArray("pauses"), timing.pauses());
    return node;
  }

  private static void windows(ArrayNode array, List<Window> windows) {
    windows.forEach(
        window -> array.addObject().put("from", at(window.start())).put("to", at(window.end())));
  }

  private static ObjectNode attendance(Attendance attendance) {
    ObjectNode node = NODES.objectNode();
    node.put("expected", attendance.expected());
    node.put("guests", attendance.guests());
    node.put("unnamed", attendance.unnamed());
    ObjectNode counts = node.putObject("counts");
    attendance.counts().forEach((status, number) -> counts.put(word(status), number));
    ArrayNode segments = node.putArray("segments");
    attendance
        .segments()
        .forEach(segment ->
            segments
                .addObject()
                .put("segment", segment.segment())
                .put("title", segment.title())
                .put("ran_seconds", segment.ran().toSeconds())
                .put("present", segment.present())
                .put("missed", segment.missed()));
    ArrayNode people = node.putArray("people");
    attendance.people().forEach(person -> people.add(person(person)));
    return node;
  }

  private static ObjectNode person(Person person) {
    ObjectNode node = NODES.objectNode();
    node.put("kind", person.kind().word());
    node.put("id", person.id());
    node.put("name", person.name());
    node.put("email", person.email());
    node.put("status", person.status().word());
    node.put("minutes", person.minutes());
    node.put("seconds", person.present().toSeconds());
    node.put("of_minutes", person.of().toMinutes());
    node.put("first_join", at(person.joined()));
    node.put("last_leave", at(person.left()));
    node.put("late_seconds", seconds(person.late()));
    node.put("early_seconds", seconds(person.early()));
    node.put("reason", person.why());
    ArrayNode parts = node.putArray("segments");
    person
        .parts()
        .forEach(part ->
            parts
                .addObject()
                .put("segment", part.segment())
                .put("attended_seconds", part.attended().toSeconds())
                .put("missed", part.missed()));
    return node;
  }

  private static void said(ObjectNode root, ClassReport report) {
    ArrayNode posts = root.putArray("posts");
    report
        .posts()
        .forEach(post ->
            posts
                .addObject()
                .put("number", post.number())
                .put("kind", word(post.kind()))
                .put("words", post.words())
                .put("url", post.url())
                .put("by", post.by())
                .put("at", at(post.at()))
                .put("segment", post.segment())
                .put("reworded", post.reworded())
                .put("taken_back", post.takenBack()));
    ArrayNode notes = root.putArray("notes");
    report
        .notes()
        .forEach(note ->
            notes
                .addObject()
                .put("for", word(note.reader()))
                .put("text", note.text())
                .put("by", note.by())
                .put("at", at(note.at()))
                .put("segment", note.segment())
                .put("behind_seconds", seconds(note.behind())));
    root.set("debrief", report.reader().seesTeam() ? debrief(report.debrief()) : null);
    ObjectNode prompts = root.putObject("prompts");
    prompts.put("count", report.prompting().said().size());
    prompts.put("median_late_millis", millis(report.prompting().medianLate()));
    prompts.put("worst_late_millis", millis(report.prompting().worstLate()));
    ArrayNode said = prompts.putArray("said");
    report
        .prompting()
        .said()
        .forEach(prompt ->
            said.addObject()
                .put("number", prompt.number())
                .put("to", prompt.to())
                .put("at", at(prompt.at()))
                .put("about", prompt.about())
                .put("words", prompt.words())
                .put("late_millis", prompt.late().toMillis()));
    ArrayNode unsaid = prompts.putArray("unsaid");
    report
        .prompting()
        .unsaid()
        .forEach(mark -> unsaid.addObject().put("about", mark.about()).put("due", at(mark.due())));
    ArrayNode lost = root.putArray("undelivered");
    report
        .undelivered()
        .forEach(one ->
            lost.addObject().put("what", one.what()).put("why", one.why()).put("at", at(one.at())));
  }

  private static ObjectNode issues(Troubles troubles) {
    ObjectNode node = NODES.objectNode();
    node.put("count", troubles.count());
    node.put("fixed", troubles.fixed());
    node.put("lost_seconds", troubles.lost().toSeconds());
    ArrayNode all = node.putArray("all");
    troubles
        .all()
        .forEach(one ->
            all.addObject()
                .put("number", one.number())
                .put("who", one.who())
                .put("what", one.what())
                .put("device", one.device())
                .put("at", at(one.at()))
                .put("segment", one.segment())
                .put("state", one.state().word())
                .put("said", one.said())
                .put("lost_seconds", one.lost().toSeconds())
                .put("by", one.by()));
    return node;
  }

  private static ObjectNode debrief(Debriefing debrief) {
    ObjectNode node = NODES.objectNode();
    node.put("closed", debrief.closed());
    ArrayNode answers = node.putArray("answers");
    debrief
        .answers()
        .forEach(answer ->
            answers
                .addObject()
                .put("role", answer.role().word())
                .put("topic", word(answer.topic()))
                .put("segment", answer.segment())
                .put("went", answer.went() == null ? null : Words.went(answer.went()))
                .put("text", answer.text()));
    return node;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static @Nullable String at(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : (Long) duration.toSeconds();
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : (Long) duration.toMillis();
  }
}
