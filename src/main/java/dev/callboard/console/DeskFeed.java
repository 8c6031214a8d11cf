package dev.callboard.console;

import dev.callboard.platform.Bell;
import dev.callboard.platform.Site;
import dev.callboard.platform.Site.News;
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
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** So that a page hears a line that is alive from one that is dead. */
  static final News STILL = new News("still", null, "{}");

  private final SessionId id;
  private final Views views;
  private final Bells bells;
  private final BooleanSupplier allowed;
  private final InstantSource clock;
  private String told = "";
  private boolean over;

  /**
   * Makes a feed.
   *
   * @param allowed whether its reader may still have it
   */
  DeskFeed(SessionId id, Views views, Bells bells, BooleanSupplier allowed, InstantSource clock) {
    this.id = id;
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
      for (long look = 0; look < looks; look++) {
        long heard = bell.rings();
        Views.View view = views.of(id).orElseThrow();
        if (!view.json().equals(told)) {
          told = view.json();
          return List.of(new News("desk", String.valueOf(view.seq()), telling(view, clock)));
        }
        bell.await(heard, LOOK);
      }
      return List.of(STILL);
    } finally {
      bells.leave(id);
    }
  }

  @Override
  public boolean over() {
    return over;
  }

  /** The view with the server's clock beside it, for a computer's own may be minutes off. */
  static String telling(Views.View view, InstantSource clock) {
    Instant now = clock.instant();
    return "{\"clock\":\"" + now + "\",\"view\":" + view.json() + "}";
  }
}
