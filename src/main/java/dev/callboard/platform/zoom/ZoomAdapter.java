package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Door;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.zoom.ZoomChat.Said;
import dev.callboard.platform.zoom.ZoomPayloads.Heard;
import dev.callboard.platform.zoom.ZoomSignature.Proof;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Zoom.
 *
 * <p>A {@link Place} is a meeting by its number, whenever it is held, or a conversation in Team
 * Chat by its address (JID). A {@link Person} is a user by Zoom's own id; the tenant of both is the
 * account.
 *
 * <p>Zoom's requests take no answer, so replies are posted. A request that is Zoom's own is
 * acknowledged even when nothing can be done at it, for Zoom stops telling servers that refuse.
 */
public final class ZoomAdapter implements Adapter {

  private static final Logger LOG = LoggerFactory.getLogger(ZoomAdapter.class);

  private static final String PLATFORM = "zoom";

  /** Zoom's own requests are far smaller. */
  private static final int LARGEST = 1024 * 1024;

  /** Zoom names no limit for one conversation. */
  private static final Rate LANE =
      new Rate(5, Duration.ofMillis(200), new Window(5, Duration.ofSeconds(1)));

  /** What has no place in a line of the log. */
  private static final Pattern UNSHOWN = Pattern.compile("[^\\x20-\\x7e]");

  private final ZoomSettings settings;
  private final Door door;
  private final InstantSource clock;
  private final ZoomSignature signature;
  private final ZoomMeetings meetings = new ZoomMeetings();
  private final ZoomPeople people;
  private final ZoomSender sender;
  private final ZoomRecords records;

  /**
   * @param http the client of the house; it is not closed
   */
  public ZoomAdapter(ZoomSettings settings, Door door, OkHttpClient http, InstantSource clock) {
    this.settings = settings;
    this.door = door;
    this.clock = clock;
    this.signature = new ZoomSignature(settings, clock);
    ZoomClient client = new ZoomClient(settings, http, clock);
    this.people = new ZoomPeople(client, clock);
    this.sender = new ZoomSender(client, people);
    this.records = new ZoomRecords(client, settings.plan().reports());
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public Optional<String> home() {
    return settings.accountId().isEmpty() ? Optional.empty() : Optional.of(settings.accountId());
  }

  @Override
  public Optional<URI> way(Place place) {
    return ZoomWays.to(place);
  }

  @Override
  public String path() {
    return "/zoom/events";
  }

  /** The reports of meetings that are over; the app that may read them has the account's id. */
  @Override
  public Optional<MeetingRecords> records() {
    return settings.accountId().isEmpty() ? Optional.empty() : Optional.of(records);
  }

  @Override
  public WebhookResponse accept(WebhookRequest request) {
    if (!request.method().equals("POST")) {
      return WebhookResponse.empty(405);
    }
    if (request.body().length > LARGEST) {
      LOG.warn("zoom request refused: {} bytes", request.body().length);
      return WebhookResponse.empty(413);
    }
    String trace = shown(request.header("x-zm-trackingid").orElse(""));
    try {
      Proof proof = signature.check(request);
      return answer(trace, proof, ZoomJson.request(request.body()));
    } catch (ZoomRefusal refusal) {
      LOG.warn("zoom {} refused with {}: {}", trace, refusal.status(), refusal.getMessage());
      return WebhookResponse.empty(refusal.status());
    }
  }

  @Override
  public Receipt send(Dispatch dispatch) throws PlatformException {
    return sender.send(dispatch);
  }

  @Override
  public Pace pace() {
    return new Pace(LANE, settings.plan().messages(), null, Pace.Refusal.TENANT);
  }

  @Override
  public void start() {}

  @Override
  public void close() {}

  private WebhookResponse answer(String trace, Proof proof, JsonNode request) throws ZoomRefusal {
    String event = ZoomPayloads.event(request);
    proof.within(ZoomPayloads.window(event));
    String told = ZoomPayloads.account(request);
    if (!settings.serves(told)) {
      LOG.warn(
          "zoom {} {}: of another account (expected: the one that is set)", trace, shown(event));
      return WebhookResponse.empty(200);
    }
    String account = told.isEmpty() ? settings.accountId() : told;
    return switch (ZoomPayloads.read(request, account, clock.instant())) {
      case Heard.Challenge challenge -> challenged(challenge.plainToken(), proof);
      case Heard.Seen seen -> seen(trace, meetings.named(seen.presence()));
      case Heard.Spoken spoken -> handed(trace, command(spoken.said(), account));
      case Heard.Nothing _ -> {
        LOG.info("zoom {}: nothing is done at {}", trace, shown(event));
        yield WebhookResponse.empty(200);
      }
    };
  }

  private static WebhookResponse challenged(String plainToken, Proof proof) {
    return WebhookResponse.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("plainToken", plainToken)
            .put("encryptedToken", proof.answer(plainToken))
            .toString());
  }

  private WebhookResponse seen(String trace, List<Inbound.Presence> facts) {
    for (Inbound.Presence fact : facts) {
      WebhookResponse answer = handed(trace, fact);
      if (answer.status() != 200) {
        meetings.untaken(facts);
        return answer;
      }
    }
    return WebhookResponse.empty(200);
  }

  private WebhookResponse handed(String trace, Inbound inbound) {
    try {
      door.handle(inbound);
      return WebhookResponse.empty(200);
    } catch (RuntimeException undone) {
      // The door has said why. Zoom tells it again.
      LOG.warn("zoom {} not taken: {}", trace, undone.getClass().getSimpleName());
      return WebhookResponse.empty(503);
    }
  }

  private Inbound.Command command(Said said, String account) {
    people.heard(said.from());
    String id = said.from().id();
    String name = said.from().name().isEmpty() ? id : said.from().name();
    return new Inbound.Command(
        new Delivery(said.key(), Route.POSTED),
        new Person(PLATFORM, account, id, name, people.email(said.from())),
        new Place(PLATFORM, account, said.place()),
        ZoomChat.shared(said.place()) ? PlaceKind.UNKNOWN : PlaceKind.DIRECT,
        said.line(),
        said.via());
  }

  /** Foreign text, fit for one line of the log. */
  private static String shown(String told) {
    return Brief.of(UNSHOWN.matcher(told).replaceAll("?"), 100);
  }
}
