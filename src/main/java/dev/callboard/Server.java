package dev.callboard;

import dev.callboard.api.Api;
import dev.callboard.api.HookCarrier;
import dev.callboard.api.Hooks;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.command.IcuTexts;
import dev.callboard.command.Registry;
import dev.callboard.config.Settings;
import dev.callboard.console.Console;
import dev.callboard.console.Invitations;
import dev.callboard.console.Ways;
import dev.callboard.desk.Desk;
import dev.callboard.outbox.Entry;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.Relevance;
import dev.callboard.plan.ClientFolder;
import dev.callboard.plan.Library;
import dev.callboard.plan.PlanFolder;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Carrier;
import dev.callboard.platform.Door;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PageOrigin;
import dev.callboard.platform.Site;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.lobby.LobbyAdapter;
import dev.callboard.platform.lobby.LobbySettings;
import dev.callboard.platform.slack.SlackAdapter;
import dev.callboard.platform.teams.TeamsAdapter;
import dev.callboard.platform.zoom.ZoomAdapter;
import dev.callboard.report.file.Printing;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.store.Alarms;
import dev.callboard.store.ClassIndex;
import dev.callboard.store.Store;
import dev.callboard.web.Assets;
import dev.callboard.web.Gauge;
import dev.callboard.web.Metric;
import dev.callboard.web.Web;
import dev.callboard.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole of Callboard, wired: everything is made here, started in order and stopped in order.
 */
public final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration CALL = Duration.ofSeconds(20);

  /** How often the alarm clock is looked at: how late may be what is to be said at once. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** How often what is of no use any more is forgotten. */
  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Meters meters;
  private final Traces traces;
  private final Store store;
  private final Desk desk;
  private final Relay relay = new Relay();
  private final Outbox outbox;
  private final Alarms alarms;
  private final List<Adapter> adapters = new ArrayList<>();
  private final Web web;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sweeper").factory());

  /**
   * Makes a server; it listens once {@link #start} is called.
   *
   * @throws IOException when the learners' texts cannot be read
   */
  public Server(Settings settings, InstantSource clock) throws IOException {
    this.clock = clock;
    this.meters = new Meters(clock);
    Registry registry = Commands.registry();
    Vocabulary words = Commands.vocabulary(registry);
    String name = UUID.randomUUID().toString();
    traces =
        settings
            .tracing()
            .<Traces>map(
                to -> new OtlpTraces(to, name, new Traces.Known(registry.words(), this::classOf)))
            .orElse(Traces.OFF);
    Library plans = new PlanFolder(settings.plans(), registry.words());
    IcuTexts texts = IcuTexts.read(settings.messages());
    store = Store.open(settings.databaseUrl());
    ClientFolder clients = new ClientFolder(settings.plans());
    Hooks hooks = new Hooks(clients::find);
    Invitations invitations = new Invitations(store.passes()::key, () -> address(settings), clock);
    desk =
        new Desk(
            new Desk.Furniture(
                traces.ledger(store.ledger()),
                LostMail.of(store.shelf()),
                plans,
                texts,
                registry,
                clock,
                this::home,
                new PlatformAccounts(this::records, clock),
                new PageFittings(relay, invitations, person -> reachable(settings, person)),
                hooks::of),
            relay);
    settings
        .slack()
        .ifPresent(slack -> {
          var meetings = new MeetingFittings("slack", new OpenClasses(desk, store, clock), clock);
          adapters.add(
              new SlackAdapter(
                  slack,
                  words,
                  door("slack"),
                  new SlackAdapter.Surroundings(meetings, meetings),
                  clock));
        });
    settings
        .teams()
        .ifPresent(teams -> adapters.add(new TeamsAdapter(teams, door("teams"), http(), clock)));
    settings
        .zoom()
        .ifPresent(zoom -> adapters.add(new ZoomAdapter(zoom, door("zoom"), http(), clock)));
    Optional<Site> site = Optional.empty();
    if (settings.lobby()) {
      LobbyAdapter lobby =
          new LobbyAdapter(
              LobbySettings.forHosts(hosts(settings)),
              door("lobby"),
              new LobbyAdapter.Surroundings(
                  LobbyFittings.guests(plans),
                  store.lobbyBook(),
                  LobbyFittings.panel(desk::classAt, clock),
                  LobbyFittings.meetings(desk::classAt, clock),
                  words,
                  clock));
      adapters.add(lobby);
      relay.ends =
          new LobbyEnds(
              lobby,
              id ->
                  desk.find(id, 0)
                      .flatMap(session -> LobbyFittings.ended(session, clock.instant())));
      site = Optional.of(lobby.site());
    }
    List<Carrier> carriers = new ArrayList<>(adapters.stream().map(meters::carrier).toList());
    carriers.add(new HookCarrier(hooks, key -> Optional.ofNullable(System.getenv(key)), clock));
    carriers.replaceAll(traces::carrier);
    alarms = store.alarms(new Alarms.Clockwork(desk.ringing(), clock, LOOK, name));
    outbox =
        new Outbox(
            store.shelf(),
            carriers,
            new Outbox.Classes(
                (entries, sentence) -> undelivered(desk, entries, sentence), new Asking(desk)),
            clock,
            name);
    relay.outbox = outbox;
    Assets assets = new Assets();
    Printing printing = new Printing();
    Console console =
        new Console(
            door("desk"),
            new Console.Surroundings(
                new ConsoleFittings(
                    desk, store.ledger(), LostMail.of(store.shelf()), store.classes()),
                plans,
                clients::find,
                printing,
                adapters.stream().flatMap(adapter -> adapter.tab().stream()).findFirst(),
                new WaysOn(),
                store.passes(),
                invitations,
                relay.bells,
                registry::allowed,
                assets::page,
                assets.root().replaceAll("/$", ""),
                new PageOrigin(hosts(settings)),
                settings.publicUrl().filter(url -> url.getScheme().equals("https")).isPresent(),
                clock));
    relay.console = console;
    Api api =
        new Api(
            door("api"),
            new Api.Surroundings(
                new ApiFittings(
                    desk, store.ledger(), store.pages(), LostMail.of(store.shelf()), this::rooms),
                plans,
                clients::find,
                printing,
                settings.plans(),
                clock));
    web = web(settings, site, List.of(console, api), assets, clock);
  }

  private Web web(
      Settings settings,
      Optional<Site> lobby,
      List<Site> sites,
      Assets assets,
      InstantSource clock) {
    Gauge depth =
        new Gauge(
            "callboard_outbox_depth",
            "Messages that wait to be sent.",
            () -> store.shelf().depth());
    ClassIndex classes = store.classes();
    List<Metric> metrics = new ArrayList<>(meters.metrics());
    metrics.add(depth);
    metrics.add(Meters.waiting(platforms(), classes::waiting));
    metrics.add(
        new Gauge("callboard_open_classes", "Classes that have not ended.", classes::openCount));
    return new Web(
        new WebSettings(settings.listen().bind(), settings.listen().port()),
        new Web.Parts(
            adapters.stream().map(traces::webhook).toList(),
            lobby,
            sites,
            assets,
            this::obstacle,
            metrics,
            clock));
  }

  /**
   * Starts to listen and to send; returns once the port is open.
   *
   * @throws UncheckedIOException when something else listens there; nothing is running then
   */
  public void start() {
    try {
      web.start();
    } catch (UncheckedIOException taken) {
      close();
      throw taken;
    }
    outbox.start();
    alarms.start();
    var _ = sweeper.scheduleWithFixedDelay(this::sweep, 1, SWEEP.toMinutes(), TimeUnit.MINUTES);
    for (Adapter adapter : adapters) {
      Thread.ofVirtual().name("start-" + adapter.platform()).start(adapter::start);
    }
  }

  /** The port it listens on. */
  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    web.close();
    sweeper.shutdown();
    alarms.close();
    relay.close();
    adapters.forEach(Adapter::close);
    outbox.close();
    store.close();
    traces.close();
  }

  private void sweep() {
    try {
      desk.sweep();
      store.passes().sweep(clock.instant());
    } catch (RuntimeException exception) {
      LOG.error("what is of no use any more could not be forgotten", exception);
    }
  }

  private Door door(String entrance) {
    return traces.door(entrance, meters.door(entrance, desk::handle));
  }

  private Optional<Session> classOf(Place place, @Nullable SessionId id) {
    return id == null ? desk.classAt(place) : desk.find(id, 0);
  }

  private Set<String> platforms() {
    return Stream.concat(adapters.stream().map(Adapter::platform), Stream.of(Destination.WEBHOOK))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<String> home(String platform) {
    return adapter(platform).flatMap(Adapter::home);
  }

  /** The tenant in which a plan's rooms on a platform are; in the lobby there is but one. */
  private Optional<String> rooms(String platform) {
    return adapter(platform).filter(LobbyAdapter.class::isInstance).isPresent()
        ? Optional.of("local")
        : home(platform);
  }

  /** To rooms on the platforms that are on. */
  private final class WaysOn implements Ways {

    @Override
    public Optional<String> home(String platform) {
      return rooms(platform);
    }

    @Override
    public Optional<URI> to(Place place) {
      return adapter(place.platform()).flatMap(adapter -> adapter.way(place));
    }
  }

  private Optional<MeetingRecords> records(String platform) {
    return adapter(platform).flatMap(Adapter::records);
  }

  private Optional<Adapter> adapter(String platform) {
    return adapters.stream().filter(adapter -> adapter.platform().equals(platform)).findFirst();
  }

  private Optional<String> obstacle() {
    try {
      store.check();
      return Optional.empty();
    } catch (RuntimeException exception) {
      return Optional.of("the database does not answer");
    }
  }

  private static void undelivered(Desk desk, List<Entry> entries, String sentence) {
    SessionId session = entries.getLast().session();
    if (entries.stream().allMatch(Entry::isForProgram)) {
      LOG.warn("{} messages to a client's webhook were given up: {}", entries.size(), sentence);
    } else if (session != null) {
      desk.undelivered(session, entries.stream().map(Entry::change).toList(), sentence);
    }
  }

  /** Without a public address only who sits at this machine can open a page, as in the lobby. */
  private static boolean reachable(Settings settings, Person person) {
    boolean program = person.platform().equals(Person.PROGRAMS);
    return !program && (settings.publicUrl().isPresent() || person.platform().equals("lobby"));
  }

  private URI address(Settings settings) {
    return settings.publicUrl().orElseGet(() -> URI.create("http://localhost:" + web.port()));
  }

  /** Asks the desk, which knows the classes. */
  private record Asking(Desk desk) implements Relevance {

    @Override
    public Optional<String> idle(SessionId session, Outgoing prompt) {
      return desk.idle(session, prompt);
    }

    @Override
    public void dropped(SessionId session, Outgoing prompt, String reason) {
      desk.dropped(session, prompt, reason);
    }
  }

  private static OkHttpClient http() {
    return new OkHttpClient.Builder().callTimeout(CALL).followRedirects(false).build();
  }

  private static Set<String> hosts(Settings settings) {
    return settings.publicUrl().map(URI::getHost).map(Set::of).orElse(Set.of());
  }
}
