package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A message and where it goes.
 *
 * @param to the address of the conversation
 * @param onlyFor the id of the one user who sees it there; null when all in it do
 * @param behalf the address of the user it is sent on behalf of; empty when nobody is known
 * @param shown what the renderer made of it
 */
record ZoomMessage(
    String account, String to, @Nullable String onlyFor, String behalf, ObjectNode shown) {

  /** As the interface takes it. */
  ObjectNode body(String robotJid) {
    ObjectNode body = shown.deepCopy();
    body.put("robot_jid", robotJid).put("to_jid", to).put("account_id", account);
    if (onlyFor != null) {
      body.put("visible_to_user", onlyFor);
    }
    if (!behalf.isEmpty()) {
      body.put("user_jid", behalf);
    }
    return body;
  }
}
