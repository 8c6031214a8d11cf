package dev.callboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.callboard.testing.Browser;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Technical troubles on the pages: kept and closed on the desk, seen on board and report. */
@Tag("browser")
@Order(4)
class IssueBrowserTest {

  private static final String LONDON = "Europe/London";

  @TempDir Path folder;

  @Test
  void issue_isKeptAndClosedOnTheDesk_andStandsOnBoardAndReport() throws Exception {
    try (LobbyServer server = new LobbyServer(folder);
        Browser browser = Browser.open()) {
      LobbyCaller priya = new LobbyCaller(server.url(), "hybrid-meetings", "priya");
      priya.types("open hybrid-meetings");
      priya.types("start");
      DeskPage desk =
          DeskPage.enter(browser.visitor(1280, 800, LONDON), priya.typesForLink("desk"));
      Page page = desk.page();
      page.keyboard().press("i");
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.getByRole(AriaRole.TEXTBOX).fill("ben no audio on iphone");
      desk.presses("Keep issue").hears("Issue 1, Ben Carter: no audio, iPhone.");
      desk.types("issue poll does not open").hears("Issue 2, poll does not open.");
      desk.types("issues 2 waiting for the vendor").hears("waiting");
      desk.types("issue amara <b>cannot</b> draw in chrome on windows").hears("Issue 3");
      server.clock().advance(Duration.ofMinutes(6));
      desk.types("fix amara reloaded the page").hears("fixed after 6 min");
      page.keyboard().press("Escape");

      Locator side = desk.side("Issues");
      assertThat(side.locator("h2")).containsText("2 open");
      assertThat(side.locator("li").first()).containsText("Ben Carter: no audio, iPhone");
      assertThat(side).containsText("waiting: the vendor");
      assertThat(side).containsText("<b>cannot</b> draw");
      assertThat(page.locator("#now")).containsText("2 issues open, the oldest for 6 min");
      desk.shoots("issues-1").isAccessible();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      desk.shoots("issues-2-dark").isAccessible();
      page.setViewportSize(390, 800);
      side.scrollIntoViewIfNeeded();
      desk.shoots("issues-3-phone").isAccessible();
      board(browser, priya);
      lobby(browser, server);

      side.getByRole(AriaRole.BUTTON).first().click();
      assertThat(side.locator("h2")).containsText("1 open");
      server.clock().advance(Duration.ofMinutes(4));
      priya.types("end");
      report(browser, priya);
      browser.forgive("401 (Unauthorized)"); // the door asks before anybody is in
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void board(Browser browser, LobbyCaller priya) throws Exception {
    Page page = browser.visitor(1100, 500, LONDON);
    page.navigate(priya.typesForLink("desk").toString());
    page.locator("#door-enter").click();
    assertThat(page.locator("#title")).isVisible();
    page.locator("a.home").click();
    assertThat(page.locator("body")).containsText("2 issues open, the oldest for 6 min");
    Browser.shoot(page, "issues-4-board");
  }

  private static void lobby(Browser browser, LobbyServer server) {
    Page page = browser.visitor(1280, 900, LONDON);
    page.navigate(server.url() + "?plan=hybrid-meetings");
    assertThat(page.locator("body")).containsText("Issues · Facilitating Hybrid Meetings");
    Browser.shoot(page, "issues-5-backstage");
    page.navigate(server.url() + "?plan=hybrid-meetings&as=ben");
    assertThat(page.locator("body")).not().containsText("no audio");
  }

  private static void report(Browser browser, LobbyCaller priya) throws Exception {
    Page page = browser.visitor(1100, 800, LONDON);
    page.navigate(priya.typesForLink("desk report").toString());
    page.locator("#door-enter").click();
    Locator issues = page.locator("table.issues");
    assertThat(issues).containsText("Ben Carter");
    assertThat(issues).containsText("Waiting: the vendor");
    issues.scrollIntoViewIfNeeded();
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "issues-6-report");
    page.setViewportSize(390, 800);
    issues.scrollIntoViewIfNeeded();
    Browser.shoot(page, "issues-7-report-phone");
    String client = page.url().replaceFirst("\\?.*", "") + "?for=client";
    page.navigate(client);
    assertThat(page.locator("body")).containsText("3 issues, 2 of them fixed; ");
    assertThat(page.locator("body")).not().containsText("no audio");
    assertThat(page.locator("table.issues")).hasCount(0);
  }
}
