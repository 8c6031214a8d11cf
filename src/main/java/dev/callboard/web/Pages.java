package dev.callboard.web;

import dev.callboard.platform.Site;
import dev.callboard.platform.WebhookResponse;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** What people open in a browser. */
final class Pages implements HttpService {

  private static final String HTML = "text/html; charset=utf-8";

  private final byte[] front;
  private final byte[] privacy;
  private final byte[] terms;
  private final Optional<Site> site;

  Pages(Optional<Site> site, Assets assets) {
    this.site = site;
    this.front = assets.page(site.isPresent() ? "lobby.html" : "plain.html");
    this.privacy = assets.page("privacy.html");
    this.terms = assets.page("terms.html");
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", (request, response) -> page(response, front));
    rules.get("/privacy", (request, response) -> page(response, privacy));
    rules.get("/terms", (request, response) -> page(response, terms));
    site.ifPresent(found ->
        rules.get(found.root() + "{rest}", (request, response) -> read(found, request, response)));
  }

  private static void page(ServerResponse response, byte[] html) {
    send(response, new WebhookResponse(200, HTML, html));
  }

  private static void read(Site site, ServerRequest request, ServerResponse response) {
    send(response, site.read(Requests.of(request, new byte[0])));
  }

  private static void send(ServerResponse response, WebhookResponse answer) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Requests.answer(response, answer);
  }

  static void notFound(ServerResponse response) {
    Requests.answer(response, WebhookResponse.text(404, "There is nothing here.\n"));
  }
}
