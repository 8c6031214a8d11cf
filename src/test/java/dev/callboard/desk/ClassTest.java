package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Delivery;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.session.Event;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A class as its people type it. */
class ClassTest {

  private final TestDesk bot = TestDesk.hybrid();

  @BeforeEach
  void openClass() {
    bot.types("priya", "open hybrid");
  }

  private void start() {
    bot.clock().advance(Duration.ofMinutes(10));
    bot.types("priya", "start");
  }

  @Test
  void open_putsOneCardBackstageAndNothingInTheClassRoom() {
    assertThat(bot.shows(bot.backstage()))
        .singleElement()
        .asString()
        .contains("Facilitating Hybrid Meetings", "14:00 to 15:00", "14:05  Poll 1 · 10 min · Fay");
    assertThat(bot.shows(bot.classRoom())).isEmpty();
  }

  @Test
  void open_inABusyRoomNamesTheClassAndOffersToEndIt() {
    assertThat(bot.types("priya", "open hybrid")).contains("is still open in this class room");
    assertThat(bot.presses("priya", "End it")).startsWith("Closed at 13:50");
    assertThat(bot.types("priya", "open hybrid")).startsWith("Opened");
    assertThat(bot.ledger().newest(new SessionId("hybrid-1124-2"))).isPositive();
  }

  @Test
  void whoeverOfTheTeamComes_isWrittenDownOnce() {
    SessionId id = new SessionId("hybrid-1124");
    long before = bot.ledger().newest(id);
    bot.typesInClass("lee", "status");
    bot.typesDirectly("mallory", "help");
    assertThat(bot.ledger().newest(id)).isEqualTo(before);

    assertThat(bot.typesDirectly("fay", "status")).contains("Facilitating Hybrid Meetings");
    assertThat(bot.ledger().read(id, before))
        .singleElement()
        .extracting(recorded -> recorded.event())
        .isEqualTo(new Event.Recognised("fay", TestDesk.person("fay")));
    bot.typesDirectly("fay", "status");
    bot.typesDirectly("fay", "help");
    bot.types("fay", "nonsense");

    assertThat(bot.ledger().newest(id)).isEqualTo(before + 1);
  }

  @Test
  void start_saysHowPunctualItWasAndWhatComes() {
    bot.clock().advance(Duration.ofMinutes(10));

    assertThat(bot.types("priya", "start"))
        .isEqualTo("Started on time. Welcome till 14:05. Ends 15:00.");
    assertThat(bot.types("ravi", "start")).isEqualTo("The class already runs, since 14:00.");
  }

  @Test
  void next_movesTheCardOnAndSaysNothingToTheClass() {
    start();
    bot.clock().advance(Duration.ofMinutes(6));

    assertThat(bot.types("priya", "next"))
        .startsWith("Poll 1 · Fay till 14:16. 1 min behind the clock.")
        .contains("Cue: launch Poll 1");
    assertThat(bot.shows(bot.backstage())).singleElement().asString().contains("Now: Poll 1");
    assertThat(bot.shows(bot.classRoom())).isEmpty();
  }

  @Test
  void next_onTheLastSegmentOffersToEnd() {
    start();
    for (int i = 0; i < 3; i++) {
      bot.types("fay", "next");
    }
    assertThat(bot.types("fay", "next")).isEqualTo("That was the last segment.");
    assertThat(bot.presses("priya", "End class"))
        .startsWith("Fay Okafor went on to “Q&A” just now");
    bot.clock().advance(Duration.ofSeconds(3));
    assertThat(bot.presses("priya", "End")).startsWith("Closed at 14:00");
  }

  @Test
  void back_returnsToTheSegmentBefore() {
    start();
    assertThat(bot.types("priya", "back")).contains("first segment");
    bot.types("priya", "next");
    assertThat(bot.types("priya", "back")).startsWith("Welcome · Fay till 14:05");
  }

  @Test
  void next_beforeTheStartOffersToStart() {
    assertThat(bot.types("priya", "next")).contains("has not started yet");
    assertThat(bot.presses("priya", "Start")).startsWith("Started 10 min early.");
  }

  @Test
  void page_isPostedToTheClassInItsLanguages() {
    assertThat(bot.types("priya", "page 7")).isEqualTo("Page 7 is in the class room.");
    assertThat(bot.shows(bot.classRoom()))
        .containsExactly(
            "Workbook page 7 · The three room types\n"
                + "Cuaderno de trabajo, página 7 · The three room types");
  }

  @Test
  void pageAlone_isTheSegmentsAndPageNextGoesOn() {
    start();
    assertThat(bot.types("priya", "page")).contains("“Welcome” has no page in the plan");
    bot.types("priya", "next");
    assertThat(bot.types("priya", "page")).startsWith("Page 4");
    assertThat(bot.types("priya", "page next")).startsWith("Page 5");
    assertThat(bot.types("priya", "page 28")).startsWith("Page 28");
    assertThat(bot.types("priya", "page next"))
        .startsWith("The workbook has pages 1 to 28, so no page 29.");
  }

  @Test
  void link_postsTheResourceAndForgivesASlip() {
    assertThat(bot.types("priya", "link handuot")).isEqualTo("“Handout” is in the class room.");
    assertThat(bot.shows(bot.classRoom()))
        .containsExactly("Handout (https://example.com/handout.pdf)");
  }

  @Test
  void linkAlone_offersWhatTheSegmentUsesFirst() {
    start();
    bot.types("priya", "next");
    assertThat(bot.types("priya", "link")).isEqualTo("Which link shall the class get?");
    assertThat(bot.buttons()).extracting("label").containsExactly("Handout", "Slides");
    assertThat(bot.presses("priya", "Slides")).contains("“Slides” is in the class room.");
  }

  @Test
  void link_forTheTeamStaysOutOfTheClassRoom() {
    assertThat(bot.types("priya", "link guide")).contains("for the team only");
    assertThat(bot.types("priya", "links")).isEqualTo("2 links are in the class room.");
    assertThat(bot.shows(bot.classRoom()).getFirst())
        .contains("Handout", "Slides")
        .doesNotContain("guide");
  }

  /** The plan lets its facilitator post pages. */
  @Test
  void wordAllowedByThePlan_isMeantBySlipsToo() {
    assertThat(bot.types("fay", "pgae 7")).contains("Did you mean page 7?");
    assertThat(bot.types("fay", "lnik handout")).doesNotContain("Did you mean");
  }

  @Test
  void welcome_greetsInEachLanguage() {
    assertThat(bot.types("priya", "welcome"))
        .isEqualTo("The welcome in English and Spanish is in the class room.");
    assertThat(bot.shows(bot.classRoom()).getFirst()).contains("Welcome!", "¡Bienvenidos!");
  }

  @Test
  void welcomeThatStandsThere_isPostedAgainOnlyOnceSomebodySaysSo() {
    bot.types("priya", "welcome");
    bot.passes(Duration.ofMinutes(3));

    assertThat(bot.types("priya", "welcome"))
        .isEqualTo("The welcome is in the class room already, since 13:50.");
    assertThat(bot.shows(bot.classRoom())).hasSize(1);
    assertThat(bot.presses("priya", "Post it again"))
        .isEqualTo("The welcome in English and Spanish is in the class room.");
    assertThat(bot.shows(bot.classRoom())).hasSize(2);
  }

  @Test
  void welcomeTwoPressAgainAtOnce_isPostedOnce() {
    bot.types("priya", "welcome");
    bot.passes(Duration.ofMinutes(3));
    bot.types("priya", "welcome again");

    assertThat(bot.types("ravi", "welcome again")).contains("already, since 13:53.");
    assertThat(bot.shows(bot.classRoom())).hasSize(2);
  }

  @Test
  void welcomeThatWasTakenBack_isNoWelcome() {
    bot.types("priya", "welcome");
    bot.presses("priya", "Undo");

    assertThat(bot.types("priya", "welcome")).startsWith("The welcome in English");
    assertThat(bot.shows(bot.classRoom())).hasSize(1);
  }

  @Test
  void undo_takesThePostAwayOnce() {
    bot.typesInClass("priya", "say Mute please");
    assertThat(bot.presses("priya", "Undo")).isEqualTo("Taken back. Learners no longer see it.");
    assertThat(bot.reply()).isInstanceOf(Reply.Replace.class);
    assertThat(bot.shows(bot.classRoom())).isEmpty();
    assertThat(bot.types("priya", "undo 1")).isEqualTo("That was already taken back.");
  }

  @Test
  void edit_asksForTheWordsAndChangesThePostInPlace() {
    bot.typesInClass("priya", "say Mute please");
    assertThat(bot.presses("priya", "Edit")).isEqualTo("Change the post: Mute please");
    assertThat(bot.types("priya", "edit 1 Unmute please")).contains("Unmute please");
    assertThat(bot.shows(bot.classRoom())).containsExactly("Unmute please");
  }

  @Test
  void undo_isClosedAfterAWhile() {
    bot.typesInClass("priya", "say Mute please");
    bot.clock().advance(Duration.ofMinutes(16));
    assertThat(bot.types("priya", "undo")).startsWith("That was posted 16 min ago.");
    assertThat(bot.shows(bot.classRoom())).containsExactly("Mute please");
  }

  @Test
  void note_isStampedWithSegmentAndClock() {
    start();
    bot.clock().advance(Duration.ofMinutes(8));
    assertThat(bot.types("priya", "note designer: too long"))
        .isEqualTo("Noted for the designer at Welcome, +3 min.");
    assertThat(bot.types("dan", "note I agree: it is")).startsWith("Noted for the team");
    assertThat(bot.types("priya", "note")).startsWith("Keep a note");
  }

  @Test
  void learner_cannotCommandAndIsToldWhoCanHelp() {
    assertThat(bot.typesInClass("lee", "/end")).contains("Priya Nair or Ravi Shah");
    assertThat(bot.typesDirectly("lee", "help")).contains("notice board");
    assertThat(bot.typesDirectly("lee", "status")).contains("for the team");
  }

  @Test
  void facilitator_mayDoLessThanAProducerUnlessThePlanSaysSo() {
    assertThat(bot.types("fay", "say hello"))
        .isEqualTo("say is for producers. Priya Nair or Ravi Shah can do it.");
    assertThat(bot.types("fay", "page 3")).startsWith("Page 3");
    assertThat(bot.types("fay", "status")).contains("Facilitating Hybrid Meetings");
  }

  @Test
  void stranger_isToldHowToBeNamed() {
    assertThat(bot.types("mallory", "end")).contains("does not name you", "lobby: mallory");
    assertThat(bot.types("mallory", "open hybrid"))
        .startsWith("Only a producer can open")
        .endsWith("to the plan's people.");
  }

  @Test
  void whomTheDirectoryToldNothingOf_isToldToTryAgain() {
    Inbound command =
        new Inbound.Command(
            new Delivery("slack:1", Delivery.Route.INLINE),
            new Person("slack", "T1", "U1", "Mallory", null),
            new Place("slack", "T1", "C9"),
            PlaceKind.UNKNOWN,
            "open hybrid",
            Inbound.Via.TYPED);

    Reply.Tell reply = (Reply.Tell) bot.desk().handle(command);

    assertThat(reply.content().plainText()).endsWith("try again in a minute.");
  }

  @Test
  void unknownWord_isAnsweredWithWhatWasMeant() {
    assertThat(bot.types("priya", "lnik handout"))
        .isEqualTo("No command “lnik”. Did you mean link handout?");
    assertThat(bot.presses("priya", "link handout")).contains("“Handout” is in the class room.");
    assertThat(bot.types("priya", "xyzzy")).contains("Type help");
  }

  @Test
  void wrongArguments_areAnsweredWithOneSentenceAndTheUsage() {
    assertThat(bot.types("priya", "page banana"))
        .isEqualTo("“banana” is not a page number.\nUsage: page [NUMBER|next]");
    assertThat(bot.types("priya", "page 99999999999")).contains("is not a page number");
    assertThat(bot.types("priya", "page -3")).contains("no page -3");
    assertThat(bot.types("priya", "say")).contains("`say` needs a text".replace("`", ""));
    assertThat(bot.types("priya", "start now")).contains("I did not understand “now”");
    assertThat(bot.types("priya", "say " + "x".repeat(3000))).contains("2000 fit");
  }

  @Test
  void end_closesTheClassForCommandsButNotForNotes() {
    start();
    bot.clock().advance(Duration.ofMinutes(61));
    assertThat(bot.types("priya", "end")).startsWith("Closed at 15:01. It ran 61 min.");
    assertThat(bot.types("priya", "page 3")).contains("ended at 15:01");
    assertThat(bot.types("priya", "note late thought")).startsWith("Noted");
    assertThat(bot.shows(bot.backstage())).singleElement().asString().contains("Ended: 15:01");
  }

  @Test
  void sameDeliveryTwice_changesNothing() {
    Inbound.Command command =
        new Inbound.Command(
            new Delivery("slack:Ev1", Delivery.Route.INLINE),
            TestDesk.person("priya"),
            bot.classRoom(),
            PlaceKind.UNKNOWN,
            "say once",
            Inbound.Via.TYPED);
    bot.hear(command);
    bot.hear(command);
    assertThat(bot.shows(bot.classRoom())).containsExactly("once");
  }

  @Test
  void replyWithoutRequestToAnswer_goesPrivatelyThroughTheOutbox() {
    bot.hear(
        new Inbound.Command(
            new Delivery("slack:Ev2", Delivery.Route.POSTED),
            TestDesk.person("lee"),
            bot.classRoom(),
            PlaceKind.UNKNOWN,
            "status",
            Inbound.Via.TYPED));

    Outgoing reply = bot.ledger().shelved().getLast().change();
    assertThat(reply.to()).isInstanceOf(Destination.Direct.class);
    assertThat(bot.shows(bot.classRoom())).isEmpty();
  }

  @Test
  void directChat_isAboutTheOneClassThatNamesThePerson() {
    assertThat(bot.typesDirectly("priya", "page 3")).startsWith("Page 3");
    assertThat(bot.shows(bot.classRoom())).hasSize(1);
  }

  @Test
  void help_fitsTheMoment() {
    assertThat(bot.types("priya", "help"))
        .contains("has not started", "start")
        .doesNotContain("next ");
    start();
    assertThat(bot.types("priya", "help")).contains("now Welcome", "next  Go on");
    assertThat(bot.types("priya", "help page")).contains("page [NUMBER|next]", "page 12");
    assertThat(bot.types("fay", "help")).contains("page [").doesNotContain("say TEXT");
  }

  @Test
  void undelivered_isToldBackstageOnceAndKept() {
    bot.typesInClass("priya", "say Mute please");
    SessionId session = new SessionId("hybrid-1124");
    Outgoing post = bot.ledger().shelved().getLast().change();

    bot.desk().undelivered(session, List.of(post), "Slack could not be reached in time.");
    Outgoing report = bot.ledger().shelved().getLast().change();
    bot.desk().undelivered(session, List.of(report), "Slack could not be reached in time.");

    assertThat(bot.shows(bot.backstage()).getLast())
        .isEqualTo(
            "Not delivered. Slack could not be reached in time.\n"
                + "Post in the class room: Mute please");
    assertThat(bot.shows(bot.backstage())).hasSize(2);
    assertThat(bot.ledger().read(session, 0).getLast().event())
        .isEqualTo(new Event.Undelivered("post-1", "Slack could not be reached in time."));
  }
}
