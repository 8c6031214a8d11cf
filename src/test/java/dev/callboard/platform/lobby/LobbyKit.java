package dev.callboard.platform.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Door;
import dev.callboard.platform.PlatformKit;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.Cast;
import dev.callboard.testing.MemoryLobbyBook;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lobby with a test at the browser: it sends what the page sends and reads what it reads. */
final class LobbyKit implements PlatformKit {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);

  private final SettableClock clock;
  private final LobbyAdapter adapter;
  private volatile boolean nobodyThere;
  private volatile Meetings meetings = plan -> Optional.empty();

  LobbyKit(Door door, SettableClock clock) {
    this.clock = clock;
    Guests guests = () -> nobodyThere ? List.of() : Cast.guests().shows();
    this.adapter =
        new LobbyAdapter(
            new LobbySettings(Set.of("lobby.example"), TOKEN_LIFE, 200),
            door,
            new LobbyAdapter.Surroundings(
                guests,
                new MemoryLobbyBook(),
                plan -> Optional.empty(),
                plan -> meetings.of(plan),
                new Vocabulary(List.of()),
                clock));
  }

  @Override
  public Adapter adapter() {
    return adapter;
  }

  LobbyAdapter lobby() {
    return adapter;
  }

  /** From now on these meetings are held. */
  void holds(Meetings held) {
    meetings = held;
  }

  @Override
  public Person person() {
    return new Person("lobby", "local", "fay", "Fay Osei", null);
  }

  @Override
  public Place classRoom() {
    return new Place("lobby", "local", "hybrid/class");
  }

  @Override
  public WebhookRequest typed(String deliveryId, String line) {
    return sent(deliveryId, "command", line);
  }

  @Override
  public WebhookRequest pressed(String deliveryId, String line) {
    return sent(deliveryId, "press", line);
  }

  private WebhookRequest sent(String id, String kind, String line) {
    return sent("fay", Map.of("id", id, "kind", kind, "line", line, "place", "hybrid/class"));
  }

  /** What the page of this person of plan {@code hybrid} sends. */
  WebhookRequest sent(String person, Map<String, String> what) {
    Map<String, String> body = new HashMap<>(what);
    body.put("plan", "hybrid");
    body.put("person", person);
    return with(token(person), json(body));
  }

  @Override
  public WebhookRequest signed(byte[] body) {
    return with(token("fay"), body);
  }

  @Override
  public WebhookRequest unsigned(WebhookRequest sound) {
    return without(sound, LobbySignature.HEADER);
  }

  @Override
  public WebhookRequest forged(WebhookRequest sound) {
    LobbySignature foreign = new LobbySignature(TOKEN_LIFE, clock);
    return with(foreign.sign("hybrid", "fay"), sound.body());
  }

  /** The token of another person, who may do less. */
  @Override
  public WebhookRequest tampered(WebhookRequest sound) {
    return with(token("ana"), sound.body());
  }

  @Override
  public WebhookRequest stale(String deliveryId, String line) {
    WebhookRequest request = typed(deliveryId, line);
    clock.advance(TOKEN_LIFE);
    return request;
  }

  @Override
  public Optional<WebhookRequest> own() {
    return Optional.empty();
  }

  /** What the least of the learners reads in the class room. */
  @Override
  public List<String> shownToAll() {
    return shown("ana", "hybrid/class");
  }

  @Override
  public List<String> shownToPerson() {
    return shown("fay", "hybrid/@fay");
  }

  List<String> shown(String person, String place) {
    List<String> entries = new ArrayList<>();
    for (JsonNode node : session(person).path("places")) {
      if (node.path("id").asText().equals(place)) {
        node.path("entries").forEach(entry -> entries.add(entry.path("blocks").toString()));
      }
    }
    return entries;
  }

  /** All that a person's page is told when it is opened. */
  JsonNode session(String person) {
    WebhookRequest request = get("/lobby/session", "plan=hybrid&person=" + person);
    try {
      return JSON.readTree(adapter.site().read(request).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String token(String person) {
    return session(person).path("token").asText();
  }

  static WebhookRequest get(String path, String query) {
    return new WebhookRequest(
        "GET", path, query, Map.of("host", List.of("localhost:3978")), new byte[0]);
  }

  WebhookRequest with(String token, byte[] body) {
    Map<String, List<String>> headers =
        Map.of("host", List.of("localhost:3978"), LobbySignature.HEADER, List.of(token));
    return new WebhookRequest("POST", "/lobby/events", "", headers, body);
  }

  static WebhookRequest without(WebhookRequest request, String header) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.remove(header);
    return with(request, headers);
  }

  static WebhookRequest with(WebhookRequest request, Map<String, List<String>> headers) {
    return new WebhookRequest(
        request.method(), request.path(), request.query(), headers, request.body());
  }

  static byte[] json(Map<String, String> body) {
    try {
      return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void refusePrivate() {
    nobodyThere = true;
  }

  @Override
  public List<String> faults(String wire) {
    return new LobbyWire(wire).faults();
  }

  @Override
  public boolean harmless(String wire, String name) {
    return new LobbyWire(wire).shows(name);
  }

  @Override
  public void close() {
    adapter.close();
  }
}
