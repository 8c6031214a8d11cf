package dev.callboard.platform.teams.bf;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.AuthenticationConfiguration;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's parser and its turn pipeline. Who may speak is settled before: the SDK's own token
 * check believes tokens made for other bots and is never asked. Nothing leaves through it either,
 * but for the answer to an invoke: its way of sending repeats posts on its own and does not hear
 * {@code Retry-After}. Thread-safe.
 */
public final class BotFramework {

  /** Where a message sent through the SDK would go: nowhere. */
  private static final String NOWHERE = "https://sdk-sends.invalid/";

  private final ActivityParser parser = new ActivityParser();
  private final Pipeline pipeline = new Pipeline();
  private final String appId;

  /** The HTTP answer to an activity; messages have an empty one. */
  public record Answer(int status, @Nullable JsonNode body) {}

  public BotFramework(String appId) {
    this.appId = appId;
  }

  public IncomingActivity parse(byte[] body) throws MalformedActivityException {
    return parser.parse(body);
  }

  /**
   * Runs the turn of an activity whose sender has been checked.
   *
   * @throws RuntimeException what the handler threw
   */
  public Answer run(IncomingActivity incoming, Function<Turn, Answer> handler) {
    Activity activity = incoming.activity();
    // The locale would become that of the whole JVM; the mode would make the answer disappear.
    activity.setLocale(null);
    activity.setDeliveryMode(null);
    Answer[] answer = new Answer[1];
    try {
      InvokeResponse response =
          pipeline
              .processActivity(
                  identity(incoming.turn()),
                  activity,
                  context -> {
                    answer[0] = handler.apply(incoming.turn());
                    return answered(context, answer[0]);
                  })
              .join();
      return response == null
          ? answer[0]
          : new Answer(response.getStatus(), (JsonNode) response.getBody());
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private ClaimsIdentity identity(Turn turn) {
    return new ClaimsIdentity(
        "Bearer",
        Map.of(
            AuthenticationConstants.AUDIENCE_CLAIM,
            appId,
            AuthenticationConstants.SERVICE_URL_CLAIM,
            turn.serviceUrl()));
  }

  private static CompletableFuture<Void> answered(TurnContext context, Answer answer) {
    if (context.getActivity().isType(ActivityTypes.INVOKE)) {
      Activity response = new Activity(ActivityTypes.INVOKE_RESPONSE);
      response.setValue(new InvokeResponse(answer.status(), answer.body()));
      context.getTurnState().add(BotFrameworkAdapter.INVOKE_RESPONSE_KEY, response);
    }
    return CompletableFuture.completedFuture(null);
  }

  /** The SDK's adapter with its outgoing side walled up. */
  private static final class Pipeline extends BotFrameworkAdapter {

    private final ConnectorClient walled =
        new RestConnectorClient(NOWHERE, MicrosoftAppCredentials.empty());

    Pipeline() {
      super(MicrosoftAppCredentials.empty(), new AuthenticationConfiguration(), null, null, null);
    }

    @Override
    protected CompletableFuture<ConnectorClient> getOrCreateConnectorClient(
        String serviceUrl, AppCredentials credentials) {
      return CompletableFuture.completedFuture(walled);
    }
  }
}
