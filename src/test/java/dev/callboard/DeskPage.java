package dev.callboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.callboard.testing.Browser;
import dev.callboard.testing.Npm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** The desk as a person uses it: by what is written on it. */
final class DeskPage {

  private static final String AXE = "axe-core@4.14.1";

  /** What makes a page unusable for somebody, by axe's own judgement. */
  private static final String FAULTS =
      "async () => (await axe.run(document, {resultTypes: ['violations']})).violations.filter(v =>"
          + " v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' +"
          + " v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))";

  private final Page page;

  DeskPage(Page page) {
    this.page = page;
  }

  /** Comes in by a link from chat. */
  static DeskPage enter(Page page, URI link) {
    page.navigate(link.toString());
    DeskPage desk = new DeskPage(page);
    desk.button("Open the desk").click();
    assertThat(desk.title()).isVisible();
    return desk;
  }

  Page page() {
    return page;
  }

  Locator title() {
    return page.locator("#title");
  }

  Locator button(String label) {
    return page.locator("#acts, dialog, #door, .say-line, .sides")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }

  /** The row of the segment that runs. */
  Locator current() {
    return page.locator(".row[aria-current=step]");
  }

  Locator row(String segment) {
    return page.locator(".row").filter(new Locator.FilterOptions().setHasText(segment));
  }

  Locator side(String title) {
    return page.locator(".side").filter(new Locator.FilterOptions().setHasText(title)).first();
  }

  Locator state() {
    return page.locator("#state");
  }

  Locator answers() {
    return page.locator("#answers");
  }

  DeskPage presses(String label) {
    button(label).click();
    return this;
  }

  DeskPage types(String line) {
    page.getByLabel("Command").fill(line);
    page.getByLabel("Command").press("Enter");
    return this;
  }

  DeskPage hears(String text) {
    assertThat(answers()).containsText(text);
    return this;
  }

  DeskPage shoots(String name) {
    Browser.shoot(page, "desk-" + name);
    return this;
  }

  /** Serious accessibility faults of what is shown now. */
  static List<?> faults(Page page) throws IOException {
    Path folder = Npm.install("The accessibility of the pages", AXE);
    page.evaluate(Files.readString(folder.resolve("node_modules/axe-core/axe.min.js")));
    return (List<?>) page.evaluate(FAULTS);
  }

  DeskPage isAccessible() throws IOException {
    Assertions.assertThat(faults(page)).isEmpty();
    return this;
  }
}
