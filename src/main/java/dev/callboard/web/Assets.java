package dev.callboard.web;

import dev.callboard.platform.WebhookResponse;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scripts and styles of the pages, from memory. The hash of all of them is part of their path,
 * so a browser may keep them for ever, and the modules find each other by relative path.
 */
public final class Assets implements HttpService {

  private static final List<String> NAMES =
      List.of(
          "callboard.css",
          "lobby.css",
          "conversation.css",
          "composer.css",
          "panel.css",
          "desk.css",
          "board.css",
          "report.css",
          "report-phone.css",
          "icon.svg",
          "theme.js",
          "lobby.js",
          "desk.js",
          "deskwire.js",
          "runsheet.js",
          "state.js",
          "answers.js",
          "display.js",
          "look.js",
          "sides.js",
          "ask.js",
          "board.js",
          "signin.js",
          "teams.js",
          "composer.js",
          "conversation.js",
          "draw.js",
          "meeting.js",
          "keep.js",
          "memory.js",
          "notice.js",
          "panel.js",
          "places.js",
          "time.js",
          "ways.js",
          "wire.js",
          "words.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String root;
  private final String icons = text("icons.html").strip();

  /** Reads them. */
  public Assets() {
    MessageDigest digest = sha256();
    for (String name : NAMES) {
      byte[] bytes = resource(name);
      files.put(name, bytes);
      digest.update(bytes);
    }
    this.root = "/assets/" + HexFormat.of().formatHex(digest.digest(), 0, 6) + "/";
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get(root + "{name}", this::send);
  }

  private void send(ServerRequest request, ServerResponse response) {
    String name = request.path().pathParameters().get("name");
    byte[] bytes = files.get(name);
    if (bytes == null) {
      Pages.notFound(response);
      return;
    }
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    response.header(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    Requests.answer(response, new WebhookResponse(200, type, bytes));
  }

  /** The path they lie under, ending in a slash. */
  public String root() {
    return root;
  }

  /** A page of ours, leading to these assets, and with the icons that all pages draw from. */
  public byte[] page(String name) {
    return text(name)
        .replace("{{icons}}", icons)
        .replace("{{assets}}/", root)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String name) {
    return new String(resource(name), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "resource web/" + name + ": missing (expected: in the jar)");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("resource web/" + name + ": unreadable", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing (expected: in every Java)", e);
    }
  }
}
