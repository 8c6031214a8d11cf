package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.chat.Span;
import dev.callboard.chat.Terms;
import dev.callboard.platform.Samples;
import dev.callboard.session.Event;
import dev.callboard.session.Issue;
import dev.callboard.session.Profile;
import dev.callboard.session.Rooms;
import dev.callboard.session.attendance.Settling;
import dev.callboard.testing.SamplePlans;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodecTest {

  private static final Codec CODEC = new Codec();
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Place PLACE = new Place("slack", "T01", "C05");
  private static final Person FAY = new Person("slack", "T01", "U07", "Fay <3", null);

  private static List<Event> events() {
    return List.of(
        new Event.Opened(SamplePlans.hybrid(), new Rooms(List.of(PLACE), List.of()), Instant.EPOCH),
        new Event.Opened(SamplePlans.hybrid(), new Rooms(List.of(), List.of()), null),
        new Event.Recognised("fay", FAY),
        new Event.Started(),
        new Event.Entered("poll-1"),
        new Event.Ended(),
        new Event.Extended("poll-1", Duration.ofMinutes(-3)),
        new Event.Skipped("poll-1"),
        new Event.Restored("poll-1"),
        new Event.Paused(),
        new Event.Resumed(),
        new Event.Moved("poll-1", "qa"),
        new Event.Moved("poll-1", null),
        new Event.Inserted("film", "A film", Duration.ofMinutes(10), "qa"),
        new Event.Led("qa", "priya"),
        new Event.Posted(3, Event.PostKind.PAGE, "12"),
        new Event.Reworded(3, "ünï \" \n"),
        new Event.TakenBack(3),
        new Event.Noted(Event.NoteFor.DESIGNER, "long", "poll-1", Duration.ofSeconds(-61)),
        new Event.Noted(Event.NoteFor.TEAM, "long", null, null),
        new Event.IssueRaised(1, new Issue.What("ben", "no \"audio\"", "iPhone"), "qa"),
        new Event.IssueRaised(2, new Issue.What(null, "poll does not open", null), null),
        new Event.IssueTurned(1, Issue.State.WAITING, ""),
        new Event.IssueUndone(1, 1),
        new Event.Prompted(
            1,
            "fay",
            List.of(new Event.Reached("time/qa", NOON)),
            List.of(new Event.Reached("left/qa/2", NOON.minusSeconds(120))),
            "Time."),
        new Event.Seen(1),
        new Event.Snoozed(1, NOON),
        new Event.Relayed(List.of(1, 2), List.of("priya")),
        new Event.Asked(1, "fay", "Mute is on", NOON, null),
        new Event.Asked(2, "fay", "Mute is on", NOON, "priya"),
        new Event.Rearmed(List.of("left/qa/2")),
        new Event.Disarmed(List.of(new Event.Reached("left/qa/2", NOON))),
        new Event.Freed(List.of("left/qa/2")),
        new Event.Missed(List.of(new Event.Reached("time/qa", NOON))),
        new Event.Hushed("fay", true),
        new Event.Profiled("fay", "mail:fay@example.com", Profile.USUAL),
        new Event.Profiled(
            "fay",
            null,
            new Profile(List.of(Duration.ofMinutes(5)), Profile.Style.BRIEF, List.of("poll"))),
        new Event.DebriefAsked("fay", 2),
        new Event.Debriefed(Event.Topic.KEEP, null, null, "The poll, \"ü\""),
        new Event.Debriefed(Event.Topic.ACTIVITY, "poll-1", Event.Went.SO_SO, ""),
        new Event.DebriefDone("fay"),
        new Event.DebriefClosed(),
        new Event.Undelivered("post-3", "Slack could not be reached in time."));
  }

  private static List<Event> everything() {
    return Stream.concat(events().stream(), RollEvents.all().stream()).toList();
  }

  /** Every block there is. */
  private static Content content() {
    return Samples.everyBlock()
        .and(new Block.File("roll.csv", "text/csv", "YQ=="))
        .and(new Block.MeetingLink("8123", "Pilot", URI.create("https://meet.example.com/8123")));
  }

  private static List<Outgoing> changes() {
    Destination room = new Destination.Room(PLACE);
    Destination direct = new Destination.Direct(FAY, PLACE);
    Destination alone = new Destination.Direct(FAY, null);
    Content content = content();
    return List.of(
        new Outgoing.Post("a", room, new Message(new Audience.Learners(), content)),
        new Outgoing.Edit("b", direct, new Message(new Audience.Team(), content)),
        new Outgoing.Post("c", alone, new Message(new Audience.One("fay"), content)),
        new Outgoing.Remove("d", room),
        new Outgoing.Post(
            "e",
            direct,
            new Message(new Audience.One("fay"), content),
            Terms.PROMPT.until(NOON.plusSeconds(90)).meantFor(NOON)));
  }

  @Test
  void everyEvent_isReadAsItWasWritten() {
    assertThat(everything()).allSatisfy(e -> assertThat(CODEC.event(CODEC.write(e))).isEqualTo(e));
    assertCovered(Event.class, everything().stream());
    assertCovered(Sighting.What.class, RollEvents.whats());
  }

  @Test
  void everyChange_isReadAsItWasWritten() {
    assertThat(changes()).allSatisfy(c -> assertThat(CODEC.change(CODEC.write(c))).isEqualTo(c));
    assertCovered(Outgoing.class, changes().stream());
    assertCovered(Destination.class, changes().stream().map(Outgoing::to));
    assertCovered(Block.class, content().blocks().stream());
    assertCovered(Span.class, content().blocks().stream().flatMap(CodecTest::spans));
    assertCovered(Button.class, content().blocks().stream().flatMap(CodecTest::buttons));
  }

  @Test
  void changeKeptBeforeThereWereTerms_hasNone() {
    String old = CODEC.write(changes().getLast()).replaceFirst(",\"terms\":\\{[^}]*}", "");

    assertThat(old).doesNotContain("terms");
    assertThat(CODEC.change(old).terms()).isEqualTo(Terms.NONE);
  }

  @Test
  void whatAnotherVersionAdded_isPassedOver() {
    assertThat(CODEC.event("{\"type\":\"Entered\",\"segment\":\"qa\",\"mood\":\"good\"}"))
        .isEqualTo(new Event.Entered("qa"));
  }

  @Test
  void planOfAnOlderVersion_isPromptedAsUsual() {
    Event.Opened opened =
        new Event.Opened(SamplePlans.hybrid(), new Rooms(List.of(), List.of()), null);
    String json = CODEC.write(opened);
    String older =
        json.replaceFirst("\"prompts\":\\{[^}]*},", "")
            .replace(",\"quiet\":false", "")
            .replace("\"cushion\":false,", "");

    assertThat(older).isNotEqualTo(json).doesNotContain("prompts", "quiet", "cushion");
    assertThat(CODEC.event(older)).isEqualTo(opened);
  }

  private static Stream<Span> spans(Block block) {
    return block instanceof Block.Text text ? text.line().spans().stream() : Stream.of();
  }

  private static Stream<Button> buttons(Block block) {
    return block instanceof Block.Actions actions ? actions.buttons().stream() : Stream.of();
  }

  /** Fails when somebody adds a case and no example of it here. */
  private static void assertCovered(Class<?> sealed, Stream<?> examples) {
    Set<Class<?>> seen = examples.map(Object::getClass).collect(Collectors.toSet());
    assertThat(seen).contains(sealed.getPermittedSubclasses());
  }

  @Test
  void promptAskedForBeforeItCouldFollowTheLead_isForWhomItNames() {
    String old =
        "{\"type\":\"Asked\",\"number\":1,\"to\":\"fay\",\"text\":\"Poll\","
            + "\"at\":\"2026-11-24T12:00:00.123456Z\"}";

    assertThat(CODEC.event(old)).isEqualTo(new Event.Asked(1, "fay", "Poll", NOON, null));
  }

  @Test
  void lookFromBeforeTheClockWasOffered_offeredNothing() {
    String old =
        "{\"type\":\"Settled\",\"settling\":{\"greeted\":[],\"needs\":[],\"missing\":true,"
            + "\"welcomed\":false}}";

    assertThat(new Codec().event(old))
        .isEqualTo(
            new Event.Settled(new Settling(List.of(), List.of(), true, null, false, null, false)));
  }

  /** As it was written before it told whether it agrees. */
  @Test
  void accountOfAnOlderLog_isStillToBeCompared() {
    Event.Accounted now =
        new Event.Accounted(
            new dev.callboard.chat.MeetingRecord(
                new dev.callboard.chat.Place("zoom", "ACC1", "81234567890"), "o1", List.of()),
            true);
    String before = new Codec().write(now).replace(",\"agrees\":true", "");

    assertThat(before).doesNotContain("agrees");
    assertThat(new Codec().event(before)).isEqualTo(new Event.Accounted(now.record()));
  }
}
