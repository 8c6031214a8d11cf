package dev.callboard.command.say;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Button;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Free words for the class: asked about first where learners do not read. */
class SayTest {

  private static final String QUESTION = "Shall the class read this?\nPlease mute yourselves";

  private final TestDesk desk = TestDesk.hybrid();

  @BeforeEach
  void opens() {
    desk.types("priya", "open hybrid");
  }

  private void learnersRead(String... posts) {
    assertThat(desk.shows(desk.classRoom())).containsExactly(posts);
  }

  @Test
  void typedBackstage_isShownAsLearnersWouldReadItAndPostedByAPress() {
    assertThat(desk.types("priya", "say Please mute yourselves")).isEqualTo(QUESTION);
    learnersRead();

    assertThat(desk.presses("priya", "Post it to the class")).isEqualTo("Said in the class room.");
    assertThat(desk.reply()).isInstanceOf(Reply.Replace.class);
    learnersRead("Please mute yourselves");
    assertThat(desk.presses("priya", "Undo")).startsWith("Taken back.");
    learnersRead();
  }

  @Test
  void typedInTheDirectChat_isAskedAboutToo() {
    assertThat(desk.typesDirectly("priya", "say Please mute yourselves")).isEqualTo(QUESTION);
    assertThat(desk.buttons())
        .extracting(Button.Press::label)
        .containsExactly("Post it to the class", "No");
    learnersRead();
  }

  @Test
  void typedInTheClassRoom_isPostedAtOnce() {
    assertThat(desk.typesInClass("priya", "say Please mute yourselves"))
        .isEqualTo("Said in the class room.");
    learnersRead("Please mute yourselves");
  }

  @Test
  void no_postsNothing() {
    desk.types("priya", "say Please mute yourselves");

    assertThat(desk.presses("priya", "No")).isEqualTo("Not posted.");
    assertThat(desk.reply()).isInstanceOf(Reply.Replace.class);
    learnersRead();
  }

  @Test
  void pressedTwice_isPostedOnce() {
    desk.types("priya", "say Please mute yourselves");
    String press = desk.buttons().getFirst().line();
    desk.types("ravi", "page 4");

    desk.types("priya", press);
    assertThat(desk.types("ravi", press)).isEqualTo("That is in the class room already.");
    desk.clock().advance(Duration.ofMinutes(10));
    assertThat(desk.types("priya", press)).isEqualTo("That is in the class room already.");
    assertThat(desk.buttons()).extracting(Button.Press::label).containsExactly("Undo", "Edit");
    assertThat(desk.shows(desk.classRoom())).hasSize(2);
  }

  @Test
  void sameWordsAgain_areAskedAboutAndPostedAgain() {
    desk.types("priya", "say Please mute yourselves");
    desk.presses("priya", "Post it to the class");

    assertThat(desk.types("priya", "say Please mute yourselves")).isEqualTo(QUESTION);
    assertThat(desk.presses("priya", "Post it to the class")).isEqualTo("Said in the class room.");
    assertThat(desk.shows(desk.classRoom())).hasSize(2);
  }

  @Test
  void pressAfterItWasTakenBack_isAskedAboutOnceMore() {
    desk.types("priya", "say Please mute yourselves");
    String press = desk.buttons().getFirst().line();
    desk.types("priya", press);
    desk.types("priya", "undo");

    assertThat(desk.types("priya", press))
        .isEqualTo("That was in the class room, and was taken back.");
    learnersRead();
    assertThat(desk.presses("priya", "Post it to the class")).isEqualTo("Said in the class room.");
    learnersRead("Please mute yourselves");
  }

  @Test
  void preparedContent_isPostedAtOnceFromAnywhere() {
    assertThat(desk.types("priya", "page 4")).isEqualTo("Page 4 is in the class room.");
    assertThat(desk.types("priya", "link handout")).contains("is in the class room.");
    assertThat(desk.types("priya", "welcome")).contains("is in the class room.");
    assertThat(desk.shows(desk.classRoom())).hasSize(3);
  }

  @Test
  void linesAndLength_stayAsTheyWereTyped() {
    String text = "one\n  two " + "x".repeat(1_900);
    assertThat(desk.types("priya", "say " + text))
        .contains(text)
        .endsWith("If no button is here: typed in the class room, it is posted.");
    desk.presses("priya", "Post it to the class");
    learnersRead(text);

    assertThat(desk.types("priya", "say " + "x".repeat(2_001))).contains("2000 fit");
    desk.types("priya", "say " + "x".repeat(2_000));
    assertThat(desk.presses("priya", "Post it to the class")).isEqualTo("Said in the class room.");
  }

  @Test
  void classThatIsOver_isToldNothing() {
    desk.types("priya", "say Bye");
    String press = desk.buttons().getFirst().line();
    desk.types("priya", "start");
    desk.types("priya", "end");

    assertThat(desk.types("priya", "say Bye")).contains("ended at");
    assertThat(desk.types("priya", press)).contains("ended at");
  }

  /** It has nobody who could press. */
  @Test
  void program_isNotAsked() {
    Person program = new Person(Person.PROGRAMS, "", "priya", "Priya Nair", null);
    String answer =
        desk.hear(
            new Inbound.Command(
                new Delivery("programs:1", Delivery.Route.INLINE),
                program,
                new Place(Person.PROGRAMS, "", Person.PROGRAMS),
                PlaceKind.DIRECT,
                "@hybrid-1124 say Please mute yourselves",
                Inbound.Via.TYPED));

    assertThat(answer).isEqualTo("Said in the class room.");
    learnersRead("Please mute yourselves");
  }
}
