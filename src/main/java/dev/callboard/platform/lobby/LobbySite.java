package dev.callboard.platform.lobby;

import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.PageOrigin;
import dev.callboard.platform.Site;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.lobby.Guests.Guest;
import dev.callboard.platform.lobby.Guests.Show;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the page reads: {@code /lobby/session} tells a person's whole view and gives the token to
 * act in it, {@code /lobby/stream} and {@code /lobby/news} tell what is new to them.
 */
final class LobbySite implements Site {

  private final LobbyHouse house;
  private final LobbySignature signature;
  private final PageOrigin origin;

  LobbySite(LobbyHouse house, LobbySignature signature, PageOrigin origin) {
    this.house = house;
    this.signature = signature;
    this.origin = origin;
  }

  @Override
  public String root() {
    return "/lobby/";
  }

  @Override
  public WebhookResponse read(WebhookRequest request) {
    if (!origin.own(request)) {
      return PageAnswers.problem(403, "Open the lobby at its own address.");
    }
    return switch (request.path()) {
      case "/lobby/session" -> session(request);
      case "/lobby/news" -> news(request);
      default -> PageAnswers.problem(404, "There is nothing here.");
    };
  }

  private WebhookResponse session(WebhookRequest request) {
    String body =
        PageAnswers.write(
            seat(request)
                .map(seat ->
                    LobbySession.of(
                        house, seat, signature.sign(seat.show().key(), seat.guest().key())))
                .orElseGet(() -> LobbySession.empty(house)));
    return WebhookResponse.json(200, body);
  }

  /** What is new, at once: for pages out of sight, which ask now and then instead of listening. */
  private WebhookResponse news(WebhookRequest request) {
    return feed(request)
        .map(feed -> WebhookResponse.json(200, feed.entries().toString()))
        .orElseGet(() -> PageAnswers.problem(401, "This page is out of date. Load it again."));
  }

  @Override
  public Optional<Feed> follow(WebhookRequest request) {
    if (!request.path().equals("/lobby/stream") || !origin.own(request)) {
      return Optional.empty();
    }
    return feed(request).map(feed -> feed);
  }

  private Optional<LobbyFeed> feed(WebhookRequest request) {
    return request
        .parameter("token")
        .flatMap(signature::verify)
        .map(claim -> new LobbyFeed(house, claim, from(request)));
  }

  /** Where the page left off: the browser says so itself when it comes back. */
  private long from(WebhookRequest request) {
    return request
        .header("last-event-id")
        .or(() -> request.parameter("after"))
        .filter(number -> number.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElseGet(house.book()::newest);
  }

  /** The person asked for; else, in the plan asked for or the first one, whoever leads the way. */
  private Optional<Seat> seat(WebhookRequest request) {
    List<Show> shows = house.guests().shows();
    Optional<Show> show =
        request
            .parameter("plan")
            .flatMap(house.guests()::show)
            .or(() -> shows.stream().filter(some -> !some.people().isEmpty()).findFirst());
    return show.flatMap(found ->
        request
            .parameter("person")
            .flatMap(found::guest)
            .or(() -> found.people().stream().min(LobbySite.byWelcome()))
            .map(guest -> new Seat(found, guest)));
  }

  /** A producer first, then others of the team, as the plan lists them. */
  private static Comparator<Guest> byWelcome() {
    return Comparator.comparingInt(
        guest -> guest.role().equals("producer") ? 0 : guest.team() ? 1 : 2);
  }
}
