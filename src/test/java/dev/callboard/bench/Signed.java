package dev.callboard.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes Slack's slash commands as the bytes of whole HTTP requests, each with a trigger of its own.
 */
final class Signed {

  static final String SECRET = "bench-signing-secret";

  /** What every server answers to the command. */
  static final String ANSWER = "Page 12 is in the class room.";

  private static final AtomicLong TRIGGERS = new AtomicLong();
  private static final Mac PREPARED = prepared();

  private Signed() {}

  /** A command typed now in a channel. */
  static byte[] command(String channel, String text) {
    return command("T01", channel, text);
  }

  /** A command typed now in a channel of a workspace. */
  static byte[] command(String team, String channel, String text) {
    return command(team, channel, "U07", text);
  }

  /** A command that somebody types. */
  static byte[] command(String team, String channel, String user, String text) {
    String body =
        "token=x&team_id="
            + team
            + "&team_domain=acme&channel_id="
            + channel
            + "&channel_name=class&user_id="
            + user
            + "&user_name=pat&command=%2Fclass&text="
            + URLEncoder.encode(text, StandardCharsets.UTF_8)
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT01%2F1%2Fx&trigger_id="
            + TRIGGERS.incrementAndGet()
            + ".bench&api_app_id=A01&is_enterprise_install=false";
    String time = Long.toString(System.currentTimeMillis() / 1000);
    String signature =
        new String(
            signature(time, body.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
    return ("POST /slack/events HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: "
            + time
            + "\r\nX-Slack-Signature: "
            + signature
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Slack's signature header of a body, made as cheaply as Callboard makes it. */
  static byte[] signature(String time, byte[] body) {
    try {
      Mac mac = (Mac) PREPARED.clone();
      mac.update(("v0:" + time + ":").getBytes(StandardCharsets.US_ASCII));
      String hex = HexFormat.of().formatHex(mac.doFinal(body));
      return ("v0=" + hex).getBytes(StandardCharsets.US_ASCII);
    } catch (CloneNotSupportedException impossible) { // the JDK's HMAC can be cloned
      throw new IllegalStateException(impossible);
    }
  }

  private static Mac prepared() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException impossible) { // every Java has it
      throw new IllegalStateException(impossible);
    }
  }
}
