package dev.callboard.chat;

/**
 * The address of one conversation: a channel, a meeting chat, a direct chat.
 *
 * @param platform lower-case name of the platform, such as {@code slack}
 * @param tenant the workspace, organisation or tenant the conversation belongs to
 * @param id the platform's own id of the conversation; only its adapter may look inside
 */
public record Place(String platform, String tenant, String id) {

  @Override
  public String toString() {
    return platform + "/" + tenant + "/" + id;
  }
}
