package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.zoom.ZoomCalls.Ask;
import dev.callboard.platform.zoom.ZoomTokens.Grant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Zoom's REST interface, as far as Callboard needs it. Thread-safe. */
final class ZoomClient {

  private static final String ROWS_PER_PAGE = "300";

  private final String robotJid;
  private final @Nullable ZoomCalls chat;
  private final @Nullable ZoomCalls account;

  /** The two sorts of meetings Zoom keeps apart. */
  enum Sort {
    MEETINGS("meetings"),
    WEBINARS("webinars");

    private final String path;

    Sort(String path) {
      this.path = path;
    }
  }

  ZoomClient(ZoomSettings settings, OkHttpClient http, InstantSource clock) {
    robotJid = settings.robotJid();
    chat =
        robotJid.isEmpty()
            ? null
            : new ZoomCalls(new ZoomTokens(settings, Grant.CHAT, http, clock), http, clock);
    account =
        settings.reader() == null
            ? null
            : new ZoomCalls(new ZoomTokens(settings, Grant.ACCOUNT, http, clock), http, clock);
  }

  /**
   * Posts a message.
   *
   * @return its id; empty when Zoom took it without naming one
   */
  String post(ZoomMessage message) throws PlatformException {
    ObjectNode body = message.body(robotJid);
    Ask ask = new Ask("POST messages", "POST", ZoomClient::messages, body);
    return ZoomJson.text(chat().call(ask), "message_id");
  }

  void edit(String id, ZoomMessage message) throws PlatformException {
    ObjectNode body = message.body(robotJid);
    chat().call(new Ask("PUT messages", "PUT", url -> messages(url).addPathSegment(id), body));
  }

  /** A message that is gone already is as good as removed. */
  void remove(String id, String account, String behalf) throws PlatformException {
    UnaryOperator<HttpUrl.Builder> address =
        url -> {
          messages(url).addPathSegment(id);
          url.addQueryParameter("robot_jid", robotJid).addQueryParameter("account_id", account);
          return behalf.isEmpty() ? url : url.addQueryParameter("user_jid", behalf);
        };
    try {
      chat().call(new Ask("DELETE messages", "DELETE", address, null));
    } catch (PlatformException failure) {
      if (failure.kind() != Kind.NOT_FOUND) {
        throw failure;
      }
    }
  }

  /** Somebody of the account, by id or address. */
  JsonNode user(String idOrEmail) throws PlatformException {
    UnaryOperator<HttpUrl.Builder> address =
        url -> url.addPathSegment("users").addPathSegment(idOrEmail);
    return account().call(new Ask("GET users", "GET", address, null));
  }

  /** Whether users can be asked for at all. */
  boolean knowsUsers() {
    return account != null;
  }

  /**
   * One page of the report of a meeting that is over.
   *
   * @param meeting the occurrence; its number for the latest
   * @param page as the page before names it; empty for the first
   */
  JsonNode participants(Sort sort, String meeting, String page) throws PlatformException {
    UnaryOperator<HttpUrl.Builder> address =
        url -> {
          url.addPathSegment("report").addPathSegment(sort.path);
          occurrence(url, meeting).addPathSegment("participants");
          url.addQueryParameter("page_size", ROWS_PER_PAGE);
          url.addQueryParameter("include_fields", "registrant_id");
          return page.isEmpty() ? url : url.addQueryParameter("next_page_token", page);
        };
    return account().call(new Ask("GET report " + sort.path, "GET", address, null));
  }

  /** Zoom wants occurrences with a slash encoded twice, for it decodes paths before it looks. */
  private static HttpUrl.Builder occurrence(HttpUrl.Builder url, String uuid) {
    return url.addPathSegment(
        uuid.contains("/") ? URLEncoder.encode(uuid, StandardCharsets.UTF_8) : uuid);
  }

  private static HttpUrl.Builder messages(HttpUrl.Builder url) {
    return url.addPathSegments("im/chat/messages");
  }

  private ZoomCalls chat() throws PlatformException {
    return set(chat, "robot-jid");
  }

  private ZoomCalls account() throws PlatformException {
    return set(account, "client-id");
  }

  private static ZoomCalls set(@Nullable ZoomCalls calls, String key) throws PlatformException {
    if (calls == null) {
      throw new PlatformException(
          Kind.UNAUTHORIZED, "platforms.zoom." + key + ": missing (expected: set, to ask Zoom)");
    }
    return calls;
  }
}
