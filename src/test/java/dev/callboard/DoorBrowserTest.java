package dev.callboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.callboard.testing.Browser;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How people come to the desk, and stay there when the connection does not. */
@Tag("browser")
@Order(4)
class DoorBrowserTest {

  private static final String ROME = "Europe/Rome";

  @AutoClose private static Browser browser;
  @TempDir Path folder;
  @AutoClose private LobbyServer server;
  private LobbyCaller priya;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
  }

  @BeforeEach
  void openClass() throws Exception {
    server = new LobbyServer(folder);
    priya = new LobbyCaller(server.url(), "hybrid-meetings", "priya");
    assertThat(priya.types("open hybrid-meetings")).startsWith("Opened");
  }

  @AfterEach
  void leave() {
    browser.forgive("401 (Unauthorized)"); // the door asks before anybody is in
    browser.leave();
  }

  private DeskPage desk(int width, int height) throws Exception {
    return DeskPage.enter(browser.visitor(width, height, ROME), priya.typesForLink("desk"));
  }

  @Test
  void linkUsedBefore_saysWhatToDo() throws Exception {
    URI link = priya.typesForLink("desk");
    DeskPage.enter(browser.visitor(1000, 700, ROME), link);
    Page page = browser.visitor(1000, 700, ROME);
    page.navigate(link.toString());
    assertThat(page.locator("#door-title")).hasText("This link opens nothing");
    assertThat(page.locator("#door-text")).containsText("This link was used before.");
    assertThat(page.locator("#door-enter")).isHidden();
    assertThat(page.url()).doesNotContain("in=");
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "desk-11-door-used");
  }

  @Test
  void door_saysWhoComesIn() throws Exception {
    for (int width : new int[] {1000, 390}) {
      Page page = browser.visitor(width, 700, ROME);
      page.navigate(priya.typesForLink("desk").toString());
      assertThat(page.locator("#door-title")).hasText("Come in as Priya Nair?");
      assertThat(page.locator("#door-text"))
          .containsText("It leads to Facilitating Hybrid Meetings, as producer.");
      assertThat(page.url()).doesNotContain("in=");
      assertThat(DeskPage.faults(page)).isEmpty();
      Browser.shoot(page, "desk-10-door-" + width);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Browser.shoot(page, "desk-10-door-dark-" + width);
      page.locator("#door-enter").click();
      assertThat(page.locator("#who")).hasText("Priya Nair");
    }
  }

  /** Used by somebody else while the page was open. */
  @Test
  void linkUsedMeanwhile_saysSoWhenPressed() throws Exception {
    URI link = priya.typesForLink("desk");
    Page page = browser.visitor(1000, 700, ROME);
    page.navigate(link.toString());
    assertThat(page.locator("#door-title")).hasText("Come in as Priya Nair?");
    DeskPage.enter(browser.visitor(1000, 700, ROME), link);
    page.locator("#door-enter").click();
    assertThat(page.locator("#door-text")).containsText("This link was used before.");
  }

  /** Down the page, too. */
  @Test
  void noticeOnAPhone_leavesTheClockInSight() throws Exception {
    priya.types("start");
    DeskPage desk = desk(390, 844);
    Page page = desk.page();
    page.context().setOffline(true);
    assertThat(page.locator("#notice")).containsText("The connection is lost");
    page.evaluate("() => window.scrollTo(0, 600)");
    BoundingBox notice = page.locator("#notice").boundingBox();
    BoundingBox clock = page.locator("#time").boundingBox();
    assertThat(clock.y).isGreaterThanOrEqualTo(notice.y + notice.height);
    assertThat(page.locator("#time")).isInViewport();
    desk.shoots("25-phone-offline");
    page.context().setOffline(false);
    assertThat(page.locator("#notice")).isHidden();
    assertThat(page.locator(".strip").boundingBox().y).isZero();
    browser.forgive("ERR_INTERNET_DISCONNECTED");
  }

  @Test
  void connectionLostForAWhile_losesNothing() throws Exception {
    DeskPage desk = desk(1360, 900);
    desk.page().context().setOffline(true);
    assertThat(desk.page().locator("#notice")).containsText("The connection is lost");
    priya.types("start");
    priya.types("next");
    desk.shoots("9-offline");
    desk.page().context().setOffline(false);
    assertThat(desk.current()).containsText("Poll 1");
    assertThat(desk.page().locator("#notice")).isHidden();
    browser.forgive("ERR_INTERNET_DISCONNECTED");
  }
}
