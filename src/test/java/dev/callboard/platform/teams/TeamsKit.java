package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Door;
import dev.callboard.platform.MeetingKit;
import dev.callboard.platform.PlatformKit;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.FakeTeamsKeys;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TeamsActivities;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The Teams adapter on {@link FakeTeams}, Fay typing in the class room. */
final class TeamsKit implements PlatformKit {

  private final FakeTeams teams;
  private final SettableClock clock;
  private final OkHttpClient http = new OkHttpClient();
  private final TeamsAdapter adapter;

  TeamsKit(Door door, SettableClock clock) {
    this.clock = clock;
    this.teams = FakeTeams.start(clock);
    this.adapter = new TeamsAdapter(teams.settings(), door, http, clock);
    adapter.start();
  }

  FakeTeams teams() {
    return teams;
  }

  /** Fay says something in the class room that only the bot can see. */
  void whispers() {
    adapter.accept(teams.signed(TeamsActivities.targeted("whisper", "status")));
  }

  @Override
  public Adapter adapter() {
    return adapter;
  }

  @Override
  public Person person() {
    return new Person("teams", FakeTeams.TENANT, FakeTeams.FAY, "Fay Osei", "fay@example.com");
  }

  @Override
  public Place classRoom() {
    return new Place("teams", FakeTeams.TENANT, FakeTeams.CLASS_ROOM);
  }

  @Override
  public WebhookRequest typed(String deliveryId, String line) {
    return teams.signed(TeamsActivities.mention(deliveryId, line));
  }

  @Override
  public WebhookRequest pressed(String deliveryId, String line) {
    return teams.signed(TeamsActivities.execute(deliveryId, line));
  }

  @Override
  public WebhookRequest signed(byte[] body) {
    return teams.signed(body);
  }

  @Override
  public WebhookRequest unsigned(WebhookRequest sound) {
    return FakeTeams.request(sound.body(), null);
  }

  @Override
  public WebhookRequest forged(WebhookRequest sound) {
    FakeTeamsKeys stolen = new FakeTeamsKeys("k1", List.of("msteams"));
    return FakeTeams.request(sound.body(), "Bearer " + stolen.sign(teams.claims()));
  }

  /** The token of a request to be answered elsewhere. */
  @Override
  public WebhookRequest tampered(WebhookRequest sound) {
    String body = new String(sound.body(), StandardCharsets.UTF_8);
    String elsewhere = body.replace(teams.serviceUrl(), teams.serviceUrl() + "evil/");
    return FakeTeams.request(
        elsewhere.getBytes(StandardCharsets.UTF_8), sound.header("authorization").orElseThrow());
  }

  @Override
  public WebhookRequest stale(String deliveryId, String line) {
    ObjectNode activity = TeamsActivities.mention(deliveryId, line);
    long past = clock.instant().minus(Duration.ofMinutes(5).plusSeconds(1)).getEpochSecond();
    return teams.signed(activity, claims -> claims.put("nbf", past - 3600).put("exp", past));
  }

  @Override
  public Optional<WebhookRequest> own() {
    return Optional.of(teams.signed(TeamsActivities.of("message-own")));
  }

  @Override
  public List<String> shownToAll() {
    return teams.connector().shownToAll(FakeTeams.CLASS_ROOM).stream()
        .map(JsonNode::toString)
        .toList();
  }

  @Override
  public List<String> shownToPerson() {
    return teams.connector().shownTo(FakeTeams.FAY).stream().map(JsonNode::toString).toList();
  }

  @Override
  public void refusePrivate() {
    teams.connector().refuseTargeted();
    teams.connector().refuseChats();
  }

  void failNext(int status, @Nullable String retryAfter) {
    teams.connector().failNext(new Fault(status, retryAfter));
  }

  @Override
  public List<String> faults(String wire) {
    return TeamsWire.faults(wire);
  }

  @Override
  public boolean harmless(String wire, String name) {
    return TeamsWire.harmless(wire);
  }

  @Override
  public Optional<MeetingKit> meetingKit() {
    return Optional.of(new TeamsMeetingKit(teams, classRoom()));
  }

  @Override
  public void close() {
    adapter.close();
    teams.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
