package dev.callboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.callboard.testing.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class run in the lobby by people at browsers. */
@Tag("browser")
@Order(2)
class LobbyBrowserTest {

  @AutoClose private static Browser browser;
  @TempDir Path folder;
  @AutoClose private LobbyServer server;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
  }

  @BeforeEach
  void startServer() throws Exception {
    server = new LobbyServer(folder);
  }

  @AfterEach
  void leave() {
    browser.leave();
  }

  @Test
  void producer_runsAClassByTyping() {
    LobbyPage page = visit("?plan=hybrid-meetings").reads("A class, from here").shoots("1-first");

    page.types("open hybrid-meetings", "Opened Facilitating Hybrid Meetings");
    page.reads("18 on the roster");
    assertThat(page.panel()).containsText("Open, not started");
    page.shoots("2-open");
    server.clock().advance(Duration.ofMinutes(2));
    page.types("start", "Started on time. Welcome till 14:05");
    assertThat(page.panel()).containsText(Pattern.compile("(5:00|4:5\\d) left"));
    page.types("welcome", "The welcome in English and Spanish is in the class room.");
    page.types("link handout", "is in the class room.");
    page.types("page 12", "Page 12 is in the class room.");
    page.types("lnik handout", "Did you mean link handout?");
    server.clock().advance(Duration.ofMinutes(6));
    page.types("next", "1 min behind the clock");
    assertThat(page.panel()).containsText("Poll 1");
    assertThat(page.panel()).containsText("1 min behind");
    page.types("note designer: poll too long", "Noted for the designer at Poll 1");
    page.types("status", "Poll 1").shoots("3-running");
    assertThat(page.unread("Class room")).containsText("3");

    page.goesTo("Class room")
        .reads("Les damos la bienvenida")
        .reads("Three room types: the handout");
    page.reads("Cuaderno de trabajo, página 12");
    assertThat(page.unread("Class room")).not().isVisible();
    page.says("Good to see you all.").types("/page 13", "Page 13 is in the class room.");
    page.shoots("4-class-room");

    page.types("/say Mute, please", "Said in the class room.");

    page.goesTo("Backstage").types("say Back at 14:30", "Shall the class read this?");
    page.presses("Post it to the class").reads("Said in the class room.");
    page.goesTo("Class room").reads("Mute, please").reads("Back at 14:30");
    page.goesTo("Backstage").types("end", "Closed at 14:06");
    assertThat(page.panel()).containsText("The class is over");
    page.shoots("5-end");
  }

  @Test
  void producer_runsAClassByPressing() {
    LobbyPage page = visit("?plan=hybrid-meetings");

    page.presses("Open this class").reads("Opened Facilitating Hybrid Meetings");
    page.presses("Start").reads("Started 2 min early.");
    page.presses("Welcome").reads("The welcome in English and Spanish is in the class room.");
    page.presses("Next").reads("Poll 1 · Fay");
    page.presses("Page").reads("Page 4 is in the class room.");
    page.presses("Link").reads("Which link shall the class get?");
    page.presses("Slides").reads("“Slides” is in the class");
    page.presses("Status").reads("As of");
    page.presses("Edit").reads("What shall learners read?").shoots("6-edit");
    page.page().getByLabel("What shall learners read?").fill("The slides, please open them");
    page.presses("Change").reads("Changed. Learners now read");
    page.presses("Undo").reads("Taken back. Learners no longer see it.");
    for (int segment = 3; segment <= 9; segment++) {
      page.presses("Next");
      assertThat(page.answers()).hasCount(segment + 5);
    }
    page.presses("End class").reads("Closed at 13:58");
    page.goesTo("Class room").reads("Workbook page 4").doesNotRead("please open it");
  }

  @Test
  void pictureThatGrowsBeforeThePageWasScrolledToIt_isShownWhole() {
    LobbyPage page = visit("?plan=hybrid-meetings");
    page.types("open hybrid-meetings", "Opened").types("help", "See what you can type now");
    String grow =
        """
        scrolledUp => {
          const scroll = document.getElementById("scroll");
          const picture = document.createElement("img");
          picture.height = 600;
          document.getElementById("log").append(picture);
          if (scrolledUp) {
            scroll.scrollTop = 0;
          }
          scroll.dispatchEvent(new Event("scroll"));
          picture.dispatchEvent(new Event("load"));
          return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 2;
        }
        """;

    assertThat(page.page().evaluate(grow, false)).isEqualTo(true);
    assertThat(page.page().evaluate(grow, true)).isEqualTo(false);
  }

  @Test
  void facilitatorAndLearner_seeWhatTheyMay() {
    LobbyPage producer = visit("?plan=hybrid-meetings");
    producer.types("open hybrid-meetings", "Opened").types("start", "Started");
    LobbyPage learner = visit("?plan=hybrid-meetings&as=ana").reads("Nothing was said");
    LobbyPage facilitator = visit("?plan=hybrid-meetings&as=fay").reads("Facilitating Hybrid");

    producer.types("page 7", "Page 7");
    learner.reads("Workbook page 7 · The three room types").says("¡Gracias!");
    producer.goesTo("Class room").reads("¡Gracias!");
    facilitator.types("say hello", "say is for producers.").types("next", "Poll 1 · Fay");
    facilitator.shoots("7-facilitator");
    learner.types("/end", "Priya Nair or Ravi Shah");

    assertThat(learner.places()).hasCount(2);
    assertThat(learner.places().first()).containsText("Class room");
    assertThat(learner.panel()).isHidden();
    assertThat(facilitator.panel()).isVisible();
    assertThat(learner.page().content())
        .doesNotContain("Backstage")
        .doesNotContain("is for producers")
        .doesNotContain("ahead");
    learner.shoots("8-learner");
    learner.goesTo("Direct").types("help", "notice board");
  }

  @Test
  void prompt_isReadByTheFacilitatorAloneAndAnsweredInItsPlace() {
    LobbyPage producer = visit("?plan=hybrid-meetings").types("open hybrid-meetings", "Opened");
    LobbyPage facilitator = visit("?plan=hybrid-meetings&as=fay").goesTo("Direct");
    producer
        .types("start", "Started")
        .types("prompt in 1 Mute is on", "as things stand, Fay Okafor.");
    server.clock().advance(Duration.ofMinutes(5));

    facilitator.reads("Mute is on").reads("Time. Next: Poll 1").shoots("14-prompts");
    facilitator.presses("Got it").reads("✓ Seen 14:03");

    assertThat(facilitator.answers()).hasCount(0);
    facilitator.page().reload();
    facilitator.reads("✓ Seen 14:03").shoots("15-seen");
    producer.goesTo("Direct").doesNotRead("Mute is on");
    producer.goesTo("Class room").doesNotRead("Mute is on");
  }

  @Test
  void simulatedLearners_comeInABurstAndAreGreetedOnce() {
    LobbyPage producer = visit("?plan=hybrid-meetings").types("open hybrid-meetings", "Opened");
    LobbyPage learner = visit("?plan=hybrid-meetings&as=amara").goesTo("Direct");
    assertThat(learner.meeting()).containsText("You are not in the meeting");
    producer.panel().getByText("Simulate learners").press("Enter");

    producer.simulates("Everybody joins", "20 people came.");
    passes(4);
    learner.reads("Welcome! Keep the workbook open").shoots("16-welcomed");
    assertThat(learner.meeting()).containsText("You are in the meeting");
    assertThat(producer.panel()).containsText("18 of 18");
    producer.types("roll", "18 of 18").reads("#20 +44 •••• •••4").shoots("17-roll");
    producer.simulates("One drops", "Amara Bello dropped.");
    assertThat(learner.meeting()).containsText("You are not in the meeting");
    passes(8);
    assertThat(producer.panel()).containsText(Pattern.compile("17 of 18.*Away1Amara Bello"));
    passes(10);
    producer.simulates("One returns", "Amara Bello is back.");
    passes(4);
    assertThat(producer.panel()).containsText("18 of 18");
    producer.reads("18 of 18");

    assertThat(learner.conversation().getByText("Welcome! Keep the workbook open")).hasCount(1);
    assertThat(learner.page().locator("#simulate")).isHidden();
  }

  /** Step by step, for the alarm clock takes its rests by this clock. */
  private void passes(int seconds) {
    for (int second = 0; second < seconds; second++) {
      server.clock().advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void learner_joinsLateAndIsToldAloneWhereTheClassIs() {
    LobbyPage producer = visit("?plan=hybrid-meetings").types("open hybrid-meetings", "Opened");
    LobbyPage learner = visit("?plan=hybrid-meetings&as=ana").goesTo("Direct");
    producer.types("start", "Started").types("link handout", "is in the class room.");
    server.clock().advance(Duration.ofMinutes(9));
    producer.types("next", "Poll 1");

    join(learner).click();
    assertThat(learner.meeting()).containsText("You are in the meeting");
    passes(4);
    learner.reads("Estamos en la página 4").reads("Three room types: the handout");
    learner.shoots("18-late");
    producer.types("why ana", "late").doesNotRead("Estamos en la página").shoots("19-why");
    learner.page().reload();
    assertThat(learner.meeting()).containsText("You are in the meeting");
    passes(60);
    leave(learner).press("Enter");
    assertThat(join(learner)).isVisible();
    learner.page().reload();
    assertThat(join(learner)).isVisible();
  }

  private static Locator join(LobbyPage page) {
    return page.meeting().getByText("Join the meeting");
  }

  private static Locator leave(LobbyPage page) {
    return page.meeting().getByText("Leave the meeting");
  }

  /** Whoever presses it in this very browser need not say once more that they want to come in. */
  @Test
  void report_isOnePressAwayFromItsCard() {
    LobbyPage page = visit("?plan=hybrid-meetings").types("open hybrid-meetings", "Opened");
    page.types("start", "Started").types("end", "Closed at");
    passes(62);
    page.reads("Report · Facilitating Hybrid Meetings");

    Page report = page.page().waitForPopup(() -> page.presses("Open the report"));

    assertThat(report.locator(".result")).containsText("Ran 0 of 60 min");
    page.reads("For you alone: the link works once");
    browser.forgive("401"); // who is not signed in yet is told so
  }

  @Test
  void words_areCompletedByKeys() {
    LobbyPage page = visit("?plan=hybrid-meetings").types("open hybrid-meetings", "Opened");
    page.conversation().press("/");

    assertThat(page.field()).isFocused();
    assertThat(page.words().first()).containsText("open");
    page.shoots("9-words");
    page.field().pressSequentially("pag");
    assertThat(page.words()).hasCount(1);
    assertThat(page.words()).containsText("Post a workbook page");
    page.field().press("Tab");
    assertThat(page.field()).hasValue("/page ");
    page.field().pressSequentially("12");
    page.field().press("Enter");
    page.reads("Page 12 is in the class room.");
    page.field().press("ArrowUp");
    assertThat(page.field()).hasValue("/page 12");
    page.field().press("ArrowUp");
    assertThat(page.field()).hasValue("open hybrid-meetings");
    page.field().press("ArrowDown");
    page.field().press("ArrowDown");
    assertThat(page.field()).hasValue("");
    page.field().fill("/");
    page.field().press("ArrowDown");
    page.field().press("ArrowDown");
    page.field().press("Enter");
    assertThat(page.field()).hasValue("/start");
    page.field().press("Escape");
    assertThat(page.words()).hasCount(0);
  }

  @Test
  void persona_isSwitchedAndKeepsItsPrivateAnswers() {
    LobbyPage page = visit("?plan=hybrid-meetings").types("open hybrid-meetings", "Opened");
    page.goesTo("Class room").types("/help", "has not started");

    page.becomes("Ana Ruiz");
    assertThat(page.places()).hasCount(2);
    page.doesNotRead("has not started");
    page.becomes("Priya Nair").reads("Opened").goesTo("Class room").reads("has not started");
    page.page().reload();
    page.reads("has not started");
  }

  @Test
  void foreignText_isOnlyText() {
    LobbyPage page = visit("?plan=hybrid-meetings&as=ana");

    page.says("<img src=x onerror=document.title='hit'> <b>bold</b> &amp; javascript:alert(1)");

    assertThat(page.conversation().locator("img, b:has-text('bold')")).hasCount(0);
    assertThat(page.page().title()).doesNotContain("hit");
  }

  @Test
  void restartedServer_isNoticedAndNothingIsLost() throws Exception {
    LobbyPage producer = visit("?plan=hybrid-meetings").types("open hybrid-meetings", "Opened");
    LobbyPage learner = visit("?plan=hybrid-meetings&as=ana").reads("Nothing was said");

    server.restart();
    producer.types("page 12", "Page 12 is in the class room.");

    learner.reads("Workbook page 12");
    assertThat(learner.page().locator("#banner")).isHidden();
    producer.reads("Opened Facilitating Hybrid Meetings");
    producer.goesTo("Class room").reads("Workbook page 12");
    browser.forgive("net::");
    browser.forgive("401");
  }

  @Test
  void page_isDrawnDarkAndOnAPhone() {
    LobbyPage desk = visit("?plan=hybrid-meetings", ColorScheme.DARK, 1280, 800);
    desk.types("open hybrid-meetings", "Opened").types("start", "Started");
    server.clock().advance(Duration.ofMinutes(9));
    desk.types("status", "over").types("page 12", "Page 12");
    assertThat(desk.panel()).containsText(Pattern.compile("4:\\d\\d over"));
    desk.shoots("10-dark");

    LobbyPage phone = visit("?plan=hybrid-meetings", null, 390, 844).reads("Facilitating Hybrid");
    phone.shoots("11-phone-chat");
    phone.page().locator(".tabs").getByText("Places").click();
    phone.shoots("12-phone-places");
    phone.goesTo("Class room").reads("Workbook page 12");
    phone.page().locator(".tabs").getByText("Now").click();
    assertThat(phone.panel()).containsText("over");
    phone.shoots("13-phone-now");
  }

  private LobbyPage visit(String query) {
    return visit(query, null, 1280, 800);
  }

  private LobbyPage visit(String query, @Nullable ColorScheme look, int width, int height) {
    Page page = browser.visitor(width, height, "Europe/London");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
    return new LobbyPage(page, server.url() + query);
  }
}
