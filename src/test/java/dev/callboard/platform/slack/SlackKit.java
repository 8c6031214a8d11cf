package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Door;
import dev.callboard.platform.MeetingKit;
import dev.callboard.platform.PlatformKit;
import dev.callboard.platform.Secret;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.Vocabulary.Word;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.testing.Await;
import dev.callboard.testing.BlockKitLimits;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.NoMeetings;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackCall;
import dev.callboard.testing.SlackEyes;
import dev.callboard.testing.SlackFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Slack adapter on {@link FakeSlack}, Fay typing in the class room. */
final class SlackKit implements PlatformKit {

  static final Vocabulary WORDS =
      new Vocabulary(
          List.of(
              new Word("open", "open [PLAN]", "Open a class", List.of("open hybrid"), true),
              new Word("page", "page [NUMBER|next]", "Post a page", List.of("page 12"), true),
              new Word("next", "next", "Go on", List.of("next"), true),
              new Word("undo", "undo", "Take back", List.of("undo"), false)));

  private final Door door;
  private final FakeSlack slack;
  private final SettableClock clock;
  private final SlackAdapter adapter;
  private volatile boolean deaf;

  SlackKit(Door door, SettableClock clock) {
    this(door, ample(clock), FakeSlack.start(clock), clock);
  }

  SlackKit(Door door, Patience patience, FakeSlack slack, SettableClock clock) {
    this(door, patience, slack, clock, NoMeetings.AROUND);
  }

  SlackKit(
      Door door,
      Patience patience,
      FakeSlack slack,
      SettableClock clock,
      SlackAdapter.Surroundings around) {
    this.door = door;
    this.slack = slack;
    this.clock = clock;
    this.adapter = new SlackAdapter(slack.settings(), WORDS, this::hear, around, patience);
    adapter.start();
  }

  /** For machines that are busy: no test passes because of how long this is. */
  static Patience ample(SettableClock clock) {
    Duration ample = Duration.ofSeconds(30);
    return new Patience(clock, ample, ample, Duration.ofMillis(20));
  }

  private Reply hear(Inbound inbound) {
    return deaf ? new Reply.Quiet() : door.handle(inbound);
  }

  FakeSlack slack() {
    return slack;
  }

  /** The body of the answer to a request that is well received. */
  String accept(WebhookRequest request) {
    WebhookResponse response = adapter.accept(request);
    assertThat(response.status()).isEqualTo(200);
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** The latest call of a method, once there is one: some are made after the answer. */
  SlackCall called(String method) {
    Await.until(method, () -> !slack.calls(method).isEmpty());
    return slack.calls(method).getLast();
  }

  @Override
  public Adapter adapter() {
    return adapter;
  }

  @Override
  public Person person() {
    return new Person("slack", FakeSlack.TEAM, FakeSlack.FAY, "Fay", "fay@example.com");
  }

  @Override
  public Place classRoom() {
    return new Place("slack", FakeSlack.TEAM, FakeSlack.CLASS_ROOM);
  }

  @Override
  public WebhookRequest typed(String deliveryId, String line) {
    return slack.requests().slash(deliveryId, "/class", SlackText.escape(line));
  }

  @Override
  public WebhookRequest pressed(String deliveryId, String line) {
    return slack.requests().button(deliveryId, ButtonValue.of(line));
  }

  @Override
  public WebhookRequest signed(byte[] body) {
    return slack.requests().signed(body);
  }

  @Override
  public WebhookRequest unsigned(WebhookRequest sound) {
    return new WebhookRequest(sound.method(), sound.path(), "", Map.of(), sound.body());
  }

  @Override
  public WebhookRequest forged(WebhookRequest sound) {
    Secret other = new Secret("another secret");
    return slack.requests().signed(sound.body(), clock.instant(), other);
  }

  @Override
  public WebhookRequest tampered(WebhookRequest sound) {
    String body = new String(sound.body(), StandardCharsets.UTF_8).replace("U07", "U08");
    return new WebhookRequest(
        sound.method(), sound.path(), "", sound.headers(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public WebhookRequest stale(String deliveryId, String line) {
    clock.advance(Duration.ofSeconds(-301));
    WebhookRequest old = typed(deliveryId, line);
    clock.advance(Duration.ofSeconds(301));
    return old;
  }

  @Override
  public Optional<WebhookRequest> own() {
    return Optional.of(slack.requests().event("message_im_own.json"));
  }

  @Override
  public List<String> shownToAll() {
    return slack.shows(FakeSlack.CLASS_ROOM);
  }

  @Override
  public List<String> shownToPerson() {
    return slack.showsOnlyTo(FakeSlack.FAY);
  }

  @Override
  public void refusePrivate() {
    slack.failAlways(FakeSlack.DIRECT, SlackFault.error("cannot_dm_bot"));
    slack.failAlways("chat.postEphemeral", SlackFault.error("user_not_in_channel"));
  }

  void failNext(int status, @Nullable String retryAfter) {
    SlackFault fault = SlackFault.html(status);
    slack.failNext(
        "chat.postMessage", retryAfter == null ? fault : fault.with("Retry-After", retryAfter));
  }

  @Override
  public List<String> faults(String wire) {
    return BlockKitLimits.message(wire);
  }

  @Override
  public boolean harmless(String wire, String name) {
    return SlackEyes.harmless(wire, name);
  }

  /** A huddle that has begun before anybody listened. */
  @Override
  public Optional<MeetingKit> meetingKit() {
    deaf = true;
    accept(SlackHuddleKit.begin(slack.requests()));
    deaf = false;
    return Optional.of(new SlackHuddleKit(slack.requests(), classRoom()));
  }

  @Override
  public void close() {
    adapter.close();
    slack.close();
  }
}
