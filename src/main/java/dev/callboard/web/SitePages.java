package dev.callboard.web;

import dev.callboard.platform.Site;
import dev.callboard.platform.WebhookResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** What a site answers, at all paths under its root: nothing of it is kept by a browser. */
final class SitePages implements HttpService {

  private final Site site;
  private final Streams streams;
  private final Body body;

  SitePages(Site site, Streams streams, Body body) {
    this.site = site;
    this.streams = streams;
    this.body = body;
  }

  @Override
  public void routing(HttpRules rules) {
    String all = site.root() + "*";
    rules.get(all, this::read);
    rules.post(all, this::write);
    rules.any(all, this::other);
  }

  private void read(ServerRequest request, ServerResponse response) {
    if (site.hasFeeds() && request.path().rawPath().endsWith("/stream")) {
      streams.follow(site, request, response);
    } else {
      answer(response, site.read(Requests.of(request, new byte[0])));
    }
  }

  private void write(ServerRequest request, ServerResponse response) {
    int largest = site.largest(Requests.of(request, new byte[0]));
    Optional<byte[]> bytes;
    try {
      bytes = body.read(request, largest);
    } catch (HttpException unread) {
      response.header(HeaderValues.CONNECTION_CLOSE);
      answer(response, site.tooLong(largest));
      return;
    }
    answer(
        response,
        bytes
            .map(read -> site.write(Requests.of(request, read)))
            .orElseGet(() -> site.tooLong(largest)));
  }

  private void other(ServerRequest request, ServerResponse response) {
    answer(response, site.other(Requests.of(request, new byte[0])));
  }

  private static void answer(ServerResponse response, WebhookResponse answer) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Requests.answer(response, answer);
  }
}
