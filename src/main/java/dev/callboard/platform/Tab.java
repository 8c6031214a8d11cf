package dev.callboard.platform;

import dev.callboard.chat.Person;
import java.util.List;

/**
 * Our pages inside a platform's own client: the client says who is there, by a token, so nobody
 * signs in. All methods may be called by many threads.
 */
public interface Tab {

  /** The page that asks the client who is there, such as {@code teams.html}. */
  String page();

  /** Where the client is on the web: these alone may frame our pages, as CSP writes them. */
  List<String> framers();

  /** What that page loads besides our own, for its policy. */
  PagePolicy.More more();

  /**
   * Whom a token names, as the platform knows them in chat.
   *
   * @param token as the page sent it, whatever it is
   * @param conversation where the client is open; empty where it did not say, and not to be
   *     believed
   */
  Found find(String token, String conversation);

  /** What came of it. */
  sealed interface Found {
    /** It is this person. */
    record Somebody(Person person) implements Found {}

    /**
     * It is not known who.
     *
     * @param status 401 for a token that proves nothing, 403 for one of a stranger's organisation,
     *     503 when it cannot be told now
     * @param sentence what they can do
     */
    record Nobody(int status, String sentence) implements Found {}
  }
}
