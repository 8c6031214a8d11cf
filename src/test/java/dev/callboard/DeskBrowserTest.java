package dev.callboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.callboard.testing.Browser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class run from the desk by people at browsers. */
@Tag("browser")
@Order(4)
class DeskBrowserTest {

  private static final String ROME = "Europe/Rome";

  @AutoClose private static Browser browser;
  @TempDir Path folder;
  @AutoClose private LobbyServer server;
  private LobbyCaller priya;
  private LobbyCaller ravi;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
  }

  @BeforeEach
  void openClass() throws Exception {
    server = new LobbyServer(folder);
    priya = new LobbyCaller(server.url(), "hybrid-meetings", "priya");
    ravi = new LobbyCaller(server.url(), "hybrid-meetings", "ravi");
    assertThat(priya.types("open hybrid-meetings")).startsWith("Opened");
  }

  @AfterEach
  void leave() {
    browser.forgive("401 (Unauthorized)"); // the door asks before anybody is in
    browser.leave();
  }

  private DeskPage desk(LobbyCaller caller, int width, int height) throws Exception {
    URI link = caller.typesForLink("desk");
    return DeskPage.enter(browser.visitor(width, height, ROME), link);
  }

  @Test
  void producer_runsAClassWhileAnotherWatches() throws Exception {
    DeskPage desk = desk(priya, 1360, 900);
    DeskPage other = desk(ravi, 1360, 900);
    priya.meets("everybody-1", "simulate", "everybody");
    assertThat(desk.side("People")).containsText("18 of 18");
    server.clock().advance(Duration.ofMinutes(2));

    desk.presses("Start").hears("Started on time");
    assertThat(other.current()).containsText("Welcome");
    assertThat(other.state()).containsText("On time");
    desk.presses("Page");
    desk.page().getByLabel("Page number, or leave “next”").fill("12");
    desk.presses("Post").hears("Page 12 is in the class room.");
    desk.presses("Link").presses("Slides").hears("“Slides” is in the class");
    assertThat(other.side("Said to the class")).containsText("Page 12");
    server.clock().advance(Duration.ofMinutes(8));
    other.presses("Next");
    assertThat(desk.current()).containsText("Poll 1");
    assertThat(desk.state()).containsText("3 min behind");
    assertThat(desk.row("Welcome").locator(".figure")).hasText("+3");
    assertThat(desk.row("Welcome").locator(".beyond")).isVisible();
    desk.presses("+2 min").hears("Poll 1 till");
    desk.presses("Note");
    desk.page().getByLabel("For the team", new Page.GetByLabelOptions()).fill("designer: too long");
    desk.presses("Keep note").hears("Noted for the designer at Poll 1");
    assertThat(other.side("Notes")).containsText("too long");
    desk.presses("Pause");
    assertThat(other.state()).containsText("Paused since 14:08");
    other.presses("Resume");
    assertThat(desk.button("Pause")).isVisible();
    desk.types("prompt \"Slower, please\"").hears("Fay");
    desk.types("banana").hears("No command “banana”");
    desk.shoots("1-running").isAccessible();
    other.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    other.shoots("2-running-dark").isAccessible();

    desk.side("Said to the class").getByText("Undo").first().click();
    assertThat(other.side("Said to the class").locator(".gone")).hasCount(1);
    for (String next : List.of("Three", "Gallery", "Activity", "Breakout", "What", "Q&A", "One")) {
      server.clock().advance(Duration.ofMinutes(1));
      desk.presses("Next");
      assertThat(desk.current()).containsText(next);
    }
    desk.presses("End class").presses("End the class").hears("Closed at");
    assertThat(other.state()).containsText("The class is over");
    other.shoots("3-over-dark");
  }

  @Test
  void keyboardAlone_runsAClass() throws Exception {
    Page page = browser.visitor(1360, 900, ROME);
    page.navigate(priya.typesForLink("desk").toString());
    assertThat(page.locator("#door-enter")).isFocused();
    page.keyboard().press("Enter");
    DeskPage desk = new DeskPage(page);
    assertThat(desk.title()).isVisible();

    page.keyboard().press("n");
    assertThat(desk.current()).containsText("Welcome");
    page.keyboard().press("g");
    page.keyboard().press("Enter");
    desk.hears("Page");
    page.keyboard().press("e");
    desk.hears("2 min more");
    page.keyboard().press("o");
    page.keyboard().type("nice");
    page.keyboard().press("Control+Enter");
    assertThat(desk.side("Notes")).containsText("nice");
    page.keyboard().press("/");
    page.keyboard().type("next");
    page.keyboard().press("Enter");
    assertThat(desk.current()).containsText("Poll 1");
    page.keyboard().press("Tab");
    page.locator("body").click();
    page.keyboard().press("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Single keys act");
    desk.shoots("4-keys").isAccessible();
    page.keyboard().press("Escape");
    page.keyboard().press("p");
    assertThat(desk.state()).containsText("Paused");
  }

  @Test
  void buttonAboutAnotherClass_actsThere() throws Exception {
    LobbyCaller mei = new LobbyCaller(server.url(), "onboarding-60", "mei");
    mei.types("open onboarding-60");
    DeskPage desk = desk(priya, 1360, 900);
    desk.presses("Start").hears("Started");
    desk.types("open hybrid-meetings").hears("is still open");
    desk.answers().getByText("Status").click();
    desk.hears("Facilitating Hybrid Meetings");
    assertThat(desk.current()).containsText("Welcome");
  }

  @Test
  void pressing_keepsTheFocusWhereItWas() throws Exception {
    DeskPage desk = desk(priya, 1360, 900);
    desk.presses("Start").hears("Started");
    desk.button("+2 min").press("Enter");
    desk.hears("2 min more");
    assertThat(desk.button("+2 min")).isFocused();
    server.clock().advance(Duration.ofMinutes(1));
    assertThat(desk.button("Next")).isEnabled(); // its key was Start's just now
    desk.button("Next").press("Enter");
    assertThat(desk.current()).containsText("Poll 1");
    assertThat(desk.button("Next")).isFocused();
  }

  @Test
  void onAPhoneAndInASidePanel_everythingIsInReach() throws Exception {
    priya.meets("everybody-1", "simulate", "everybody");
    DeskPage phone = desk(priya, 390, 844);
    phone.presses("Start");
    assertThat(phone.current()).containsText("Welcome");
    assertThat(phone.button("Next")).isInViewport();
    noSideways(phone.page());
    phone.shoots("5-phone").isAccessible();

    DeskPage panel = desk(ravi, 320, 700);
    panel.presses("Next");
    assertThat(phone.current()).containsText("Poll 1");
    noSideways(panel.page());
    panel.shoots("6-panel").isAccessible();
  }

  private static void noSideways(Page page) {
    Object wide =
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(wide).isEqualTo(false);
  }

  @Test
  void secondScreen_isReadFromFarAway() throws Exception {
    priya.types("start");
    DeskPage desk = desk(priya, 1360, 768);
    String address = desk.page().url();
    desk.page().navigate(address + "?view=timer");
    assertThat(desk.page().locator("#big-time")).hasText(Pattern.compile("(5:00|4:5\\d)"));
    desk.shoots("7-timer").isAccessible();
    server.clock().advance(Duration.ofMinutes(6));
    assertThat(desk.page().locator("#big-time")).hasText(Pattern.compile("\\+1:0\\d"));
    desk.page().navigate(address + "?view=cue");
    assertThat(desk.page().locator("#display h1")).hasText("Poll 1");
    desk.shoots("8-cue").isAccessible();
  }

  @Test
  void pageThatMadeRoom_goesOnWhenItIsTouched() throws Exception {
    DeskPage desk = desk(priya, 1360, 900);
    DeskCaller others = DeskCaller.signedIn(server.url(), priya);
    List<DeskCaller.Listener> pages = new ArrayList<>();
    for (int page = 0; page < 20; page++) {
      pages.add(others.listens("desk/hybrid-meetings-1124/stream"));
    }
    Locator notice = desk.page().locator("#notice");
    assertThat(notice).containsText("you have more than 20 open");
    assertThat(notice).containsText("This is how it stood at");
    desk.shoots("18-crowded").isAccessible();
    desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    desk.shoots("21-crowded-dark").isAccessible();
    desk.page().setViewportSize(390, 844);
    noSideways(desk.page());
    desk.shoots("22-crowded-phone").isAccessible();
    desk.page().setViewportSize(1360, 900);
    priya.types("start");
    assertThat(desk.button("Start")).isVisible();

    notice.getByRole(AriaRole.BUTTON).click();
    assertThat(notice).isHidden();
    assertThat(desk.current()).containsText("Welcome");
    for (DeskCaller.Listener page : pages) {
      page.close();
    }
  }

  @Test
  void boardThatMadeRoom_goesOnByItsButton() throws Exception {
    DeskPage desk = desk(priya, 1360, 700);
    server.clock().advance(Duration.ofMinutes(9));
    desk.page().navigate(server.url() + "desk");
    assertThat(desk.page().locator("#rows")).containsText("not started, 7 min late");
    DeskCaller others = DeskCaller.signedIn(server.url(), priya);
    List<DeskCaller.Listener> pages = new ArrayList<>();
    for (int page = 0; page < 20; page++) {
      pages.add(others.listens("desk/-/rows/stream"));
    }
    Locator notice = desk.page().locator("#notice");
    assertThat(notice).containsText("you have more than 20 open");
    desk.shoots("23-crowded-board").isAccessible();
    priya.types("start");

    notice.getByRole(AriaRole.BUTTON).click();
    assertThat(notice).isHidden();
    assertThat(desk.page().locator("#rows")).containsText("Welcome");
    for (DeskCaller.Listener page : pages) {
      page.close();
    }
  }

  @Test
  void markupInWhatPeopleWrite_staysText() throws Exception {
    DeskPage desk = desk(priya, 1360, 900);
    String markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    desk.page().onDialog(dialog -> assertThat(dialog.type()).isEqualTo("none"));
    priya.types("note " + markup);
    priya.types("start");
    priya.types("insert \"" + markup + "\" 5");
    assertThat(desk.side("Notes")).containsText(markup);
    assertThat(desk.row("<img src=x")).isVisible();
    assertThat(desk.page().locator("main img, .desk img, .desk script")).hasCount(0);
  }

  @Test
  void report_isReachedFromChatAndReadByEverybody() throws Exception {
    priya.meets("everybody-1", "simulate", "everybody");
    priya.types("start");
    priya.types("page 12");
    priya.types("note designer: too long");
    server.clock().advance(Duration.ofMinutes(8));
    priya.types("next");
    priya.types("end");
    Page page = browser.visitor(1200, 900, ROME);
    page.navigate(priya.typesForLink("desk report").toString());
    page.locator("#door-enter").click();
    assertThat(page.locator(".result")).containsText("Ran 8 of 60 min");
    assertThat(page.locator("figure")).hasCount(2);
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "desk-14-report");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "desk-15-report-dark");
    page.getByText("Timeline").click();
    assertThat(page.locator("h1")).containsText("Timeline");
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "desk-16-timeline-dark");
    page.getByText("People", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Person").selectOption("Amara Bello");
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).last().click();
    assertThat(page.locator(".result"))
        .containsText("happened of this kind that Amara Bello did or is named in");
    assertThat(page.locator(".deeds tbody tr").first()).containsText("Amara Bello joined");
    assertThat(page.getByLabel("Person")).hasValue("Amara Bello");
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "desk-26-timeline-person-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    Browser.shoot(page, "desk-26-timeline-person");
    page.setViewportSize(390, 844);
    noSideways(page);
    Browser.shoot(page, "desk-26-timeline-person-phone");
    page.setViewportSize(1200, 900);
    page.navigate(page.url().replaceFirst("/timeline.*", "/digest"));
    assertThat(page.locator("h1")).containsText("Digest");
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "desk-17-digest-dark");
  }

  @Test
  void board_leadsToTheClass() throws Exception {
    DeskPage desk = desk(priya, 1360, 900);
    server.clock().advance(Duration.ofMinutes(9));
    desk.page().navigate(server.url() + "desk");
    assertThat(desk.page().locator("#rows tr")).hasCount(1);
    assertThat(desk.page().locator("#rows")).containsText("not started, 7 min late");
    desk.shoots("12-board").isAccessible();
    desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    desk.shoots("13-board-dark").isAccessible();
    priya.types("start");
    assertThat(desk.page().locator("#rows")).containsText("Welcome");
    desk.page().getByText("Facilitating Hybrid Meetings").click();
    assertThat(desk.title()).hasText("Facilitating Hybrid Meetings");
    desk.presses("Sign out");
    assertThat(desk.page().locator("#door-text")).containsText("You are not signed in here.");
  }

  @Test
  void board_saysWhatIsStillToBeOpened() throws Exception {
    server.close();
    Path plans = Files.createDirectories(folder.resolve("plans"));
    String plan = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.writeString(plans.resolve("hybrid-meetings.yaml"), plan);
    String dated = plan.replace("start: \"14:00\"", "start: \"2026-11-24T14:10\"");
    Files.writeString(plans.resolve("second-group.yaml"), dated.replace("Facilitating", "Leading"));
    String often = plan.replace("start: \"14:00\"", "start: \"16:30\"");
    Files.writeString(plans.resolve("evening.yaml"), often.replace("Facilitating", "Closing"));
    server = new LobbyServer(folder, plans);
    ravi = new LobbyCaller(server.url(), "hybrid-meetings", "ravi");
    DeskPage desk = desk(ravi, 1360, 700);
    Page page = desk.page();
    page.navigate(server.url() + "desk");
    assertThat(page.locator("#rows tr")).hasCount(3);
    Locator near = page.locator("[data-id='plan second-group']");
    assertThat(near).containsText("not opened, starts in 12 min");
    assertThat(near).containsText("Next: type open second-group");
    assertThat(near).containsText("overlaps “Facilitating Hybrid Meetings” (14:00) by 50 min");
    Locator open = page.locator("[data-id=hybrid-meetings-1124]");
    assertThat(open).containsText("overlaps “Leading Hybrid Meetings” (14:10) by 50 min");
    assertThat(open.getByLabel("Backstage on Lobby, Facilitating Hybrid Meetings"))
        .hasAttribute("href", "/?plan=hybrid-meetings&in=backstage");
    assertThat(near).containsText("15:10 yours");
    Locator later = page.locator("#rows tr").last();
    assertThat(later).containsText("Closing Hybrid");
    assertThat(later).containsText("if it is given today");
    assertThat(page.locator("#counts"))
        .containsText("1 in all · 2 not opened yet · 0 red, 2 amber");
    desk.shoots("18-board-planned").isAccessible();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    desk.shoots("19-board-planned-dark").isAccessible();
    page.setViewportSize(390, 844);
    noSideways(page);
    desk.shoots("20-board-planned-phone").isAccessible();
  }
}
