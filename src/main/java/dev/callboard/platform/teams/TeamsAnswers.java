package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Content;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Reply;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.teams.TeamsClient.Eyes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to a press, inside the answer to its request.
 *
 * <p>A card in the answer takes the place of the pressed one, for that person. On a private card
 * that is wanted. A card of the room would be lost to them, so there a short remark is answered as
 * words, and anything larger is said to them privately; the answer is then for the caller alone
 * either way.
 */
final class TeamsAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(TeamsAnswers.class);

  private static final String WORDS = "application/vnd.microsoft.activity.message";
  private static final String ERROR = "application/vnd.microsoft.error";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final TeamsSender sender;

  TeamsAnswers(TeamsSender sender) {
    this.sender = sender;
  }

  ObjectNode of(Reply reply, Inbound.Command command, Eyes eyes) {
    return switch (reply) {
      case Reply.Quiet quiet -> words("Done");
      case Reply.Tell tell -> said(tell.content(), command, eyes);
      case Reply.Replace replace -> said(replace.content(), command, eyes);
      case Reply.Ask ask ->
          shown(TeamsRenderer.form(ask.form()), ask.form().label(), command, eyes);
    };
  }

  /** The button is not Callboard's, or is of a kind it no longer knows. */
  static ObjectNode strange() {
    ObjectNode value =
        JSON.objectNode()
            .put("code", "BadRequest")
            .put("message", "I do not know this button any more. Type help to see what I do.");
    ObjectNode answer = JSON.objectNode().put("statusCode", 400).put("type", ERROR);
    answer.set("value", value);
    return answer;
  }

  private ObjectNode said(Content content, Inbound.Command command, Eyes eyes) {
    if (eyes == Eyes.ALL && TeamsRenderer.isRemark(content)) {
      return words(content.plainText());
    }
    return shown(TeamsRenderer.card(content, Eyes.ONE), content.plainText(), command, eyes);
  }

  private ObjectNode shown(ObjectNode card, String plain, Inbound.Command command, Eyes eyes) {
    if (eyes == Eyes.ONE) {
      ObjectNode answer = JSON.objectNode().put("statusCode", 200).put("type", TeamsRenderer.CARD);
      answer.set("value", card);
      return answer;
    }
    try {
      sender.tell(command.from(), command.place(), TeamsRenderer.carrying(card, plain));
      return words("I answered you privately");
    } catch (PlatformException unsaid) {
      LOG.warn("{} was answered in words alone: {}", command.delivery().key(), unsaid.getMessage());
      return words(Brief.of(plain, 1_000));
    }
  }

  private static ObjectNode words(String words) {
    return JSON.objectNode().put("statusCode", 200).put("type", WORDS).put("value", words);
  }
}
