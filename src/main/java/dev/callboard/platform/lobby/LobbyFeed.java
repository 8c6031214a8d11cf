package dev.callboard.platform.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.Site;
import dev.callboard.platform.Site.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one page hears. It reads the book from the last number it told, so nothing is queued for a
 * page that does not listen, and a page that comes back misses nothing.
 */
final class LobbyFeed implements Site.Feed {

  /** Between looks at the book and the panel, for what other servers and the clock do. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final int MOST = 100;

  private final LobbyHouse house;
  private final LobbySignature.Claim claim;
  private long told;
  private String panel = "";
  private boolean over;

  LobbyFeed(LobbyHouse house, LobbySignature.Claim claim, long told) {
    this.house = house;
    this.claim = claim;
    this.told = told;
  }

  @Override
  public List<News> await(Duration patience) throws InterruptedException {
    long looks = Math.max(1, patience.dividedBy(LOOK));
    for (long look = 0; look < looks; look++) {
      long heard = house.bell().rings();
      List<News> news = news();
      if (!news.isEmpty()) {
        return news;
      }
      house.bell().await(heard, LOOK);
    }
    return List.of();
  }

  @Override
  public boolean over() {
    return over;
  }

  /** The seat as the plan has it now: who left the team stops hearing it at once. */
  private Optional<Seat> seat() {
    return Seat.find(house.guests(), claim.plan(), claim.person());
  }

  /** What was said since the page last heard, as the page draws it. */
  ArrayNode entries() {
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    seat()
        .map(seat -> house.book().after(told, seat.placeIds(), MOST))
        .orElse(List.of())
        .forEach(entry -> entries.add(LobbyRenderer.entry(entry)));
    return entries;
  }

  private List<News> news() {
    Optional<Seat> seat = seat();
    if (seat.isEmpty()) {
      over = true;
      return List.of(new News("gone", null, "{}"));
    }
    List<News> news = new ArrayList<>();
    for (JsonNode entry : entries()) {
      told = entry.path("number").longValue();
      news.add(new News("entry", String.valueOf(told), PageAnswers.write(entry)));
    }
    ObjectNode now = LobbySession.now(house, seat.get());
    if (!now.toString().equals(panel)) {
      panel = now.toString();
      now.put("clock", house.clock().instant().toString());
      news.add(new News("now", null, PageAnswers.write(now)));
    }
    return news;
  }
}
