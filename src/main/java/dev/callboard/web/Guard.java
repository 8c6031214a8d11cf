package dev.callboard.web;

import dev.callboard.platform.PagePolicy;
import dev.callboard.platform.WebhookResponse;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds for every answer: headers that leave a browser no room for what we did not write, and
 * a plain sentence where something broke.
 */
final class Guard implements Filter, ErrorHandler<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private static final List<Header> HEADERS =
      List.of(
          header(PagePolicy.HEADER, PagePolicy.USUAL),
          header("X-Content-Type-Options", "nosniff"),
          header("X-Frame-Options", "DENY"),
          header("Referrer-Policy", "no-referrer"),
          header("Cross-Origin-Opener-Policy", "same-origin"),
          header("Cross-Origin-Resource-Policy", "same-origin"));

  private static Header header(String name, String value) {
    return HeaderValues.createCached(HeaderNames.create(name), value);
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    HEADERS.forEach(response::header);
    chain.proceed();
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response, Throwable broken) {
    if (broken instanceof HttpException refused && refused.status().code() < 500) {
      if (refused.status().code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
        response.header(HeaderValues.CONNECTION_CLOSE); // what was not read is not read on
      }
      Requests.answer(
          response, WebhookResponse.text(refused.status().code(), "That request was malformed.\n"));
      return;
    }
    LOG.error(
        "{} {} was not answered",
        request.prologue().method().text(),
        request.path().rawPath(),
        broken);
    Requests.answer(
        response, WebhookResponse.text(500, "That did not work, and it is noted. Try again.\n"));
  }
}
