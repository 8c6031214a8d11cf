package dev.callboard.platform.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.callboard.chat.Place;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Door;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.Secret;
import dev.callboard.platform.Turnouts;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.Whereabouts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack, one workspace by its token, over HTTP or in Socket Mode. Thread-safe. */
public final class SlackAdapter implements Adapter {

  private static final Logger LOG = LoggerFactory.getLogger(SlackAdapter.class);

  /** Slack's own requests are far smaller. */
  private static final int LONGEST_BODY = 1024 * 1024;

  /**
   * About one message a second and channel, a burst is let through; several hundred a minute in the
   * workspace, of which at least 300 are meant, and a third of them go at once: prompts of many
   * classes fall due on the same second, and each goes to a channel of its own. Changes are other
   * methods (tier 3). A refusal is of a method in the workspace.
   */
  private static final Pace PACE =
      new Pace(
          new Rate(4, Duration.ofSeconds(1), new Window(60, Duration.ofMinutes(1))),
          new Rate(100, Duration.ofMillis(200), new Window(300, Duration.ofMinutes(1))),
          new Rate(10, Duration.ofMillis(1_200), new Window(50, Duration.ofMinutes(1))),
          Pace.Refusal.TENANT);

  /** How often those are looked after who should be in a huddle. */
  private static final Duration ROUND = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final OkHttpClient http;
  private final SlackClient client;
  private final SlackSender sender;
  private final App app;
  private final Persistence persistence;
  private final @Nullable SlackSignature signature;
  private final @Nullable SlackSocket socket;
  private final SlackMeetings meetings;
  private final SlackRounds rounds;
  private final Surroundings around;
  private final ScheduledExecutorService minutes =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("slack-meetings").factory());
  private volatile String bot = "";
  private volatile @Nullable String team;

  /** What the house tells of its classes' meetings. */
  public record Surroundings(Whereabouts whereabouts, Turnouts turnouts) {}

  public SlackAdapter(
      SlackSettings settings,
      Vocabulary vocabulary,
      Door door,
      Surroundings around,
      InstantSource clock) {
    this(settings, vocabulary, door, around, Patience.usual(clock));
  }

  SlackAdapter(
      SlackSettings settings,
      Vocabulary vocabulary,
      Door door,
      Surroundings around,
      Patience patience) {
    this.around = around;
    http = SlackWire.client(patience.call());
    Slack slack = SlackBolt.slack(settings, http);
    client = new SlackClient(new SlackCalls(slack, settings.botToken(), patience.clock()));
    meetings =
        new SlackMeetings(
            client, () -> bot, new SlackTurnouts(client, around.turnouts(), patience.clock()));
    SlackDirects directs = new SlackDirects(client);
    SlackFiles files = new SlackFiles(client, http, settings.apiUrl(), patience.clock());
    sender =
        new SlackSender(
            client, directs, files, new SlackPictures(files, patience.again()), meetings);
    SlackPeople people = new SlackPeople(client, patience, threads);
    SlackMemory memory = new SlackMemory(around.whereabouts());
    SlackHuddles huddles = new SlackHuddles(door, memory, people, patience.clock());
    rounds = new SlackRounds(client, around.whereabouts(), memory, huddles, patience.clock());
    app = SlackBolt.app(settings, slack, huddles);
    new SlackListeners(
            door,
            new SlackPayloads(people, new SlackCommands(vocabulary)),
            new SlackEvents(people, () -> bot),
            new SlackAnswers(client, new ResponseUrls(http, settings.apiUrl()), directs, threads))
        .register(app);
    persistence = new Persistence(patience.again());
    Secret secret = settings.signingSecret();
    signature = secret == null ? null : new SlackSignature(secret, patience.clock());
    Secret appToken = settings.appToken();
    socket = appToken == null ? null : new SlackSocket(app, appToken, threads);
  }

  @Override
  public String platform() {
    return "slack";
  }

  @Override
  public Optional<String> home() {
    return Optional.ofNullable(team);
  }

  @Override
  public Optional<URI> way(Place place) {
    return SlackWays.to(place);
  }

  @Override
  public String path() {
    return "/slack/events";
  }

  @Override
  public WebhookResponse accept(WebhookRequest request) {
    if (request.body().length > LONGEST_BODY) {
      return refuse(413, "longer than " + LONGEST_BODY + " bytes");
    }
    if (SlackIntake.isSslCheck(request)) {
      return WebhookResponse.empty(200);
    }
    Optional<String> doubt =
        signature == null ? Optional.of("only Socket Mode is set up") : signature.refusal(request);
    if (doubt.isPresent()) {
      return refuse(401, doubt.get());
    }
    try {
      Optional<Request<?>> read = SlackIntake.read(request);
      return read.isEmpty() ? WebhookResponse.empty(200) : answer(SlackBolt.run(app, read.get()));
    } catch (MalformedRequestException malformed) {
      return refuse(400, malformed.getMessage());
    }
  }

  private static WebhookResponse answer(Response response) {
    String body = response.getBody();
    return body == null
        ? WebhookResponse.empty(response.getStatusCode())
        : new WebhookResponse(
            response.getStatusCode(),
            response.getContentType(),
            body.getBytes(StandardCharsets.UTF_8));
  }

  private static WebhookResponse refuse(int status, @Nullable String reason) {
    LOG.info("slack: a request was refused with {}: {}", status, reason);
    return WebhookResponse.empty(status);
  }

  @Override
  public Receipt send(Dispatch dispatch) throws PlatformException {
    return sender.send(dispatch);
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  /** Returns at once; Slack out of reach or a wrong token is told in the log and tried again. */
  @Override
  public void start() {
    app.start();
    persistence.start("nothing can be posted", this::introduce);
    persistence.start(
        "cards of meetings show nobody", () -> meetings.resume(around.turnouts().posted()));
    repeat("who is still in a huddle", ROUND, rounds::go);
    repeat("who is on the cards of meetings", SlackTurnouts.STEP, meetings::step);
    SlackSocket opening = socket;
    if (opening != null) {
      persistence.start("nothing is heard", opening::open);
    }
  }

  /** Never on the way of a request, and whatever happens it is done again. */
  private void repeat(String what, Duration each, Runnable work) {
    Runnable kept =
        () -> {
          try {
            work.run();
          } catch (RuntimeException failure) {
            LOG.error("slack: {} was not looked after", what, failure);
          }
        };
    var _ =
        minutes.scheduleWithFixedDelay(
            kept, each.toMillis(), each.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void introduce() throws PlatformException {
    AuthTestResponse own = client.whoAmI();
    team = own.getTeamId();
    bot = own.getUserId() == null ? "" : own.getUserId();
    LOG.info("slack: speaking as {} in {}", own.getUser(), own.getTeam());
  }

  @Override
  public void close() {
    minutes.shutdownNow();
    persistence.close();
    if (socket != null) {
      socket.close();
    }
    app.stop();
    app.executorService().shutdownNow();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
