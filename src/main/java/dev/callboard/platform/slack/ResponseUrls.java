package dev.callboard.platform.slack;

import com.google.gson.JsonObject;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.slack.SlackWire.NothingSentException;
import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Answers by a {@code response_url}: five within half an hour. The address comes in a payload, so
 * only Slack's own hosts are ever called. Thread-safe.
 */
final class ResponseUrls {

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final String SLACK = "hooks.slack.com";

  private final OkHttpClient http;
  private final URI api;

  ResponseUrls(OkHttpClient http, URI api) {
    this.http = http;
    this.api = api;
  }

  void post(String url, JsonObject answer) throws PlatformException {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null || !allowed(parsed)) {
      throw new PlatformException(
          Kind.INVALID, "response_url: another host (expected: " + SLACK + ")");
    }
    Request request =
        new Request.Builder().url(parsed).post(RequestBody.create(answer.toString(), JSON)).build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new PlatformException(
            SlackErrors.status(response.code()),
            "response_url: HTTP " + response.code() + " (expected: 200)");
      }
    } catch (NothingSentException unreachable) {
      throw new PlatformException(
          Kind.UNAVAILABLE, "response_url: no connection (expected: Slack)", null, unreachable);
    } catch (IOException broken) {
      throw new PlatformException(
          Kind.UNCERTAIN, "response_url: the connection broke (expected: an answer)", null, broken);
    }
  }

  private boolean allowed(HttpUrl url) {
    boolean slack = url.isHttps() && url.host().equals(SLACK) && url.port() == 443;
    HttpUrl home = HttpUrl.get(api);
    boolean configured =
        home != null
            && url.scheme().equals(home.scheme())
            && url.port() == home.port()
            && (url.host().equals(home.host()) || url.host().equals("hooks." + home.host()));
    return url.username().isEmpty() && (slack || configured);
  }
}
