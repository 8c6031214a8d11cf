package dev.callboard.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Classes.Done;
import dev.callboard.api.Route.Asked;
import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.plan.Library;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import dev.callboard.platform.Door;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens classes, and speaks in them for somebody of their team, by the door that chat uses. */
final class SessionWrites {

  private static final Logger LOG = LoggerFactory.getLogger(SessionWrites.class);
  private static final String LOBBY = "lobby";
  private static final int LONGEST_NAME = 80;

  /** What the answer to an opening offers first. */
  private static final Pattern START = Pattern.compile("@([a-z0-9][a-z0-9-]{0,79}) start");

  private final Door door;
  private final Classes classes;
  private final Library plans;

  SessionWrites(Door door, Classes classes, Library plans) {
    this.door = door;
    this.classes = classes;
    this.plans = plans;
  }

  /** Opens a class of a plan in the rooms that the plan names. */
  WebhookResponse open(Asked asked) {
    Query.of(asked.request(), List.of());
    Delivery delivery = delivery(asked);
    Sent sent = Sent.of(asked.request(), List.of("plan", "as", "platform"));
    Reading reading =
        PlanReads.own(plans, asked.program(), sent.text("plan", LONGEST_NAME))
            .orElseThrow(() -> Problem.nothing("plan"));
    Plan plan =
        reading
            .usable()
            .orElseThrow(() ->
                Problem.of(409, "The plan has mistakes. Mend them, then open it.")
                    .listing(reading.findings()));
    Member speaker = speaker(plan, sent.text("as", LONGEST_NAME));
    Place from = place(plan, sent.find("platform", LONGEST_NAME));
    Optional<Done> before = done(delivery);
    if (before.isPresent()) {
      return again(before.get(), plan);
    }
    Reply reply = says(asked.program(), speaker, from, "open " + plan.key(), delivery);
    Optional<SessionId> opened = opened(reply);
    if (opened.isPresent()) {
      return opened(opened.get(), plan, 201);
    }
    Optional<Done> meanwhile = done(delivery);
    if (meanwhile.isPresent()) {
      return again(meanwhile.get(), plan);
    }
    throw Problem.of(409, text(reply));
  }

  /** The class that was opened under the key, whatever became of it since. */
  private static WebhookResponse again(Done before, Plan plan) {
    SessionId session = before.session();
    if (session == null) {
      throw Problem.of(409, "What was opened under this Idempotency-Key is not known any more.");
    }
    return opened(session, plan, 200);
  }

  private static WebhookResponse opened(SessionId id, Plan plan, int status) {
    ObjectNode root =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id.value())
            .put("plan", plan.key())
            .put("repeated", status == 200);
    return WebhookResponse.json(status, PageAnswers.write(root))
        .with("Location", Api.ROOT + "sessions/" + id.value());
  }

  /** The answer to an opening has a button that starts that class; a refusal has none. */
  private static Optional<SessionId> opened(Reply reply) {
    return reply instanceof Reply.Tell(var content)
        ? content.blocks().stream()
            .flatMap(block ->
                block instanceof Block.Actions(var buttons) ? buttons.stream() : Stream.empty())
            .flatMap(button ->
                button instanceof Button.Press press ? Stream.of(press.line()) : Stream.empty())
            .map(START::matcher)
            .filter(Matcher::matches)
            .map(matcher -> new SessionId(matcher.group(1)))
            .findFirst()
        : Optional.empty();
  }

  /** The platform whose rooms the class gets first; the lobby is for trying, and comes last. */
  private Place place(Plan plan, Optional<String> wanted) {
    List<String> known =
        plan.rooms().keySet().stream()
            .filter(platform -> classes.home(platform).isPresent())
            .sorted((a, b) -> a.equals(LOBBY) ? 1 : b.equals(LOBBY) ? -1 : a.compareTo(b))
            .toList();
    if (known.isEmpty()) {
      throw Problem.of(
          409,
          "Callboard is connected to none of the platforms that the plan has rooms on. Whoever runs"
              + " it can change that.");
    }
    String platform = wanted.orElse(known.getFirst());
    if (!known.contains(platform)) {
      throw Problem.of(
          422, "platform: none with rooms of the plan (expected: one of " + known + ").");
    }
    return new Place(platform, classes.home(platform).orElseThrow(), Person.PROGRAMS);
  }

  /**
   * Whom of the team a program speaks for.
   *
   * @throws Problem when the plan has nobody of that key on its team
   */
  static Member speaker(Plan plan, String key) {
    return plan.person(key)
        .filter(member -> member.role().team())
        .orElseThrow(() ->
            Problem.of(
                422,
                "as: nobody of the plan's team (expected: a producer's key, one of "
                    + plan.withRole(Role.PRODUCER)
                        .map(Member::key)
                        .collect(Collectors.joining(", "))
                    + ")."));
  }

  /**
   * The name of what a request does, the same when it is sent again: a key is its program's own,
   * and stands for what was asked for under it first.
   */
  static Delivery delivery(Asked asked) {
    WebhookRequest request = asked.request();
    String key = Person.PROGRAMS + ":" + asked.program() + "/" + Sent.idempotencyKey(request);
    String body = new String(request.body(), StandardCharsets.ISO_8859_1);
    String asks = Tokens.hash(request.method() + " " + request.path() + "\n" + body);
    Delivery.Program program = new Delivery.Program(asked.program().name(), asks);
    return new Delivery(key, Delivery.Route.INLINE, program);
  }

  /**
   * What was done for a request before; empty when nothing was.
   *
   * @throws Problem when its key was used for something else
   */
  Optional<Done> done(Delivery delivery) {
    Optional<Done> done = classes.done(delivery.key());
    Delivery.Program program = delivery.program();
    String asks = program == null ? null : program.asks();
    if (done.isPresent() && !Objects.equals(done.get().asks(), asks)) {
      throw Problem.of(
          422, "Idempotency-Key: used for something else (expected: a new one for each thing).");
    }
    return done;
  }

  Session own(Asked asked) {
    return SessionReads.own(classes, asked);
  }

  /** Says a line as somebody of the team; the very same as typing it in chat. */
  Reply says(Program program, Member speaker, Place from, String line, Delivery delivery) {
    LOG.info("{} speaks as {}: {}", program, speaker.key(), word(line));
    return door.handle(
        new Inbound.Command(
            delivery,
            new Person(Person.PROGRAMS, program.client(), speaker.key(), speaker.name(), null),
            from,
            PlaceKind.DIRECT,
            line,
            Inbound.Via.TYPED));
  }

  /** What is said may be anybody's name; the command and the class are enough for a log. */
  private static String word(String line) {
    String[] words = line.strip().split("\\s+", 3);
    String shown =
        words[0].startsWith("@") && words.length > 1 ? words[0] + " " + words[1] : words[0];
    return shown.replaceAll("[^\\w@/ -]", "?");
  }

  /** A reply in words. */
  static String text(Reply reply) {
    return switch (reply) {
      case Reply.Quiet _ -> "";
      case Reply.Tell tell -> tell.content().plainText();
      case Reply.Replace replace -> replace.content().plainText();
      case Reply.Ask ask -> ask.form().title();
    };
  }
}
