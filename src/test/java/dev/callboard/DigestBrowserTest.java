package dev.callboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.callboard.testing.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest as a producer reads it, who takes the new version of the plan along. */
@Tag("browser")
@Order(4)
class DigestBrowserTest {

  @TempDir Path folder;

  @Test
  void newVersion_isSavedWithWhatIsTicked() throws Exception {
    try (LobbyServer server = GivenClasses.server(folder);
        Browser browser = Browser.open()) {
      LobbyCaller priya = new LobbyCaller(server.url(), "hybrid-meetings", "priya");
      priya.types("open hybrid-meetings");
      Page page = browser.visitor(1100, 800, "Europe/London");
      page.navigate(priya.typesForLink("desk digest").toString());
      page.locator("#door-enter").click();
      assertThat(page.locator(".result")).containsText("3 deliveries");
      page.getByLabel("Plan Gallery walk").uncheck();
      assertThat(DeskPage.faults(page)).isEmpty();
      Browser.shoot(page, "digest-1");
      Locator button =
          page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download version 2"));

      Download saved = page.waitForDownload(button::click);

      assertThat(saved.suggestedFilename()).isEqualTo("hybrid-meetings.v2.yaml");
      assertThat(Files.readString(saved.path()).lines())
          .hasSameSizeAs(Files.readAllLines(GivenClasses.plan(folder)))
          .contains("    minutes: 8", "    minutes: 12", "    minutes: 4");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(DeskPage.faults(page)).isEmpty();
      Browser.shoot(page, "digest-2-dark");
      page.setViewportSize(390, 800);
      Browser.shoot(page, "digest-3-phone");
      designer(server, browser);
      browser.forgive("401 (Unauthorized)"); // the door asks before anybody is in
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** Who is given the changed segments, for the plan's file names learners. */
  private static void designer(LobbyServer server, Browser browser) throws Exception {
    LobbyCaller dana = new LobbyCaller(server.url(), "hybrid-meetings", "dana");
    Page page = browser.visitor(1100, 1000, "Europe/London");
    page.navigate(dana.typesForLink("desk digest").toString());
    page.locator("#door-enter").click();
    assertThat(page.locator(".paste")).containsText("minutes: 8 # not 5");
    assertThat(page.locator("table.occurrences"))
        .containsText("Poll 1a learner hears nothingiPhone 3×33 of 336");
    assertThat(page.locator("body")).not().containsText("Amara");
    assertThat(DeskPage.faults(page)).isEmpty();
    Browser.shoot(page, "digest-4-designer");
    Locator button =
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download the changed segments"));
    Download saved = page.waitForDownload(button::click);
    assertThat(saved.suggestedFilename()).isEqualTo("hybrid-meetings.v2.changes.yaml");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(DeskPage.faults(page)).isEmpty();
    page.setViewportSize(390, 1000);
    Browser.shoot(page, "digest-5-designer-phone");
  }
}
