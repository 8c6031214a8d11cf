package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.command.Engagement.Stage;
import dev.callboard.command.Lost;
import dev.callboard.command.clock.Cue;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Resource;
import dev.callboard.plan.Segment;
import dev.callboard.platform.PageBlocks;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Post;
import dev.callboard.session.Recorded;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class as its desk draws it, as JSON: numbers in seconds, instants in ISO 8601. It is the same
 * for all readers of a kind, who see what the report would tell them.
 */
final class ClassView {

  private static final int SHOWN = 40;
  static final int LOST = 10;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Session session;
  private final Plan plan;
  private final Timeline timeline;
  private final ObjectNode root = JSON.objectNode();

  private ClassView(Session session, Instant now) {
    this.session = session;
    this.plan = session.plan();
    this.timeline = Timeline.of(plan, session.run(), now);
  }

  /**
   * What did not arrive.
   *
   * @param letters the newest of it
   * @param count of all
   */
  record Lack(List<Lost> letters, int count) {}

  static ObjectNode of(Session session, Roll roll, Lack lack, Reader reader, Instant now) {
    ClassView view = new ClassView(session, now);
    view.clock();
    view.sheet();
    view.next();
    view.root.set("people", PeopleView.of(session, roll, reader));
    ObjectNode prompts = view.root.putObject("prompts");
    PromptsView.fill(prompts, session, reader, now);
    view.posts();
    view.notes(reader);
    IssuesView.fill(view.root.putArray("issues"), session, roll, reader);
    view.links();
    view.lost(reader == Reader.PRODUCER ? lack.letters() : List.of());
    ArrayNode worries = view.root.putArray("worries");
    Worry.of(session, Heads.of(session, roll), lack.count(), now)
        .forEach(worry ->
            worries.addObject().put("level", worry.level().name()).put("words", worry.words()));
    return view.root;
  }

  private void clock() {
    Run run = session.run();
    root.put("id", session.id().value())
        .put("seq", session.seq())
        .put("title", cut(plan.title()))
        .put("zone", plan.zone().getId())
        .put("state", Stage.of(run).name())
        .put("pausedAt", text(run.pausedAt()))
        .put("plannedStart", text(run.plannedStart()))
        .put("startedAt", text(run.startedAt()))
        .put("endedAt", text(run.endedAt()))
        .put("planStart", timeline.planned().start().toString())
        .put("planEnd", timeline.planned().end().toString())
        .put("start", timeline.expected().start().toString())
        .put("end", timeline.end().toString())
        .put("behind", timeline.behind().toSeconds())
        .put("behindSince", timeline.behindSinceStart().toSeconds());
  }

  private void sheet() {
    ArrayNode slots = root.putArray("slots");
    timeline.slots().forEach(slot -> slots.add(slot(slot)));
  }

  private ObjectNode slot(Slot slot) {
    ObjectNode node =
        JSON.objectNode()
            .put("key", slot.key())
            .put("title", cut(slot.segment().title()))
            .put("phase", slot.phase().name())
            .put("plannedStart", slot.planned().start().toString())
            .put("plannedEnd", slot.planned().end().toString())
            .put("starts", slot.starts().toString())
            .put("ends", slot.ends().toString())
            .put("allotted", slot.allotted().toSeconds())
            .put("planned", slot.segment().planned().toSeconds())
            .put("left", slot.left().toSeconds())
            .put("spent", slot.actual().spent().toSeconds())
            .put("over", slot.over().toSeconds())
            .put("lead", lead(slot.segment()))
            .put("cue", Cue.of(slot.segment()).map(PageBlocks::cut).orElse(null));
    if (slot.actual().start() != null) {
      node.put("began", text(slot.actual().start())).put("left_at", text(slot.actual().end()));
    }
    if (slot.actual().visits() > 1) {
      node.put("visits", slot.actual().visits());
    }
    if (!slot.actual().paused().isZero()) {
      node.put("paused", slot.actual().paused().toSeconds());
    }
    if (slot.segment().fixedStart() != null || slot.segment().fixedEnd() != null) {
      node.put("fixed", true);
    }
    ArrayNode pages = node.putArray("pages");
    slot.segment().pages().forEach(page -> pages.add(page.number()));
    return node;
  }

  private @Nullable String lead(Segment segment) {
    return plan.lead(segment).map(Member::name).map(PageBlocks::cut).orElse(null);
  }

  /** What the producer has to make ready, or does now. */
  private void next() {
    session.segment().ifPresent(segment -> root.put("current", segment.key()));
    session.following().or(this::first).ifPresent(segment -> root.put("next", segment.key()));
  }

  private Optional<Segment> first() {
    return session.run().startedAt() == null
        ? Optional.of(session.run().order().first().segment())
        : Optional.empty();
  }

  private void posts() {
    ArrayNode posts = root.putArray("posts");
    session.posts().reversed().stream()
        .limit(SHOWN)
        .forEach(post ->
            posts
                .addObject()
                .put("number", post.number())
                .put("kind", post.kind().name().toLowerCase(Locale.ROOT))
                .put("what", cut(said(post)))
                .put("by", name(post.by()))
                .put("at", post.at().toString())
                .put("takenBack", post.takenBack())
                .put("changeable", post.changeable(timeline.now())));
  }

  private String said(Post post) {
    if (post.rewording() != null) {
      return post.rewording();
    }
    return switch (post.kind()) {
      case WELCOME -> "Welcome";
      case LINKS -> "All links";
      case PAGE -> "Page " + post.subject();
      case LINK -> plan.resource(post.subject()).map(Resource::title).orElse(post.subject());
      case SAY -> post.subject();
    };
  }

  private void notes(Reader reader) {
    ArrayNode notes = root.putArray("notes");
    session.notes().reversed().stream()
        .filter(note -> reader.reads(note.reader()))
        .limit(SHOWN)
        .forEach(note ->
            notes
                .addObject()
                .put("for", note.reader().name().toLowerCase(Locale.ROOT))
                .put("text", cut(note.text()))
                .put("by", name(note.by()))
                .put("at", note.at().toString())
                .put("segment", segment(note.segment())));
  }

  private @Nullable String segment(@Nullable String key) {
    return key == null
        ? null
        : session.run().order().find(key).map(item -> cut(item.segment().title())).orElse(null);
  }

  private void links() {
    ArrayNode links = root.putArray("links");
    plan.resources().stream()
        .filter(resource -> resource.audience() == Resource.Show.LEARNERS)
        .forEach(resource ->
            links.addObject().put("key", resource.key()).put("title", cut(resource.title())));
  }

  private void lost(List<Lost> lost) {
    ArrayNode letters = root.putArray("lost");
    lost.forEach(letter ->
        letters
            .addObject()
            .put("at", letter.at().toString())
            .put("what", cut(Lost.what(session, letter.change())))
            .put("why", cut(letter.sentence())));
  }

  private String name(String key) {
    return name(plan, key);
  }

  /** As the plan calls somebody; strangers and Callboard itself by what they are. */
  static String name(Plan plan, String key) {
    return cut(
        plan.person(key)
            .map(Member::name)
            .orElse(key.equals(Recorded.CALLBOARD) ? "Callboard" : "somebody"));
  }

  static String cut(String text) {
    return PageBlocks.cut(text);
  }

  static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
