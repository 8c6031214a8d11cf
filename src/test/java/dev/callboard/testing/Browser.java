package dev.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real browser: the system's Chromium, else the one that Playwright fetches. It remembers what
 * its pages complained of. Used by one thread.
 */
public final class Browser implements AutoCloseable {

  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Also enough on a machine that does much else. */
  private static final int PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Opens it; a test that calls this is left out where there is none, see {@link Needs}. */
  public static Browser open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    try {
      return launch();
    } catch (RuntimeException noBrowserNorNode) {
      return Needs.orLeaveOut(
          Optional.empty(),
          "The browser test of the lobby",
          "It needs Chromium: install your system's package chromium (or google-chrome)."
              + " The one here did not open: "
              + Needs.sentence(noBrowserNorNode.getMessage()));
    }
  }

  private static Browser launch() {
    Optional<Path> system =
        Needs.find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    Playwright playwright = null;
    try {
      Map<String, String> environment =
          system.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
      playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(arguments());
      system.ifPresent(options::setExecutablePath);
      return new Browser(playwright, playwright.chromium().launch(options));
    } catch (RuntimeException noBrowserNorNode) {
      if (playwright != null) {
        playwright.close();
      }
      throw noBrowserNorNode;
    }
  }

  /** As root, as in containers, Chromium's sandbox cannot be had. */
  private static List<String> arguments() {
    List<String> arguments = new ArrayList<>(QUIET);
    if ("root".equals(System.getProperty("user.name"))) {
      arguments.add("--no-sandbox");
    }
    return arguments;
  }

  /** A new visitor, who has never been here, in front of a screen of this size. */
  public Page visitor(int width, int height, String timezone) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setTimezoneId(timezone)
                .setLocale("en-GB"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  /** What pages complained of: uncaught exceptions, refused scripts, failed requests. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Forgets complaints that name this, where a test made them happen. */
  public void forgive(String expected) {
    complaints.removeIf(complaint -> complaint.contains(expected));
  }

  /** All visitors leave, of whose pages none may have complained. */
  public void leave() {
    List<String> heard = complaints();
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    complaints.clear();
    assertThat(heard).isEmpty();
  }

  /** Saves what a page shows as {@code target/screenshots/NAME.png}. */
  public static void shoot(Page page, String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
