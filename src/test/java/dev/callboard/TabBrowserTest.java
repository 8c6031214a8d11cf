package dev.callboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import dev.callboard.testing.Await;
import dev.callboard.testing.Browser;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsLogin;
import dev.callboard.testing.Npm;
import dev.callboard.testing.TeamsActivities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our pages inside a page at the address of Teams, which answers as the Teams client does; with
 * Microsoft's own library, at its pinned version, so that the browser checks its hash.
 */
@Tag("browser")
class TabBrowserTest {

  private static final String HOST = "https://teams.microsoft.com/v2/";
  private static final String EVIL = "https://teams.microsoft.com.evil.example/";

  @AutoClose private static Browser browser;
  @TempDir Path folder;
  @AutoClose private PlatformServer server;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
  }

  @BeforeEach
  void open() throws Exception {
    server = new PlatformServer(folder);
    server.hears(server.teams().signed(TeamsActivities.personal("open", "open hybrid")));
    Await.until(
        "the class", () -> !server.teams().connector().shownToAll(FakeTeams.CHANNEL).isEmpty());
  }

  @AfterEach
  void leave() {
    browser.leave();
  }

  @Test
  void sidePanel_isTheDeskOfTheMeetingsClass() throws Exception {
    Page page = teams(HOST, server.teams().login().token(FakeTeamsLogin.FAY), 320, 700);
    FrameLocator tab = page.frameLocator("iframe");
    assertThat(tab.locator("#title")).hasText("Facilitating Hybrid Meetings");
    tab.getByText("Start", new FrameLocator.GetByTextOptions().setExact(true)).click();
    assertThat(tab.locator("#answers")).containsText("Started");
    assertThat(tab.locator(".row[aria-current=step]")).containsText("Welcome");
    Browser.shoot(page, "tab-1-side-panel-dark");
    Cookie cookie = page.context().cookies().getFirst();
    assertThat(cookie.name).isEqualTo("callboard-tab");
    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.secure).isTrue();

    tab.locator("#leave").press("Enter"); // the answer lies over it for a while
    assertThat(tab.locator("#door-text")).hasText("You are not signed in here any more.");
    Browser.shoot(page, "tab-2-signed-out");
    tab.locator("#door-enter").click();
    assertThat(tab.locator("#title")).isVisible();
    browser.forgive("401 (Unauthorized)");
  }

  @Test
  void learner_isToldThatThereIsNothing() throws Exception {
    Page page = teams(HOST, server.teams().login().token(FakeTeamsLogin.LEA), 320, 500);
    Locator text = page.frameLocator("iframe").locator("#door-text");
    assertThat(text).containsText("No class and no plan has you on its team");
    assertThat(page.context().cookies()).isEmpty();
    Browser.shoot(page, "tab-3-learner");
    browser.forgive("403 (Forbidden)");
  }

  @Test
  void teamsThatGivesNoToken_isSaidWithWhatToDo() throws Exception {
    Page page = teams(HOST, "", 900, 500);
    Locator text = page.frameLocator("iframe").locator("#door-text");
    assertThat(text).containsText("its administrator has not allowed that yet");
    assertThat(text).containsText("Type `desk` in your chat with Callboard");
    Browser.shoot(page, "tab-4-no-token");
  }

  @Test
  void openedOutsideTeams_saysSo() throws Exception {
    Page page = browser.visitor(900, 500, "Europe/Rome");
    library(page);
    page.navigate("http://localhost:" + server.port() + "/desk/teams");
    assertThat(page.locator("#door-text")).containsText("This page is a tab of Microsoft Teams.");
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "tab-5-outside");
  }

  @Test
  void otherPages_cannotFrameTheDesk() throws Exception {
    Page page = teams(EVIL, server.teams().login().token(FakeTeamsLogin.FAY), 900, 500);
    Await.until(
        "the refusal",
        () -> {
          page.waitForTimeout(20);
          return browser.complaints().stream().anyMatch(one -> one.contains("frame-ancestors"));
        });
    assertThat(page.frameLocator("iframe").locator("#door")).hasCount(0);
    browser.forgive("frame-ancestors");
    browser.forgive("Framing '");
  }

  private Page teams(String address, String token, int width, int height) throws Exception {
    Page page = browser.visitor(width, height, "Europe/Rome");
    // A page of Teams that frames one on the very same machine is none of the real world's.
    page.context().grantPermissions(List.of("local-network-access"));
    library(page);
    String host =
        Files.readString(Path.of("src/test/resources/teams/host.html"))
            .replace("{{tab}}", "http://localhost:" + server.port() + "/desk/teams")
            .replace("{{chat}}", FakeTeams.CLASS_ROOM)
            .replace("{{token}}", token);
    page.route(
        address,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("text/html; charset=utf-8")
                    .setBody(host)));
    page.navigate(address);
    return page;
  }

  /** Microsoft's library as npm has it; what else is asked of its server is not there. */
  private static void library(Page page) throws Exception {
    Path npm = Npm.install("The browser test of the Teams tab", "@microsoft/teams-js@2.58.0");
    String script =
        Files.readString(
            npm.resolve("node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js"),
            StandardCharsets.UTF_8);
    Map<String, String> open = Map.of("Access-Control-Allow-Origin", "*");
    page.route(
        "https://res.cdn.office.net/**",
        route -> {
          boolean list = route.request().url().endsWith("validDomains.json");
          route.fulfill(
              new Route.FulfillOptions()
                  .setStatus(200)
                  .setHeaders(open)
                  .setContentType(list ? "application/json" : "text/javascript")
                  .setBody(list ? "{\"validOrigins\":[\"teams.microsoft.com\"]}" : script));
        });
  }
}
