package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Door;
import dev.callboard.platform.MeetingKit;
import dev.callboard.platform.PlatformKit;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.FakeZoomChat.Fault;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.ZoomEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The Zoom adapter on {@link FakeZoom}: Fay types in the class room, Pat attends the meeting. */
final class ZoomKit implements PlatformKit, MeetingKit {

  private final FakeZoom zoom;
  private final SettableClock clock;
  private final OkHttpClient http = new OkHttpClient();
  private final ZoomAdapter adapter;

  ZoomKit(Door door, SettableClock clock) {
    this.clock = clock;
    this.zoom = FakeZoom.start(clock);
    this.adapter = new ZoomAdapter(zoom.settings(), door, http, clock);
    adapter.start();
  }

  FakeZoom zoom() {
    return zoom;
  }

  @Override
  public Adapter adapter() {
    return adapter;
  }

  @Override
  public Person person() {
    return new Person("zoom", FakeZoom.ACCOUNT, FakeZoom.FAY, "Fay Osei", "fay@example.com");
  }

  @Override
  public Place classRoom() {
    return new Place("zoom", FakeZoom.ACCOUNT, FakeZoom.CLASS_ROOM);
  }

  @Override
  public WebhookRequest typed(String deliveryId, String line) {
    return zoom.signed(ZoomEvents.typed(deliveryId, line));
  }

  @Override
  public WebhookRequest pressed(String deliveryId, String line) {
    return zoom.signed(ZoomEvents.pressed(deliveryId, line));
  }

  @Override
  public WebhookRequest signed(byte[] body) {
    return zoom.signed(body);
  }

  @Override
  public WebhookRequest unsigned(WebhookRequest sound) {
    return FakeZoom.request(sound.body(), null, null);
  }

  @Override
  public WebhookRequest forged(WebhookRequest sound) {
    return FakeZoom.signed(sound.body(), "a foreign secret", clock.instant());
  }

  @Override
  public WebhookRequest tampered(WebhookRequest sound) {
    String body = new String(sound.body(), StandardCharsets.UTF_8);
    return new WebhookRequest(
        sound.method(),
        sound.path(),
        sound.query(),
        sound.headers(),
        body.replace("Pat", "Eve").replace("Fay", "Eve").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public WebhookRequest stale(String deliveryId, String line) {
    byte[] body = ZoomEvents.typed(deliveryId, line).toString().getBytes(StandardCharsets.UTF_8);
    return FakeZoom.signed(body, FakeZoom.SECRET, clock.instant().minusSeconds(301));
  }

  /** Zoom does not tell a bot what it said. */
  @Override
  public Optional<WebhookRequest> own() {
    ObjectNode own = ZoomEvents.typed("own", "status");
    ZoomEvents.payload(own).put("userJid", FakeZoom.BOT);
    return Optional.of(zoom.signed(own));
  }

  @Override
  public List<String> shownToAll() {
    return zoom.chat().shownToAll(FakeZoom.CLASS_ROOM).stream().map(JsonNode::toString).toList();
  }

  @Override
  public List<String> shownToPerson() {
    return zoom.chat().shownTo(FakeZoom.FAY).stream().map(JsonNode::toString).toList();
  }

  @Override
  public void refusePrivate() {
    zoom.chat().refuseChats();
    zoom.chat().refuseWhispers();
  }

  void failNext(int status, @Nullable String retryAfter) {
    zoom.chat().failNext(new Fault(status, status, retryAfter));
  }

  @Override
  public List<String> faults(String wire) {
    return ZoomWire.faults(wire);
  }

  @Override
  public boolean harmless(String wire, String name) {
    return ZoomWire.harmless(wire);
  }

  @Override
  public Optional<MeetingKit> meetingKit() {
    return Optional.of(this);
  }

  @Override
  public Place meeting() {
    return new Place("zoom", FakeZoom.ACCOUNT, "86120034455");
  }

  @Override
  public WebhookRequest joins(String connection, Instant at) {
    return zoom.signed(ZoomEvents.joined(connection, at));
  }

  @Override
  public WebhookRequest leaves(String connection, Instant at) {
    return zoom.signed(ZoomEvents.left(connection, at));
  }

  @Override
  public WebhookRequest ends(Instant at) {
    ObjectNode event = ZoomEvents.of("meeting.ended");
    ZoomEvents.object(event).put("end_time", at.toString());
    return zoom.signed(event);
  }

  @Override
  public void close() {
    adapter.close();
    zoom.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
