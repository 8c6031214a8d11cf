package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Inbound.Via;
import java.util.Optional;

/** Events of Team Chat: what people say to the bot. Pure. */
final class ZoomChat {

  private static final String CHANNELS = "@conference.xmpp.zoom.us";

  private ZoomChat() {}

  /**
   * A line that somebody typed or pressed.
   *
   * @param place the address of the conversation
   */
  record Said(String key, Speaker from, String place, String line, Via via) {}

  /**
   * Who said it.
   *
   * @param id the user's id; their address for those outside of the account
   * @param jid their address in Team Chat; empty when it was not told
   */
  record Speaker(String account, String id, String jid, String name) {}

  /** What it is called when somebody says the bot's name in a channel. */
  static final String MENTION = "team_chat.app_mention";

  /** Whether several people read at this address. */
  static boolean shared(String jid) {
    return jid.contains("@conference.");
  }

  /** A slash command, or anything said in a chat of two. */
  static Optional<Said> typed(JsonNode payload) {
    String cmd = ZoomJson.lines(payload, "cmd");
    String key =
        ZoomKeys.of(
            "cmd", person(payload), ZoomJson.text(payload, "timestamp"), ZoomKeys.digest(cmd));
    return said(payload, key, ZoomWords.line(cmd), Via.TYPED);
  }

  /** A button. */
  static Optional<Said> pressed(JsonNode payload) {
    String line = ZoomJson.lines(payload.path("actionItem"), "value");
    String key =
        ZoomKeys.of(
            "press",
            ZoomJson.text(payload, "messageId"),
            person(payload),
            ZoomJson.text(payload, "timestamp"),
            ZoomKeys.digest(line));
    return line.isEmpty() ? Optional.empty() : said(payload, key, line, Via.BUTTON);
  }

  /** The bot's name in a channel. It tells the channel, not its address. */
  static Optional<Said> mentioned(JsonNode payload) {
    JsonNode object = payload.path("object");
    String user = ZoomJson.firstText(payload, "operator_id", "user_id");
    String channel = ZoomJson.text(object, "channel_id");
    String message = ZoomJson.text(object, "message_id");
    if (user.isEmpty() || channel.isEmpty() || message.isEmpty()) {
      return Optional.empty();
    }
    Speaker from =
        new Speaker(
            ZoomJson.text(payload, "account_id"),
            user,
            "",
            ZoomJson.firstText(payload, "operator_name", "operator"));
    return Optional.of(
        new Said(
            ZoomKeys.of("mention", message),
            from,
            shared(channel) ? channel : channel + CHANNELS,
            ZoomWords.withoutMention(ZoomJson.lines(object, "message")),
            Via.TYPED));
  }

  private static Optional<Said> said(JsonNode payload, String key, String line, Via via) {
    String place = ZoomJson.text(payload, "toJid");
    String jid = ZoomJson.text(payload, "userJid");
    boolean own = !jid.isEmpty() && jid.equals(ZoomJson.text(payload, "robotJid"));
    if (person(payload).isEmpty() || place.isEmpty() || own) {
      return Optional.empty();
    }
    Speaker from =
        new Speaker(
            ZoomJson.text(payload, "accountId"),
            person(payload),
            jid,
            ZoomJson.text(payload, "userName"));
    return Optional.of(new Said(key, from, place, line, via));
  }

  private static String person(JsonNode payload) {
    return ZoomJson.firstText(payload, "userId", "userJid");
  }
}
