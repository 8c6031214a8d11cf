package dev.callboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter must do. The test of an adapter extends it and brings a kit. */
public abstract class PlatformContract {

  protected final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  protected final RecordingDoor door = new RecordingDoor();
  protected PlatformKit kit;

  /** A fresh adapter on a fresh fake platform. */
  protected abstract PlatformKit open(Door door, SettableClock clock);

  @BeforeEach
  void openKit() {
    kit = open(door, clock);
  }

  @AfterEach
  void closeKit() {
    kit.close();
  }

  @Test
  void typedCommand_reachesTheDoorAsNeutralWords() {
    assertThat(kit.adapter().accept(kit.typed("1", "page 12")).status()).isBetween(200, 202);

    Inbound.Command command = door.commands().getFirst();
    assertThat(command.line()).isEqualTo("page 12");
    assertThat(command.via()).isEqualTo(Inbound.Via.TYPED);
    assertThat(command.place()).isEqualTo(kit.classRoom());
    assertThat(command.kind()).isEqualTo(PlaceKind.UNKNOWN);
    assertThat(command.from().sameAccount(kit.person())).isTrue();
    assertThat(command.delivery().key()).startsWith(kit.adapter().platform() + ":");
  }

  @Test
  void button_doesWhatItsLineSays() {
    assertThat(kit.adapter().accept(kit.pressed("1", "@hybrid-1 undo 3")).status())
        .isBetween(200, 202);

    Inbound.Command command = door.commands().getFirst();
    assertThat(command.line()).isEqualTo("@hybrid-1 undo 3");
    assertThat(command.via()).isEqualTo(Inbound.Via.BUTTON);
    assertThat(command.from().sameAccount(kit.person())).isTrue();
  }

  /** What the platform does to characters on the way must be undone. */
  @ParameterizedTest
  @ValueSource(strings = {"say Q&A at 14:00 <now> = \"50%\" + more", "note ana: página 12 — ¿qué?"})
  void line_arrivesAsItWasWrittenTypedOrOnAButton(String line) {
    kit.adapter().accept(kit.typed("1", line));
    kit.adapter().accept(kit.pressed("2", "@hybrid-1 " + line));

    assertThat(door.commands())
        .extracting(Inbound.Command::line)
        .containsExactly(line, "@hybrid-1 " + line);
  }

  @Test
  void sameDeliveryTwice_hasOneKey() {
    kit.adapter().accept(kit.typed("1", "next"));
    kit.adapter().accept(kit.typed("1", "next"));
    kit.adapter().accept(kit.typed("2", "next"));

    assertThat(door.received().stream().map(inbound -> inbound.delivery().key()).distinct())
        .hasSize(2);
  }

  @Test
  void unsignedForgedTamperedOrStale_isRefusedAndReachesNobody() {
    WebhookRequest sound = kit.typed("1", "end");
    for (WebhookRequest request :
        List.of(
            kit.unsigned(sound), kit.forged(sound), kit.tampered(sound), kit.stale("1", "end"))) {
      assertThat(kit.adapter().accept(request).status()).isIn(401, 403);
    }
    assertThat(door.received()).isEmpty();
  }

  @Test
  void ownMessage_isNotHeard() {
    kit.own()
        .ifPresent(
            request -> assertThat(kit.adapter().accept(request).status()).isBetween(200, 202));
    assertThat(door.received()).isEmpty();
  }

  static Stream<byte[]> hostileBodies() {
    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);
    byte[] huge = "[".repeat(2 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
    return Stream.concat(
        Stream.of(noise, huge, new byte[0]),
        Stream.of(
                "{",
                "{}",
                "[]",
                "null",
                "123",
                "\"text\"",
                "payload=",
                "payload=%7B%7D",
                "payload=123",
                "payload=%5B%5D",
                "a=%ZZ",
                "command=%2Fclass",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"message\"}",
                "{\"type\":\"invoke\",\"name\":\"x\"}",
                "{\"type\":42,\"event\":[1]}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"no_such_event\"}}",
                "{\"id\":{},\"line\":[]}")
            .map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("hostileBodies")
  void hostileBody_isAnsweredCalmlyAndReachesNobody(byte[] body) {
    WebhookRequest signed = kit.signed(body);

    assertThat(kit.adapter().accept(signed).status()).isBetween(200, 499);
    assertThat(kit.adapter().accept(kit.unsigned(signed)).status()).isBetween(400, 499);
    assertThat(door.commands()).isEmpty();
  }

  @Test
  void answer_isForTheCallerAlone() {
    door.answer(Reply.tell("Page 12 is up"));

    kit.adapter().accept(kit.pressed("1", "page 12"));

    assertThat(kit.shownToAll()).isEmpty();
  }

  @Test
  void everyBlock_isShownWithinTheLimits() throws PlatformException {
    kit.adapter().send(post("status", Samples.everyBlock()));

    String wire = kit.shownToAll().getFirst();
    assertThat(kit.faults(wire)).isEmpty();
    assertThat(wire).contains("Poll 1").contains("handout.pdf").contains("Post it");
  }

  @Test
  void longContent_isCutToWhatThePlatformTakes() throws PlatformException {
    kit.adapter().send(post("long", Samples.tooLong()));

    assertThat(kit.faults(kit.shownToAll().getFirst())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.callboard.platform.Samples#hostileNames")
  void foreignText_isOnlyText(String name) throws PlatformException {
    kit.adapter().send(post("hello", Samples.everywhere(name)));

    String wire = kit.shownToAll().getFirst();
    assertThat(kit.faults(wire)).isEmpty();
    assertThat(kit.harmless(wire, name)).as(wire).isTrue();
  }

  @Test
  void editAndRemoval_changeThePost() throws PlatformException {
    Receipt receipt = kit.adapter().send(post("p", Content.text("page 12")));

    Outgoing.Post edited = (Outgoing.Post) post("p", Content.text("page 13")).change();
    kit.adapter()
        .send(new Dispatch(2, new Outgoing.Edit("p", edited.to(), edited.message()), receipt));
    assertThat(kit.shownToAll()).singleElement().asString().contains("page 13");

    kit.adapter().send(new Dispatch(3, new Outgoing.Remove("p", edited.to()), receipt));
    assertThat(kit.shownToAll()).isEmpty();
  }

  @Test
  void privateMessage_isShownToThatPersonAlone() throws PlatformException {
    kit.adapter().send(direct("2 minutes left"));

    assertThat(kit.shownToAll()).isEmpty();
    assertThat(kit.shownToPerson()).singleElement().asString().contains("2 minutes left");
  }

  @Test
  void privateMessageWithoutPrivateRoute_isNeverMadePublic() {
    kit.refusePrivate();

    PlatformException refused =
        catchThrowableOfType(
            PlatformException.class, () -> kit.adapter().send(direct("2 minutes left")));

    if (refused != null) {
      assertThat(refused.kind()).isIn(Kind.FORBIDDEN, Kind.NOT_FOUND);
    }
    assertThat(kit.shownToAll()).isEmpty();
  }

  private static final Instant JOINED = Instant.parse("2026-11-24T14:02:07Z");
  private static final Instant LEFT = Instant.parse("2026-11-24T14:09:59Z");

  @Test
  void whatMeetingsTell_reachesTheDoorAsNeutralSightings() {
    kit.meetingKit()
        .ifPresent(meeting -> {
          told(meeting.joins("c-1", JOINED));
          told(meeting.leaves("c-1", LEFT));
          told(meeting.ends(LEFT));

          List<Sighting> seen = door.sightings();
          assertThat(seen).extracting(Sighting::at).containsExactly(JOINED, LEFT, LEFT);
          assertThat(seen).extracting(Sighting::meeting).containsOnly(meeting.meeting());
          assertThat(seen).extracting(Sighting::occurrence).doesNotContainNull();
          assertThat(seen.stream().map(Sighting::occurrence).distinct()).hasSize(1);
          Attendee came = ((Sighting.Joined) seen.getFirst().what()).who();
          assertThat(came).isEqualTo(((Sighting.Left) seen.get(1).what()).who());
          assertThat(came.connection()).isNotBlank();
          assertThat(came.stay()).isNotBlank();
          assertThat(came.name()).isEqualTo("Pat Learner");
          assertThat(came.email()).as("blank is nobody's address").isNull();
          assertThat(seen.get(2).what()).isEqualTo(new Sighting.Over());
        });
  }

  @Test
  void joinToldTwice_hasOneKeyAndAnotherConnectionAnother() {
    kit.meetingKit()
        .ifPresent(meeting -> {
          told(meeting.joins("c-1", JOINED));
          told(meeting.joins("c-1", JOINED));
          told(meeting.joins("c-2", JOINED));
          told(meeting.leaves("c-1", JOINED));

          assertThat(door.received().stream().map(inbound -> inbound.delivery().key()).distinct())
              .hasSize(3);
        });
  }

  @Test
  void joinThatIsNotProven_reachesNobody() {
    kit.meetingKit()
        .ifPresent(meeting -> {
          WebhookRequest sound = meeting.joins("c-1", JOINED);
          for (WebhookRequest request :
              List.of(kit.unsigned(sound), kit.forged(sound), kit.tampered(sound))) {
            assertThat(kit.adapter().accept(request).status()).isIn(401, 403);
          }
          assertThat(door.received()).isEmpty();
        });
  }

  private void told(WebhookRequest request) {
    assertThat(kit.adapter().accept(request).status()).isBetween(200, 204);
  }

  @Test
  void exceptions_tellNoSecret() {
    assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Secret("hunter2")).hasToString("***");
  }

  protected Dispatch post(String key, Content content) {
    return new Dispatch(
        1,
        new Outgoing.Post(
            key,
            new Destination.Room(kit.classRoom()),
            new Message(new Audience.Learners(), content)),
        null);
  }

  protected Dispatch direct(String text) {
    return new Dispatch(
        1,
        new Outgoing.Post(
            "d",
            new Destination.Direct(kit.person(), kit.classRoom()),
            new Message(new Audience.One("fay"), Content.text(Line.of(text)))),
        null);
  }
}
