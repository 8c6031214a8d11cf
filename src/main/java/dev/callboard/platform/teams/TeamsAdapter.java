package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Door;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.Tab;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.teams.TeamsActions.Pressed;
import dev.callboard.platform.teams.TeamsMeetings.Seen;
import dev.callboard.platform.teams.TeamsPayloads.Heard;
import dev.callboard.platform.teams.bf.BotFramework;
import dev.callboard.platform.teams.bf.BotFramework.Answer;
import dev.callboard.platform.teams.bf.IncomingActivity;
import dev.callboard.platform.teams.bf.MalformedActivityException;
import dev.callboard.platform.teams.bf.Turn;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Microsoft Teams.
 *
 * <p>A {@link Place} is a conversation by Teams' own id, for channels without the thread, so that a
 * plan can name it. A {@link Person} is the {@code 29:} id: every call that addresses somebody
 * takes it, guests have one too, and it stays the same for this bot; the tenant is the
 * conversation's.
 *
 * <p>Presses of buttons are answered in the request; messages take no answer, so theirs is posted.
 */
public final class TeamsAdapter implements Adapter {

  private static final Logger LOG = LoggerFactory.getLogger(TeamsAdapter.class);

  private static final String PLATFORM = "teams";

  /** What comes all the time and is left alone: people talk, type and join. */
  private static final Set<String> COMMON =
      Set.of(
          "message",
          "messageUpdate",
          "messageDelete",
          "messageReaction",
          "typing",
          "conversationUpdate",
          "installationUpdate");

  private static final int LARGEST = 256 * 1024;

  /**
   * The limits of a bot per conversation, edits counted, and of an app per tenant: of its 30 a
   * second, 5 are left for asking who people are.
   */
  private static final Pace PACE =
      new Pace(
          new Rate(
              5,
              Duration.ofSeconds(1),
              new Window(7, Duration.ofSeconds(1)),
              new Window(8, Duration.ofSeconds(2)),
              new Window(60, Duration.ofSeconds(30)),
              new Window(1_800, Duration.ofHours(1))),
          new Rate(25, Duration.ofMillis(40), new Window(25, Duration.ofSeconds(1))),
          null,
          Pace.Refusal.LANE);

  private final Door door;
  private final TeamsSignature signature;
  private final BotFramework framework;
  private final TeamsSettings settings;
  private final TeamsRoutes routes;
  private final TeamsMembers members;
  private final TeamsSender sender;
  private final TeamsAnswers answers;
  private final TeamsRecords records;
  private final @Nullable TeamsTab tab;
  private final InstantSource clock;

  /**
   * @param http the client of the house; it is not closed
   */
  public TeamsAdapter(TeamsSettings settings, Door door, OkHttpClient http, InstantSource clock) {
    this.door = door;
    this.settings = settings;
    this.routes = new TeamsRoutes(settings);
    this.signature =
        new TeamsSignature(settings, new TeamsKeys(settings.openidUrl(), http, clock), clock);
    this.framework = new BotFramework(settings.appId());
    TeamsClient client = new TeamsClient(new TeamsTokens(settings, http, clock), http, clock);
    this.members = new TeamsMembers(client, routes, clock);
    this.sender = new TeamsSender(client, routes, settings.targeted());
    this.answers = new TeamsAnswers(sender);
    this.records = new TeamsRecords(client, routes, new TeamsGraph(settings, http, clock));
    this.tab =
        settings.appId().isBlank()
            ? null
            : new TeamsTab(new TeamsLogin(settings, http, clock), client, routes);
    this.clock = clock;
  }

  /** Empty for a bot without an id, for which nobody issues tokens. */
  @Override
  public Optional<Tab> tab() {
    return Optional.ofNullable(tab);
  }

  /** Microsoft's own account of who was in a meeting. */
  @Override
  public Optional<MeetingRecords> records() {
    return Optional.of(records);
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public Optional<String> home() {
    return settings.home();
  }

  @Override
  public Optional<URI> way(Place place) {
    return TeamsWays.to(place);
  }

  @Override
  public String path() {
    return "/api/messages";
  }

  @Override
  public WebhookResponse accept(WebhookRequest request) {
    if (!request.method().equals("POST")) {
      return WebhookResponse.empty(405);
    }
    try {
      TeamsSignature.Proof proof = signature.check(request);
      if (request.body().length > LARGEST) {
        LOG.warn("teams request refused: {} bytes", request.body().length);
        return WebhookResponse.empty(413);
      }
      IncomingActivity incoming = framework.parse(request.body());
      signature.bind(proof, incoming.turn());
      return answer(incoming);
    } catch (TeamsRefusal refusal) {
      LOG.warn("teams request refused with {}: {}", refusal.status(), refusal.getMessage());
      return WebhookResponse.empty(refusal.status());
    } catch (MalformedActivityException malformed) {
      LOG.warn("teams request not understood: {}", malformed.getMessage());
      return WebhookResponse.empty(400);
    }
  }

  @Override
  public Receipt send(Dispatch dispatch) throws PlatformException {
    return sender.send(dispatch);
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public void start() {}

  @Override
  public void close() {}

  private WebhookResponse answer(IncomingActivity incoming) {
    Turn turn = incoming.turn();
    Heard heard = TeamsPayloads.read(turn);
    boolean nameless =
        turn.from().id().isBlank()
            || turn.conversation().tenant().isBlank()
            || (turn.id().isBlank() && !(heard instanceof Heard.Executed));
    // Teams stops telling a bot of anything that does not take what the system tells.
    boolean system = heard instanceof Heard.Nothing || heard instanceof Heard.Meeting;
    if (nameless && !system) {
      LOG.warn("teams {}: {} without sender, tenant or id", shown(turn.id()), shown(turn.type()));
      return WebhookResponse.empty(400);
    }
    routes.seen(turn);
    try {
      Answer answer = framework.run(incoming, told -> answer(told, heard));
      @Nullable JsonNode body = answer.body();
      return body == null
          ? WebhookResponse.empty(answer.status())
          : WebhookResponse.json(answer.status(), body.toString());
    } catch (RuntimeException undone) {
      // The door has said why. Teams tells it again.
      LOG.warn("teams {} not taken: {}", turn.id(), undone.getClass().getSimpleName());
      return WebhookResponse.empty(503);
    }
  }

  private Answer answer(Turn turn, Heard heard) {
    return switch (heard) {
      case Heard.Nothing nothing -> {
        if (!COMMON.contains(turn.type())) {
          String what = shown(turn.type() + " " + turn.name());
          LOG.info("teams {}: nothing is done at {}", shown(turn.id()), what);
        }
        yield done();
      }
      case Heard.Strange strange -> new Answer(200, TeamsAnswers.strange());
      case Heard.Typed typed -> {
        hand(turn, new Words(typed.key(), typed.line(), Via.TYPED), Route.POSTED);
        yield done();
      }
      case Heard.Submitted submitted -> {
        hand(turn, Words.of(submitted.key(), submitted.pressed()), Route.POSTED);
        yield done();
      }
      case Heard.Executed executed -> {
        Inbound.Command command =
            command(turn, Words.of(executed.key(), executed.pressed()), Route.INLINE);
        Reply reply = door.handle(command);
        yield new Answer(200, answers.of(reply, command, executed.pressed().eyes()));
      }
      case Heard.Added added -> {
        Delivery delivery = new Delivery(added.key(), Route.POSTED);
        door.handle(new Inbound.Added(delivery, person(turn, null), place(turn)));
        yield done();
      }
      case Heard.Meeting meeting -> {
        see(turn);
        yield done();
      }
    };
  }

  /** A meeting's place is its chat, whenever it is held. */
  private void see(Turn turn) {
    String tenant = turn.conversation().tenant();
    List<Seen> all =
        tenant.isBlank()
            ? List.of()
            : TeamsMeetings.read(turn, person -> members.met(turn, person), clock.instant());
    if (all.isEmpty()) {
      String what = shown(turn.name());
      LOG.info("teams {}: nothing can be told from {}", shown(turn.id()), what);
    }
    for (Seen seen : all) {
      if (seen.what() instanceof Sighting.Began) {
        members.expect(turn);
      }
      if (!seen.face().account().isBlank() && !seen.face().directoryId().isBlank()) {
        routes.met(tenant, seen.face().directoryId(), seen.face().account());
      }
      Delivery delivery = new Delivery(seen.key(), Route.POSTED);
      Sighting sighting = new Sighting(place(turn), "", seen.at(), seen.what());
      door.handle(new Inbound.Presence(delivery, sighting));
    }
  }

  private record Words(String key, String line, Via via) {
    static Words of(String key, Pressed pressed) {
      return new Words(key, pressed.line(), pressed.via());
    }
  }

  /** Foreign text, fit for one line of the log. */
  private static String shown(String told) {
    return Brief.of(told.replaceAll("[^\\x20-\\x7e]", "?"), 100);
  }

  private static Answer done() {
    return new Answer(200, null);
  }

  private void hand(Turn turn, Words words, Route route) {
    door.handle(command(turn, words, route));
  }

  private Inbound.Command command(Turn turn, Words words, Route route) {
    return new Inbound.Command(
        new Delivery(words.key(), route),
        person(turn, members.email(turn)),
        place(turn),
        TeamsPayloads.personal(turn) ? PlaceKind.DIRECT : PlaceKind.UNKNOWN,
        words.line(),
        words.via());
  }

  private static Person person(Turn turn, @Nullable String email) {
    return new Person(
        PLATFORM, turn.conversation().tenant(), turn.from().id(), turn.from().name(), email);
  }

  private static Place place(Turn turn) {
    return new Place(PLATFORM, turn.conversation().tenant(), TeamsPayloads.conversation(turn));
  }
}
