package dev.callboard.platform.slack;

import dev.callboard.chat.Block;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files beside a message. They are carried to Slack before it and shown after it: until then nobody
 * has seen anything, so that all of it can be tried again; from then on nothing is, for words must
 * not be said twice. Thread-safe.
 */
final class SlackFiles {

  private static final Logger LOG = LoggerFactory.getLogger(SlackFiles.class);
  private static final MediaType BYTES = MediaType.get("application/octet-stream");

  private final SlackClient client;
  private final OkHttpClient http;
  private final HttpUrl api;
  private final InstantSource clock;

  /** A file that Slack has, and nobody sees yet. */
  record Carried(String id, String name) {}

  /**
   * A content and the files for it.
   *
   * @param content with a line in place of each file that Slack does not take
   */
  record Prepared(Content content, List<Carried> files) {}

  SlackFiles(SlackClient client, OkHttpClient http, URI api, InstantSource clock) {
    this.client = client;
    this.http = http;
    this.api = Objects.requireNonNull(HttpUrl.get(api));
    this.clock = clock;
  }

  /** Carries the files to Slack; throws only what may go better another time. */
  Prepared prepare(Content content) throws PlatformException {
    List<Carried> carried = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    for (Block block : content.blocks()) {
      if (!(block instanceof Block.File file)) {
        blocks.add(block);
        continue;
      }
      try {
        carried.add(carry(file));
        blocks.add(file);
      } catch (PlatformException refused) {
        if (refused.kind().worthRetrying()) {
          throw refused;
        }
        LOG.warn("slack: {} is not attached: {}", file.name(), refused.getMessage());
        blocks.add(elsewhere(file));
      }
    }
    return new Prepared(new Content(blocks), carried);
  }

  /**
   * Carries the pictures of a content to Slack, for messages to show; throws only what may go
   * better another time.
   *
   * @return their ids by name; empty when Slack does not take all of them
   */
  Map<String, String> keep(Content content) throws PlatformException {
    try {
      List<Carried> carried = new ArrayList<>();
      for (Block.File file : in(content)) {
        carried.add(carry(file));
      }
      client.keepFiles(carried);
      return carried.stream().collect(Collectors.toMap(Carried::name, Carried::id));
    } catch (PlatformException refused) {
      if (refused.kind().worthRetrying()) {
        throw refused;
      }
      LOG.warn("slack: no picture is kept: {}", refused.getMessage());
      return Map.of();
    }
  }

  static List<Block.File> in(Content content) {
    return content.blocks().stream()
        .filter(Block.File.class::isInstance)
        .map(Block.File.class::cast)
        .toList();
  }

  /** Shows the files where the message is; false when Slack did not. */
  boolean show(SlackReceipt message, List<Carried> files) {
    if (files.isEmpty()) {
      return true;
    }
    // In the channel all would see what only one was shown.
    if (message.ephemeral()) {
      LOG.warn("slack: no file can be shown to one person in a channel");
      return true;
    }
    try {
      client.showFiles(message.channel(), files);
      return true;
    } catch (PlatformException refused) {
      LOG.warn("slack: {} are not attached: {}", files, refused.getMessage());
      return false;
    }
  }

  /** The content with a line in place of each file. */
  static Content withoutFiles(Content content) {
    return new Content(
        content.blocks().stream()
            .map(block -> block instanceof Block.File file ? elsewhere(file) : block)
            .toList());
  }

  private static Block elsewhere(Block.File file) {
    return new Block.Small(
        Line.of("File: " + file.name() + ". It can be had on the server with ")
            .code("callboard report"));
  }

  private Carried carry(Block.File file) throws PlatformException {
    byte[] bytes = bytes(file);
    SlackClient.Upload upload = client.upload(file.name(), bytes.length);
    @Nullable HttpUrl url = HttpUrl.parse(upload.url());
    if (url == null || !trusted(url)) {
      throw new PlatformException(
          Kind.INVALID, "upload address elsewhere (expected: one of Slack's)");
    }
    Request request = new Request.Builder().url(url).post(RequestBody.create(bytes, BYTES)).build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw refused(response);
      }
    } catch (IOException broken) {
      throw new PlatformException(
          Kind.UNAVAILABLE, "upload: the connection broke (expected: an answer)", null, broken);
    }
    return new Carried(upload.file(), file.name());
  }

  private PlatformException refused(Response response) {
    Kind kind =
        switch (SlackErrors.status(response.code())) {
          case UNCERTAIN -> Kind.UNAVAILABLE;
          case RATE_LIMITED -> Kind.BUSY;
          case Kind other -> other;
        };
    return new PlatformException(
        kind,
        "upload: HTTP " + response.code() + " (expected: 200)",
        RetryAfter.parse(response.header("Retry-After"), clock.instant()).orElse(null),
        null);
  }

  /** What learners did in a class goes to Slack and to nobody else. */
  private boolean trusted(HttpUrl url) {
    boolean here =
        url.scheme().equals(api.scheme())
            && url.host().equals(api.host())
            && url.port() == api.port();
    return here || (url.isHttps() && url.port() == 443 && url.host().endsWith(".slack.com"));
  }

  private static byte[] bytes(Block.File file) throws PlatformException {
    try {
      return Base64.getDecoder().decode(file.base64());
    } catch (IllegalArgumentException notBase64) {
      throw new PlatformException(
          Kind.INVALID, "file " + file.name() + ": not in base64", null, notBase64);
    }
  }
}
