package dev.callboard.command.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Button;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.plan.Plan;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskCommandTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    assertThat(desk.typesDirectly("priya", "desk")).contains("Your classes", "For you alone");
    desk.types("priya", "open hybrid-meetings");
  }

  @Test
  void team_isGivenALinkAlone() {
    assertThat(desk.types("fay", "desk")).contains("For you alone: the link works once");
    assertThat(desk.answer().plainText()).contains("Facilitating Hybrid Meetings");
    assertThat(desk.shows(desk.backstage()).toString()).doesNotContain("callboard.example.com");
  }

  @Test
  void teamInADirectChat_isLedToItsOnlyClass() {
    assertThat(desk.typesDirectly("priya", "desk")).contains("For you alone");
    assertThat(links()).contains("/desk/hybrid-meetings-1124");
  }

  @Test
  void digest_isForWhomItTeachesSomething() {
    desk.types("priya", "desk digest");
    assertThat(links()).contains("/desk/hybrid-meetings-1124");
    assertThat(desk.answer().toString()).contains("Open the digest");
    assertThat(desk.types("fay", "desk digest")).contains("is for designers and producers");
    assertThat(desk.types("priya", "desk banana")).contains("report", "digest");
  }

  @Test
  void learnersAndStrangers_areGivenNothing() {
    assertThat(desk.typesInClass("ana", "desk")).startsWith("Commands are for the team");
    assertThat(desk.typesDirectly("ana", "desk")).startsWith("Commands are for the team");
    assertThat(desk.types("nobody", "desk")).contains("does not name you");
    assertThat(desk.typesDirectly("nobody", "desk")).contains("No open class and no plan");
  }

  @Test
  void lead_isLedToTheBoardAndToClassesThatDoNotNameThem() {
    Plan led = SamplePlans.ledBy(SamplePlans.shipped("hybrid-meetings"), "lena@example.com");
    TestDesk other = new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), led);
    Person lena = new Person("lobby", "local", "lena", "Lena", "Lena@example.com");
    assertThat(asks(other, lena, PlaceKind.DIRECT)).contains("Your classes", "For you alone");
    other.types("priya", "open hybrid-meetings");
    assertThat(asks(other, lena, PlaceKind.UNKNOWN)).contains("Facilitating Hybrid Meetings");
    assertThat(asks(desk, lena, PlaceKind.DIRECT)).contains("No open class and no plan");
  }

  private static String asks(TestDesk desk, Person who, PlaceKind kind) {
    return desk.hear(
        new Inbound.Command(
            new Delivery("lena-" + kind, Delivery.Route.INLINE),
            who,
            kind == PlaceKind.DIRECT ? new Place("lobby", "local", "@lena") : desk.backstage(),
            kind,
            "desk",
            Inbound.Via.TYPED));
  }

  private String links() {
    return desk.answer().blocks().stream()
        .filter(Actions.class::isInstance)
        .flatMap(block -> ((Actions) block).buttons().stream())
        .filter(Button.Open.class::isInstance)
        .map(button -> ((Button.Open) button).url().toString())
        .toList()
        .toString();
  }
}
