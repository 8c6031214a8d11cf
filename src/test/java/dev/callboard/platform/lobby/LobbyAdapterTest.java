package dev.callboard.platform.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Form;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LobbyAdapterTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final LobbyKit kit = new LobbyKit(door, clock);

  @Test
  void chatInTheClassRoom_isReadByAllAndHeardByNoCommand() {
    assertThat(says("ana", "hybrid/class", "Hola!").status()).isEqualTo(200);

    assertThat(kit.shown("liam", "hybrid/class")).singleElement().asString().contains("Hola!");
    assertThat(door.received()).isEmpty();
  }

  @Test
  void rooms_haveAPageEachAndConversationsOfPeopleNone() {
    assertThat(kit.adapter().way(new Place("lobby", "local", "hybrid/class")))
        .contains(URI.create("/?plan=hybrid&in=class"));
    assertThat(kit.adapter().way(new Place("lobby", "local", "hybrid/backstage")))
        .contains(URI.create("/?plan=hybrid&in=backstage"));
    assertThat(kit.adapter().way(new Place("lobby", "local", "hybrid/@fay"))).isEmpty();
    assertThat(kit.adapter().way(new Place("lobby", "local", "hybrid/meeting"))).isEmpty();
  }

  @Test
  void chatSentTwice_isSaidOnce() {
    says("ana", "hybrid/class", "Hola!");
    says("ana", "hybrid/class", "Hola!");

    assertThat(kit.shown("liam", "hybrid/class")).hasSize(1);
  }

  @Test
  void learner_cannotWriteBackstageNorToAnother() {
    assertThat(types("ana", "hybrid/backstage", "end").status()).isEqualTo(403);
    assertThat(types("ana", "hybrid/@fay", "end").status()).isEqualTo(403);
    assertThat(types("ana", "onboarding/class", "end").status()).isEqualTo(403);
    assertThat(says("ana", "hybrid/backstage", "hello").status()).isEqualTo(403);
    assertThat(door.received()).isEmpty();
  }

  @Test
  void learnersPage_isToldNothingOfTheTeam() throws PlatformException {
    says(1, room("hybrid/backstage"), new Audience.Team(), "Missing: 3");
    says(2, fay(null), new Audience.One("fay"), "2 min left");
    says(3, room("hybrid/class"), new Audience.Learners(), "Page 12");

    assertThat(kit.session("ana").toString())
        .contains("Page 12")
        .doesNotContain("Missing: 3", "2 min left", "backstage");
    assertThat(kit.session("dee").toString()).contains("Missing: 3").doesNotContain("2 min left");
    assertThat(kit.session("fay").toString()).contains("Missing: 3", "2 min left");
  }

  @Test
  void buttonOnAPrivateMessage_mayPutSomethingInItsPlace() throws PlatformException {
    Receipt prompt = says(1, fay(null), new Audience.One("fay"), "2 min left");
    door.answer(new Reply.Replace(Content.text("2 min left, seen")));

    WebhookResponse answer = presses("hybrid/@fay", prompt.value());

    assertThat(body(answer)).contains("quiet");
    assertThat(kit.shown("fay", "hybrid/@fay")).singleElement().asString().contains("left, seen");
    assertThat(body(presses("hybrid/@fay", "99"))).contains("replace");
    assertThat(body(presses("hybrid/backstage", prompt.value()))).contains("replace");
    assertThat(presses("hybrid/@fay", "x").status()).isEqualTo(400);
  }

  private WebhookResponse presses(String place, String post) {
    Map<String, String> press =
        Map.of(
            "id", "press-" + post, "kind", "press", "place", place, "line", "seen", "post", post);
    return kit.lobby().accept(kit.sent("fay", press));
  }

  @Test
  void commandInDirectChat_isFromThere() {
    types("fay", "hybrid/@fay", "status");

    Inbound.Command command = door.commands().getFirst();
    assertThat(command.kind()).isEqualTo(PlaceKind.DIRECT);
    assertThat(command.place()).isEqualTo(new Place("lobby", "local", "hybrid/@fay"));
    assertThat(command.from()).isEqualTo(new Person("lobby", "local", "fay", "Fay Osei", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page 12 | page 12",
        "/page 12 | page 12",
        "/class page 12 | page 12",
        "@Callboard, page 12 | page 12",
        "@callboard page 12 | page 12",
        "/ page 12 | page 12",
        "/classy | classy",
        "@hybrid-1 page 12 | @hybrid-1 page 12"
      })
  void commandMark_isNotPartOfTheWords(String typed, String words) {
    types("fay", "hybrid/backstage", typed);

    assertThat(door.commands().getFirst().line()).isEqualTo(words);
  }

  @Test
  void form_saysLineAndAnswer() {
    Map<String, String> form =
        Map.of(
            "id", "1",
            "kind", "form",
            "place", "hybrid/backstage",
            "line", "@hybrid-1 edit 3",
            "answer", "Page 12,\nnot 13");

    kit.adapter().accept(kit.sent("fay", form));

    assertThat(door.commands().getFirst().line()).isEqualTo("@hybrid-1 edit 3 Page 12,\nnot 13");
    assertThat(door.commands().getFirst().via()).isEqualTo(Inbound.Via.FORM);
  }

  @Test
  void replies_reachThePageByKind() {
    door.answer(Reply.tell("Page 12 is up"));
    assertThat(body(types("fay", "hybrid/backstage", "page 12")))
        .contains("\"tell\"", "Page 12 is up");
    door.answer(new Reply.Replace(Content.text("Taken back")));
    assertThat(body(types("fay", "hybrid/backstage", "undo 1")))
        .contains("\"replace\"", "Taken back");
    door.answer(new Reply.Ask(new Form("Change", "New text", "old", "Save", "@x edit 1")));
    assertThat(body(types("fay", "hybrid/backstage", "edit 1"))).contains("\"ask\"", "@x edit 1");
    door.answer(new Reply.Quiet());
    assertThat(body(types("fay", "hybrid/backstage", "x"))).isEqualTo("{\"reply\":\"quiet\"}");
  }

  @Test
  void sameOutboxEntryTwice_isOnePost() throws PlatformException {
    Receipt first = says(1, room("hybrid/class"), new Audience.Learners(), "Page 12");
    Receipt again = says(1, room("hybrid/class"), new Audience.Learners(), "Page 12");

    assertThat(again).isEqualTo(first);
    assertThat(kit.shownToAll()).hasSize(1);
  }

  @Test
  void teamText_isRefusedInTheClassRoom() {
    assertThatThrownBy(() -> says(1, room("hybrid/class"), new Audience.Team(), "Missing: 3"))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.kind()).isEqualTo(PlatformException.Kind.FORBIDDEN));
    assertThat(kit.shownToAll()).isEmpty();
  }

  @Test
  void unknownPlaceOrPost_isNamed() {
    assertThatThrownBy(() -> says(1, room("nowhere"), new Audience.Learners(), "x"))
        .isInstanceOf(PlatformException.class);
    Outgoing removal = new Outgoing.Remove("p", room("hybrid/class"));
    assertThatThrownBy(() -> kit.adapter().send(new Dispatch(2, removal, null)))
        .isInstanceOf(PlatformException.class);
    assertThatThrownBy(() -> kit.adapter().send(new Dispatch(2, removal, new Receipt("x"))))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void privateMessage_findsThePlanThatThePersonLastUsed() throws PlatformException {
    says(1, fay(null), new Audience.One("fay"), "in the first plan");
    says(2, fay(new Place("lobby", "local", "onboarding/class")), new Audience.One("fay"), "near");

    assertThat(kit.shown("fay", "hybrid/@fay"))
        .singleElement()
        .asString()
        .contains("in the first plan");
  }

  @Test
  void editedPost_reachesALaterReaderAsItIsNow() throws PlatformException {
    Receipt receipt = says(1, room("hybrid/class"), new Audience.Learners(), "Page 12");
    clock.advance(Duration.ofMinutes(1));
    Message text = new Message(new Audience.Learners(), Content.text("Page 13"));
    kit.adapter()
        .send(new Dispatch(2, new Outgoing.Edit("k", room("hybrid/class"), text), receipt));

    assertThat(kit.shownToAll()).singleElement().asString().contains("Page 13");
    assertThat(kit.session("ana").toString()).doesNotContain("Page 12").contains("edited");
  }

  @Test
  void cardEditedAllThroughTheClass_isShownThoughItsPostIsLongPast() throws PlatformException {
    Receipt card = says(1, room("hybrid/class"), new Audience.Learners(), "card 0");
    Receipt taken = says(2, room("hybrid/class"), new Audience.Learners(), "taken back");
    for (int i = 3; i < 300; i++) {
      Message text = new Message(new Audience.Learners(), Content.text("card " + i));
      kit.adapter().send(new Dispatch(i, new Outgoing.Edit("k", room("hybrid/class"), text), card));
    }
    Outgoing removal = new Outgoing.Remove("k2", room("hybrid/class"));
    kit.adapter().send(new Dispatch(300, removal, taken));

    assertThat(kit.shownToAll()).singleElement().asString().contains("card 299");
  }

  private WebhookResponse says(String person, String place, String line) {
    return sent(person, place, "say", line);
  }

  private WebhookResponse types(String person, String place, String line) {
    return sent(person, place, "command", line);
  }

  private WebhookResponse sent(String person, String place, String kind, String line) {
    Map<String, String> what = Map.of("id", "1", "place", place, "kind", kind, "line", line);
    return kit.adapter().accept(kit.sent(person, what));
  }

  private Receipt says(long entry, Destination to, Audience audience, String text)
      throws PlatformException {
    Message message = new Message(audience, Content.text(text));
    return kit.adapter().send(new Dispatch(entry, new Outgoing.Post("k", to, message), null));
  }

  private static Destination room(String id) {
    return new Destination.Room(new Place("lobby", "local", id));
  }

  private static Destination fay(@Nullable Place near) {
    return new Destination.Direct(new Person("lobby", "local", "fay", "Fay", null), near);
  }

  private static String body(WebhookResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
