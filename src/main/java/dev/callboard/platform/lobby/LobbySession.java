package dev.callboard.platform.lobby;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.PageBlocks;
import dev.callboard.platform.lobby.Guests.Guest;
import dev.callboard.platform.lobby.Guests.Show;
import dev.callboard.platform.lobby.LobbyBook.Entry;
import dev.callboard.platform.lobby.NowPanel.Now;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything a page needs to draw the lobby as one person sees it, and nothing else. */
final class LobbySession {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final LobbyHouse house;
  private final ObjectNode root = NODES.objectNode();

  private LobbySession(LobbyHouse house) {
    this.house = house;
  }

  static ObjectNode of(LobbyHouse house, Seat seat, String token) {
    LobbySession session = new LobbySession(house);
    session.plans();
    session.seat(seat, token);
    return session.root;
  }

  /** The lobby when there is no plan to show. */
  static ObjectNode empty(LobbyHouse house) {
    LobbySession session = new LobbySession(house);
    session.plans();
    return session.root;
  }

  private void plans() {
    ArrayNode plans = root.put("clock", house.clock().instant().toString()).putArray("plans");
    for (Show show : house.guests().shows()) {
      ArrayNode people =
          plans.addObject().put("key", show.key()).put("title", show.title()).putArray("people");
      show.people().forEach(guest -> people.add(guest(guest)));
    }
  }

  private static ObjectNode guest(Guest guest) {
    return NODES
        .objectNode()
        .put("key", guest.key())
        .put("name", guest.name())
        .put("role", guest.role())
        .put("team", guest.team())
        .put("language", guest.language());
  }

  private void seat(Seat seat, String token) {
    root.put("plan", seat.show().key())
        .put("zone", seat.show().zone().getId())
        .put("token", token)
        .put("newest", house.book().newest());
    root.set("you", guest(seat.guest()));
    root.set("now", now(house, seat));
    ArrayNode places = root.putArray("places");
    for (LobbyPlace place : seat.places()) {
      ObjectNode node = places.addObject().put("id", place.id()).put("kind", place.kind().name());
      history(place, node.putArray("entries"));
    }
    words(seat);
  }

  /**
   * The posts of a place as they stand: an edited one as it reads now, a removed one not at all.
   */
  private void history(LobbyPlace place, ArrayNode into) {
    Map<Long, ObjectNode> posts = new LinkedHashMap<>();
    Set<Long> removed = new HashSet<>();
    for (Entry entry : house.book().last(place.id(), house.history())) {
      ObjectNode node = LobbyRenderer.entry(entry);
      long post = node.path("post").longValue();
      switch (entry.draft().change()) {
        case POST -> posts.put(post, node);
        case EDIT -> edit(posts, post, node);
        case REMOVE -> removed.add(post);
      }
    }
    posts.keySet().removeAll(removed);
    posts.values().forEach(into::add);
  }

  /** A post from before what is shown, such as a card edited all through the class, comes back. */
  private static void edit(Map<Long, ObjectNode> posts, long post, ObjectNode change) {
    ObjectNode edited = posts.computeIfAbsent(post, _ -> change.deepCopy().put("change", "post"));
    edited.put("edited", true).set("blocks", change.get("blocks"));
  }

  /** Learners cannot command, so they are not offered words. */
  private void words(Seat seat) {
    ArrayNode words = root.putArray("words");
    if (!seat.guest().team()) {
      return;
    }
    house
        .words()
        .words()
        .forEach(word -> {
          ObjectNode node =
              words
                  .addObject()
                  .put("word", word.word())
                  .put("usage", word.usage())
                  .put("summary", word.summary());
          word.examples().forEach(node.putArray("examples")::add);
        });
  }

  /**
   * The panel as the person may see it, and whether they are in the meeting: the clock, and who is
   * there, are the team's, so learners have neither.
   */
  static ObjectNode now(LobbyHouse house, Seat seat) {
    String plan = seat.show().key();
    ObjectNode node =
        seat.guest().team()
            ? house.panel().now(plan).map(LobbySession::now).orElseGet(NODES::objectNode)
            : NODES.objectNode();
    house
        .meetings()
        .of(plan)
        .ifPresent(meeting ->
            node.putObject("meeting").put("in", meeting.here().contains(seat.guest().key())));
    return node;
  }

  private static ObjectNode now(Now now) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("title", now.title())
            .put("state", now.state().name())
            .put("starts", minute(now.starts()))
            .put("ends", minute(now.ends()))
            .put("next", now.next());
    if (now.behind() != null) {
      node.put("behind", Math.round(now.behind().toSeconds() / 60.0));
    }
    if (now.segment() != null) {
      node.putObject("segment")
          .put("title", now.segment().title())
          .put("began", now.segment().began().toString())
          .put("ends", now.segment().ends().toString());
    }
    if (now.presence() != null) {
      node.set("presence", presence(now.presence()));
    }
    return node;
  }

  private static ObjectNode presence(NowPanel.Presence presence) {
    ObjectNode node = NODES.objectNode().put("expected", presence.expected());
    names(node.putArray("here"), presence.here());
    names(node.putArray("away"), presence.away());
    names(node.putArray("missing"), presence.missing());
    names(node.putArray("unknown"), presence.unknown());
    return node;
  }

  /** Names come from meetings too, where people call themselves what they like. */
  private static void names(ArrayNode into, List<String> names) {
    names.forEach(name -> into.add(PageBlocks.cut(name, PageBlocks.LONGEST_LABEL)));
  }

  /** Shown without seconds, and told without, so that it changes once a minute at most. */
  private static @Nullable String minute(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
