package dev.callboard.web;

import dev.callboard.platform.WebhookResponse;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerResponse;

/** What people open in a browser. */
final class Pages implements HttpService {

  private static final String HTML = "text/html; charset=utf-8";

  private final byte[] front;
  private final byte[] privacy;
  private final byte[] terms;

  Pages(boolean lobby, Assets assets) {
    this.front = assets.page(lobby ? "lobby.html" : "plain.html");
    this.privacy = assets.page("privacy.html");
    this.terms = assets.page("terms.html");
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", (request, response) -> page(response, front));
    rules.get("/privacy", (request, response) -> page(response, privacy));
    rules.get("/terms", (request, response) -> page(response, terms));
  }

  private static void page(ServerResponse response, byte[] html) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Requests.answer(response, new WebhookResponse(200, HTML, html));
  }

  static void notFound(ServerResponse response) {
    Requests.answer(response, WebhookResponse.text(404, "There is nothing here.\n"));
  }
}
