package dev.callboard.platform.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.response.Response;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Form;
import dev.callboard.chat.Line;
import dev.callboard.chat.Person;
import dev.callboard.chat.Reply;
import dev.callboard.platform.PlatformException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a reply to the caller alone: in the answer to the very request where Slack allows it, else
 * right after it, on a thread of its own. Thread-safe.
 */
final class SlackAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(SlackAnswers.class);

  private final SlackClient client;
  private final ResponseUrls urls;
  private final SlackDirects directs;
  private final ExecutorService threads;

  SlackAnswers(
      SlackClient client, ResponseUrls urls, SlackDirects directs, ExecutorService threads) {
    this.client = client;
    this.urls = urls;
    this.directs = directs;
    this.threads = threads;
  }

  /** Something to do after the request was answered. */
  @FunctionalInterface
  private interface Errand {
    void run() throws PlatformException;
  }

  /** A slash command is answered in one round trip. */
  Response toCommand(Origin origin, Reply reply) {
    return switch (reply) {
      case Reply.Quiet _ -> Response.ok();
      case Reply.Tell tell -> json(SlackRenderer.message(tell.content()).ephemeral());
      case Reply.Replace replace -> json(SlackRenderer.message(replace.content()).ephemeral());
      case Reply.Ask ask -> {
        later(origin.key(), () -> ask(origin, ask.form()));
        yield Response.ok();
      }
    };
  }

  /** A click takes no answer in the request itself. */
  Response toPress(Origin origin, Reply reply) {
    switch (reply) {
      case Reply.Quiet _ -> {}
      case Reply.Tell tell -> later(origin.key(), () -> tell(origin, tell.content(), false));
      case Reply.Replace replace ->
          later(origin.key(), () -> tell(origin, replace.content(), origin.replaceable()));
      case Reply.Ask ask -> later(origin.key(), () -> ask(origin, ask.form()));
    }
    return Response.ok();
  }

  /** A sent form closes, or shows the answer when there is no other way to. */
  Response toForm(Origin origin, Reply reply) {
    return switch (reply) {
      case Reply.Quiet _ -> Response.ok();
      case Reply.Tell tell -> told(origin, tell.content(), false);
      case Reply.Replace replace -> told(origin, replace.content(), origin.replaceable());
      case Reply.Ask ask -> update(SlackModal.form(ask.form(), origin));
    };
  }

  /** Shows a person's Home tab. */
  void home(String key, Person person, Reply reply) {
    if (reply instanceof Reply.Tell tell) {
      later(key, () -> client.publishHome(person.id(), SlackModal.home(tell.content())));
    }
  }

  private Response told(Origin origin, Content content, boolean replace) {
    if (origin.responseUrl() == null) {
      return update(SlackModal.page(content));
    }
    later(origin.key(), () -> respond(origin, content, replace));
    return Response.ok();
  }

  private void tell(Origin origin, Content content, boolean replace) throws PlatformException {
    switch (origin.surface()) {
      case HOME -> view(origin, content, () -> client.openView(origin.trigger(), page(content)));
      case MODAL -> view(origin, content, () -> client.updateView(view(origin), page(content)));
      case COMPOSER, OWN_MESSAGE, SHARED_MESSAGE -> respond(origin, content, replace);
    }
  }

  private void view(Origin origin, Content content, Errand show) throws PlatformException {
    try {
      show.run();
    } catch (PlatformException failure) {
      directly(origin, content, failure);
    }
  }

  /** By the response_url; when that is used up or refused, in the direct chat. */
  private void respond(Origin origin, Content content, boolean replace) throws PlatformException {
    String url = origin.responseUrl();
    if (url == null) {
      directly(origin, content, null);
      return;
    }
    SlackMessage message = SlackRenderer.message(content);
    try {
      urls.post(url, replace ? message.replacement() : beside(message));
    } catch (PlatformException failure) {
      directly(origin, content, failure);
    }
  }

  /** Said outright: what a response_url does with the original by default has changed before. */
  private static JsonObject beside(SlackMessage message) {
    JsonObject answer = message.ephemeral();
    answer.addProperty("replace_original", false);
    return answer;
  }

  private void directly(Origin origin, Content content, @Nullable PlatformException failure)
      throws PlatformException {
    if (failure != null) {
      LOG.info("{}: {}, answered in the direct chat", origin.key(), failure.getMessage());
    }
    directs.post(new Direct(origin.person(), origin.place()), SlackRenderer.message(content));
  }

  /** Opens the form; a trigger that came too late is made up for with what can be typed. */
  private void ask(Origin origin, Form form) throws PlatformException {
    try {
      if (origin.surface() == Origin.Surface.MODAL) {
        client.pushView(origin.trigger(), SlackModal.form(form, origin));
      } else {
        client.openView(origin.trigger(), SlackModal.form(form, origin));
      }
    } catch (PlatformException failure) {
      LOG.info("{}: {}, asked for a line instead", origin.key(), failure.getMessage());
      Line line = Line.of(form.label() + " Type ").code("/class " + form.line() + " …");
      respond(origin, Content.text(line), false);
    }
  }

  private void later(String key, Errand errand) {
    try {
      threads.execute(() -> {
        try {
          errand.run();
        } catch (PlatformException | RuntimeException failure) {
          LOG.warn("{}: the answer did not reach the caller: {}", key, failure.getMessage());
        }
      });
    } catch (RejectedExecutionException closing) {
      LOG.warn("{}: the answer did not reach the caller: shutting down", key);
    }
  }

  private static JsonObject page(Content content) {
    return SlackModal.page(content);
  }

  private static String view(Origin origin) {
    return String.valueOf(origin.view());
  }

  private static Response update(JsonObject view) {
    JsonObject answer = new JsonObject();
    answer.addProperty("response_action", "update");
    answer.add("view", view);
    return json(answer);
  }

  private static Response json(JsonObject answer) {
    return Response.builder()
        .statusCode(200)
        .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
        .body(answer.toString())
        .build();
  }
}
