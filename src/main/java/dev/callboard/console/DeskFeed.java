package dev.callboard.console;

import dev.callboard.platform.Bell;
import dev.callboard.platform.Site;
import dev.callboard.platform.Site.News;
import dev.callboard.report.model.Reader;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What is new on one desk. Each time the whole class is told, so whoever comes back has missed
 * nothing.
 */
final class DeskFeed implements Site.Feed {

  /** Other servers may write, and the clock goes on. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** So that a page hears a line that is alive from one that is dead. */
  static final News STILL = new News("still", null, "{}");

  private final String pass;
  private final SessionId id;
  private final Reader reader;
  private final Views views;
  private final Bells bells;
  private final BooleanSupplier allowed;
  private final InstantSource clock;
  private String told = "";
  private volatile boolean woken;
  private boolean over;

  /**
   * Makes a feed.
   *
   * @param pass what tells its reader from others
   * @param allowed whether its reader may still have it, as such a reader
   */
  DeskFeed(
      String pass,
      SessionId id,
      Reader reader,
      Views views,
      Bells bells,
      BooleanSupplier allowed,
      InstantSource clock) {
    this.pass = pass;
    this.id = id;
    this.reader = reader;
    this.views = views;
    this.bells = bells;
    this.allowed = allowed;
    this.clock = clock;
  }

  @Override
  public List<News> await(Duration patience) throws InterruptedException {
    if (!allowed.getAsBoolean()) {
      over = true;
      return List.of(new News("out", null, "{}"));
    }
    Bell bell = bells.listen(id);
    try {
      long looks = Math.max(1, patience.dividedBy(LOOK));
      for (long look = 0; look < looks && !woken; look++) {
        long heard = bell.rings();
        Views.View view = views.of(id, reader).orElseThrow();
        if (!view.json().equals(told)) {
          told = view.json();
          return List.of(new News("desk", String.valueOf(view.seq()), telling(view, clock)));
        }
        bell.await(heard, LOOK);
      }
      return List.of(STILL);
    } finally {
      woken = false;
      bells.leave(id);
    }
  }

  @Override
  public void wake() {
    woken = true;
    bells.ring(id);
  }

  @Override
  public String reader() {
    return pass;
  }

  @Override
  public boolean over() {
    return over;
  }

  /**
   * The view with the server's clock beside it, for a computer's own may be minutes off, and with
   * when it was made, from when its times count.
   */
  static String telling(Views.View view, InstantSource clock) {
    Instant now = clock.instant();
    return "{\"clock\":\""
        + now
        + "\",\"made\":\""
        + view.made()
        + "\",\"view\":"
        + view.json()
        + "}";
  }
}
