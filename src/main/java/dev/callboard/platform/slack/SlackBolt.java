package dev.callboard.platform.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.util.thread.ExecutorServiceProvider;
import dev.callboard.platform.Secret;
import dev.callboard.platform.slack.SlackListeners.HouseFailedException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bolt, set up so that neither a stray environment variable nor a default decides anything: every
 * field of its configuration that has a meaning here is given.
 *
 * <p>Its one middleware hears huddles, which Bolt has no classes for. Requests over HTTP were
 * verified on their raw bytes before, those of Socket Mode come through an authenticated socket;
 * and with one token there is nobody to authorize.
 */
final class SlackBolt {

  private static final Logger LOG = LoggerFactory.getLogger(SlackBolt.class);

  private SlackBolt() {}

  static Slack slack(SlackSettings settings, OkHttpClient http) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
    config.setStatsEnabled(false); // its counters ask auth.test and keep threads
    config.setProxyUrl(null); // it would be taken from the environment
    config.getHttpClientResponseHandlers().clear(); // they log whole answers
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }

  /** An app that has no listeners yet. */
  @SuppressWarnings("deprecation") // left out, they would be read from the environment
  static App app(SlackSettings settings, Slack slack, SlackHuddles huddles) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .executorServiceProvider(new Threads())
            .singleTeamBotToken(settings.botToken().value())
            .signingSecret(unguessable(settings))
            .verificationToken(null)
            .clientId(null)
            .clientSecret(null)
            .redirectUri(null)
            .scope(null)
            .userScope(null)
            .oauthStartPath("start")
            .oauthInstallPath("start")
            .oauthCallbackPath("callback")
            .oauthRedirectUriPath("callback")
            .oauthCancellationUrl(null)
            .oauthCompletionUrl(null)
            .requestVerificationEnabled(false)
            .sslCheckEnabled(false)
            .ignoringSelfEventsEnabled(false)
            .allEventsApiAutoAckEnabled(true) // else Slack tells what nobody wants four times
            .unmatchedRequestHandler(_ -> Response.ok())
            .build();
    Middleware raw =
        (request, _, chain) ->
            request instanceof EventRequest event && huddles.heard(event.getRequestBodyAsString())
                ? Response.ok()
                : chain.next(request);
    return new App(config, List.of(raw));
  }

  /**
   * Has a listener handle a request. 503 when the house failed, so that Slack tells it again; 400
   * when the request was odd.
   */
  static Response run(App app, Request<?> request) {
    try {
      request.updateContext(app.config());
      return app.run(request);
    } catch (HouseFailedException failure) {
      LOG.error("{} was not handled", failure.getMessage(), failure.getCause());
      return Response.error(503);
    } catch (Exception unexpected) { // what Bolt declares, and what it throws at odd payloads
      LOG.info(
          "slack: {}: a {} of an unexpected shape: {}",
          SlackIntake.delivery(request),
          request.getRequestType(),
          unexpected.getClass().getSimpleName());
      return Response.error(400);
    }
  }

  /** Never null: Bolt takes a well-known text in place of a missing secret. */
  private static String unguessable(SlackSettings settings) {
    Secret secret = settings.signingSecret();
    return secret == null ? UUID.randomUUID().toString() : secret.value();
  }

  /** Threads for the SDK: virtual where it wants many, one daemon where it wants a clock. */
  private static final class Threads implements ExecutorServiceProvider {

    @Override
    public ExecutorService createThreadPoolExecutor(String name, int size) {
      return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name).factory());
    }

    @Override
    public ScheduledExecutorService createThreadScheduledExecutor(String name) {
      return Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name(name).factory());
    }
  }
}
