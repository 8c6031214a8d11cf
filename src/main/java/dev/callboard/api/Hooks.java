package dev.callboard.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.plan.Client;
import dev.callboard.plan.Client.Hook;
import dev.callboard.plan.Client.Moment;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what the addresses of a client are told of its classes. What they are told is committed with
 * the event itself and leaves by the outbox, in order, each address in a lane and behind a
 * turnstile of its own, so that a dead one delays none. Thread-safe.
 */
public final class Hooks {

  private static final int DIGITS = 16;

  private final Function<String, Optional<Client>> clients;

  /**
   * Makes one.
   *
   * @param clients what the file of a client says; empty when there is none without mistakes
   */
  public Hooks(Function<String, Optional<Client>> clients) {
    this.clients = clients;
  }

  /** What is told of these events, which have led to this state. */
  public List<Outgoing> of(Session after, List<Recorded> events) {
    List<Outgoing> told = new ArrayList<>();
    for (Recorded recorded : events) {
      Optional<Moment> moment = moment(recorded.event());
      if (moment.isPresent()) {
        clients.apply(after.plan().clientKey()).map(Client::hooks).orElse(List.of()).stream()
            .filter(hook -> hook.moments().contains(moment.get()))
            .map(hook -> post(hook, after, recorded, moment.get()))
            .forEach(told::add);
      }
    }
    return told;
  }

  private static Optional<Moment> moment(Event event) {
    return Optional.ofNullable(
        switch (event) {
          case Event.Opened _ -> Moment.OPENED;
          case Event.Started _ -> Moment.STARTED;
          case Event.Ended _ -> Moment.ENDED;
          case Event.Reconciled _, Event.Finalised _ -> Moment.REPORT;
          default -> null;
        });
  }

  private static Outgoing post(Hook hook, Session session, Recorded recorded, Moment moment) {
    String client = session.plan().clientKey();
    String id = session.id() + "/" + recorded.seq() + "/" + name(hook);
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("event", moment.word())
            .put("at", recorded.at().toString())
            .put("client", client)
            .put("plan", session.plan().key())
            .put("session", session.id().value())
            .put("seq", recorded.seq())
            .put("read", Api.ROOT + "sessions/" + session.id() + about(moment));
    Person address =
        new Person(Destination.WEBHOOK, client + "." + name(hook), name(hook), client, null);
    return new Outgoing.Post(
        id,
        new Destination.Direct(address, null),
        new Message(new Audience.One(Destination.WEBHOOK), Content.text(PageAnswers.write(body))));
  }

  private static String about(Moment moment) {
    return moment == Moment.REPORT ? "/report" : "";
  }

  /** What an address is called where the address itself must not stand. */
  static String name(Hook hook) {
    return Tokens.hash(hook.url()).substring(0, DIGITS);
  }

  /**
   * The hook that a message is for; empty once it was taken out of the client's file.
   *
   * @throws PlatformException while nothing is known of the client, whose file may be being mended
   */
  Optional<Hook> find(Person address) throws PlatformException {
    int end = address.tenant().lastIndexOf('.');
    String key = end < 0 ? "" : address.tenant().substring(0, end);
    Client client =
        clients
            .apply(key)
            .orElseThrow(() ->
                new PlatformException(
                    Kind.UNAVAILABLE,
                    "webhook: no client's file (expected: one without mistakes)"));
    return client.hooks().stream().filter(hook -> name(hook).equals(address.id())).findFirst();
  }
}
