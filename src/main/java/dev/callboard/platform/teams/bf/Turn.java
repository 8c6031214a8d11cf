package dev.callboard.platform.teams.bf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * One activity in neutral words: what Teams told, before anybody asks what it means. Texts that
 * were not told are empty.
 *
 * @param type such as {@code message}, {@code invoke}, {@code conversationUpdate}
 * @param id the activity's id, the same at every retry of its delivery
 * @param timestamp when Teams says it happened, as written there
 * @param replyToId the message whose button was pressed
 * @param name of an invoke or event
 * @param action of an {@code installationUpdate}
 * @param text as typed, with mentions still in it
 * @param added who was added to the conversation, by id
 * @param value what a button or a form carries; a missing node when nothing
 */
public record Turn(
    String type,
    String id,
    String timestamp,
    String replyToId,
    String name,
    String action,
    String channelId,
    String serviceUrl,
    Account from,
    Account recipient,
    Conversation conversation,
    String text,
    List<Mention> mentions,
    List<String> added,
    JsonNode value) {

  public Turn {
    mentions = List.copyOf(mentions);
    added = List.copyOf(added);
  }

  /**
   * A person or a bot.
   *
   * @param targeted whether the message was for this account's eyes alone
   */
  public record Account(String id, String name, boolean targeted) {}

  /**
   * Where it happened.
   *
   * @param type {@code personal}, {@code groupChat} or {@code channel}
   * @param tenant the organisation it belongs to, in lower case
   * @param meeting the id by which the meeting of this chat is asked about
   */
  public record Conversation(String id, String type, String tenant, String meeting) {

    /** Teams is not always of one mind how to write the id of an organisation. */
    public Conversation {
      tenant = tenant.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Somebody named in the text.
   *
   * @param text the literal words that stand for them in the text
   */
  public record Mention(String id, String text) {}
}
