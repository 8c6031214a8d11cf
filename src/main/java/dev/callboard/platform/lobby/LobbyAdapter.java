package dev.callboard.platform.lobby;

import dev.callboard.chat.Content;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Bell;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Door;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.PageOrigin;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.Site;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.lobby.LobbyPayloads.Sent;
import dev.callboard.platform.lobby.Meetings.Ended;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lobby as a platform: what the page sends comes in here, what Callboard says is kept here. */
public final class LobbyAdapter implements Adapter {

  private static final Logger LOG = LoggerFactory.getLogger(LobbyAdapter.class);
  private static final String STALE_PAGE = "This page is out of date. Load it again.";

  private final Door door;
  private final Guests guests;
  private final LobbySignature signature;
  private final PageOrigin origin;
  private final LobbyClient client;
  private final LobbyMeeting meeting;
  private final LobbyRecords records;
  private final Site site;

  public LobbyAdapter(LobbySettings settings, Door door, Surroundings around) {
    Bell bell = new Bell();
    this.door = door;
    this.guests = around.guests();
    this.signature = new LobbySignature(settings.tokenLife(), around.clock());
    this.origin = new PageOrigin(settings.hosts());
    this.client = new LobbyClient(around.book(), guests, bell, around.clock());
    this.records = new LobbyRecords(around.book(), around.guests(), around.clock());
    this.meeting = new LobbyMeeting(around, records, door, bell);
    LobbyHouse house =
        new LobbyHouse(
            guests,
            around.book(),
            around.panel(),
            around.meetings(),
            around.words(),
            bell,
            around.clock(),
            settings.history());
    this.site = new LobbySite(house, signature, origin);
  }

  /** What the lobby is told about, and where it keeps what is said in it. */
  public record Surroundings(
      Guests guests,
      LobbyBook book,
      NowPanel panel,
      Meetings meetings,
      Vocabulary words,
      InstantSource clock) {}

  /** What the page reads. */
  public Site site() {
    return site;
  }

  /** Ends the meeting of a class that is over; told again, it changes nothing. */
  public void end(Ended ended) {
    meeting.end(ended);
  }

  @Override
  public String platform() {
    return LobbyPlace.PLATFORM;
  }

  @Override
  public String path() {
    return "/lobby/events";
  }

  @Override
  public Optional<URI> way(Place place) {
    return LobbyPlace.of(place).flatMap(LobbyPlace::way);
  }

  @Override
  public Optional<MeetingRecords> records() {
    return Optional.of(records);
  }

  @Override
  public WebhookResponse accept(WebhookRequest request) {
    if (!origin.own(request)) {
      return refusal(401, "a foreign page", "Open the lobby at its own address.");
    }
    Optional<LobbySignature.Claim> claim =
        request.header(LobbySignature.HEADER).flatMap(signature::verify);
    if (claim.isEmpty()) {
      return refusal(401, "no token, or an old or foreign one", STALE_PAGE);
    }
    return LobbyPayloads.read(request.body())
        .map(sent -> accept(sent, claim.get()))
        .orElseGet(() -> refusal(400, "nothing our page sends", STALE_PAGE));
  }

  private WebhookResponse accept(Sent sent, LobbySignature.Claim claim) {
    Optional<Seat> seat = Seat.find(guests, claim.plan(), claim.person());
    if (!sent.plan().equals(claim.plan())
        || !sent.person().equals(claim.person())
        || seat.isEmpty()) {
      return refusal(401, key(sent) + " with a token of somebody else", STALE_PAGE);
    }
    if (sent.meets()) {
      return meets(sent, seat.get());
    }
    Optional<LobbyPlace> place = LobbyPlace.of(sent.place());
    if (place.filter(seat.get().places()::contains).isEmpty()) {
      return refusal(403, key(sent) + " to a place not theirs", "You cannot write there.");
    }
    client.seen(seat.get());
    return sent.kind().equals("say")
        ? say(sent, seat.get(), place.get())
        : command(sent, seat.get(), place.get());
  }

  private static WebhookResponse refusal(int status, String reason, String sentence) {
    LOG.info("lobby: a request was refused with {}: {}", status, reason);
    return PageAnswers.problem(status, sentence);
  }

  private WebhookResponse meets(Sent sent, Seat seat) {
    if (!sent.place().equals(LobbyPlace.meeting(seat.show().key()).id())) {
      return refusal(403, key(sent) + " to a meeting not theirs", "You cannot go there.");
    }
    if (sent.kind().equals("simulate") && !seat.produces()) {
      return refusal(403, key(sent) + ": played by no producer", "Only producers can do that.");
    }
    client.seen(seat);
    return meeting.hear(sent, seat, key(sent));
  }

  private WebhookResponse say(Sent sent, Seat seat, LobbyPlace place) {
    if (place.kind() != PlaceKind.CLASS_ROOM) {
      return refusal(400, key(sent) + ": chat outside the class room", "Type a command here.");
    }
    client.say(seat, key(sent), sent.line());
    return PageAnswers.answer(new Reply.Quiet());
  }

  private WebhookResponse command(Sent sent, Seat seat, LobbyPlace place) {
    Via via =
        switch (sent.kind()) {
          case "press" -> Via.BUTTON;
          case "form" -> Via.FORM;
          default -> Via.TYPED;
        };
    PlaceKind kind = place.kind() == PlaceKind.DIRECT ? PlaceKind.DIRECT : PlaceKind.UNKNOWN;
    Reply reply =
        door.handle(
            new Inbound.Command(
                new Delivery(key(sent), Delivery.Route.INLINE),
                seat.person(),
                place.place(),
                kind,
                sent.words(),
                via));
    boolean shown =
        reply instanceof Reply.Replace(Content content)
            && kind == PlaceKind.DIRECT
            && !sent.post().isEmpty()
            && client.replace(place, Long.parseLong(sent.post()), key(sent), content);
    return PageAnswers.answer(shown ? new Reply.Quiet() : reply);
  }

  private static String key(Sent sent) {
    return LobbyPlace.PLATFORM + ":" + sent.plan() + "/" + sent.person() + "/" + sent.id();
  }

  @Override
  public Receipt send(Dispatch dispatch) throws PlatformException {
    return client.carryOut(dispatch);
  }

  /** Nobody limits us here. */
  @Override
  public Pace pace() {
    return new Pace(Rate.perSecond(1_000), Rate.perSecond(10_000), null, Pace.Refusal.LANE);
  }

  @Override
  public void start() {}

  @Override
  public void close() {}
}
