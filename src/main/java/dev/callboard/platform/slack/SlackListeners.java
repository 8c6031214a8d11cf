package dev.callboard.platform.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Door;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Bolt calls, over HTTP and in Socket Mode alike. Thread-safe. */
final class SlackListeners {

  /** One listener a kind: which of several patterns matches first, Bolt leaves open. */
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final Door door;
  private final SlackPayloads payloads;
  private final SlackEvents events;
  private final SlackAnswers answers;

  SlackListeners(Door door, SlackPayloads payloads, SlackEvents events, SlackAnswers answers) {
    this.door = door;
    this.payloads = payloads;
    this.events = events;
    this.answers = answers;
  }

  void register(App app) {
    app.command(
        ANY,
        (request, _) ->
            payloads
                .command(request.getPayload())
                .map(heard -> answers.toCommand(heard.origin(), ask(heard.command())))
                .orElseGet(Response::ok));
    app.blockAction(
        ANY,
        (request, _) ->
            payloads.press(request.getPayload()).map(this::press).orElseGet(Response::ok));
    app.viewSubmission(
        ANY,
        (request, _) ->
            payloads
                .submission(request.getPayload())
                .map(heard -> answers.toForm(heard.origin(), ask(heard.command())))
                .orElseGet(Response::ok));
    app.event(AppMentionEvent.class, (payload, _) -> hear(events.mention(payload)));
    app.event(MessageEvent.class, (payload, _) -> hear(events.message(payload)));
    app.event(MemberJoinedChannelEvent.class, (payload, _) -> hear(events.joined(payload)));
    app.event(AppHomeOpenedEvent.class, (payload, _) -> hear(events.home(payload)));
  }

  /** The house failed, not the request: it must be told again. */
  static final class HouseFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HouseFailedException(String delivery, RuntimeException cause) {
      super(delivery, cause);
    }
  }

  private Reply ask(Inbound inbound) {
    try {
      return door.handle(inbound);
    } catch (RuntimeException failure) {
      throw new HouseFailedException(inbound.delivery().key(), failure);
    }
  }

  private Response press(Heard heard) {
    Origin origin = heard.origin();
    Response answer = answers.toPress(origin, ask(heard.command()));
    if (origin.surface() == Origin.Surface.HOME) {
      Delivery again = new Delivery(origin.key() + ":home", Route.INLINE);
      home(new Inbound.Home(again, origin.person()));
    }
    return answer;
  }

  private Response hear(Optional<Inbound> heard) {
    heard.ifPresent(inbound -> {
      if (inbound instanceof Inbound.Home home) {
        home(home);
      } else {
        var _ = ask(inbound); // posted, so it comes through the outbox
      }
    });
    return Response.ok();
  }

  private void home(Inbound.Home home) {
    Reply reply = ask(home);
    answers.home(home.delivery().key(), home.from(), reply);
  }
}
