package dev.callboard.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Classes.Worry;
import dev.callboard.plan.Segment;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A class as it stands, as JSON: lengths in seconds, instants in ISO 8601. */
final class SessionView {

  private SessionView() {}

  static ObjectNode of(Session session, Roll roll, List<Worry> worries, Instant now) {
    Run run = session.run();
    Timeline timeline = Timeline.of(session.plan(), run, now);
    ObjectNode root =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", session.id().value())
            .put("plan", session.plan().key())
            .put("title", session.plan().title())
            .put("zone", session.plan().zone().getId())
            .put("seq", session.seq())
            .put("state", state(run))
            .put("asOf", now.toString())
            .put("plannedStart", text(run.plannedStart()))
            .put("startedAt", text(run.startedAt()))
            .put("pausedAt", text(run.pausedAt()))
            .put("endedAt", text(run.endedAt()))
            .put("plannedEnd", timeline.planned().end().toString())
            .put("projectedEnd", timeline.end().toString())
            .put("behindSeconds", timeline.behind().toSeconds())
            .put("current", session.segment().map(Segment::key).orElse(null))
            .put("next", session.following().map(Segment::key).orElse(null));
    ArrayNode segments = root.putArray("segments");
    timeline.slots().forEach(slot -> segments.add(segment(slot)));
    root.putObject("presence")
        .put("told", !session.register().holdings().isEmpty())
        .put("expected", roll.learners().size())
        .put("present", roll.here().count())
        .put("unknown", roll.unknown().stream().filter(Roll.Guest::here).count());
    ArrayNode list = root.putArray("worries");
    worries.forEach(
        worry -> list.addObject().put("level", worry.level()).put("words", worry.words()));
    return root;
  }

  private static ObjectNode segment(Slot slot) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("key", slot.key())
        .put("title", slot.segment().title())
        .put("phase", slot.phase().name().toLowerCase(Locale.ROOT))
        .put("plannedStart", slot.planned().start().toString())
        .put("plannedEnd", slot.planned().end().toString())
        .put("starts", slot.starts().toString())
        .put("ends", slot.ends().toString())
        .put("plannedSeconds", slot.segment().planned().toSeconds())
        .put("allottedSeconds", slot.allotted().toSeconds())
        .put("spentSeconds", slot.actual().spent().toSeconds())
        .put("overSeconds", slot.over().toSeconds());
  }

  private static String state(Run run) {
    return run.ended() ? "ended" : run.paused() ? "paused" : run.live() ? "running" : "open";
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
