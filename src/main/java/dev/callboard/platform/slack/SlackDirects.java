package dev.callboard.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private messages: the direct chat first, for it arrives even when the person is away; where Slack
 * allows none, a message in a shared channel that they alone see. Never a public one. Thread-safe.
 *
 * <p>Slack takes a person for the channel of a post and opens the chat by itself.
 */
final class SlackDirects {

  private static final Logger LOG = LoggerFactory.getLogger(SlackDirects.class);
  private static final Set<Kind> NO_DIRECT_CHAT = Set.of(Kind.FORBIDDEN, Kind.NOT_FOUND);

  /** Of people alone: posted to, the id of a channel would tell all who are in it. */
  private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]+");

  private final SlackClient client;
  private final Cache<String, String> idsByEmail =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(12)).build();

  SlackDirects(SlackClient client) {
    this.client = client;
  }

  SlackReceipt post(Direct to, SlackMessage message) throws PlatformException {
    String user = userId(to.person());
    try {
      return client.post(user, message);
    } catch (PlatformException refused) {
      if (!NO_DIRECT_CHAT.contains(refused.kind())) {
        throw refused;
      }
      return near(to, user, message, refused);
    }
  }

  /** Slack answers ok even when nobody looks, so this is accepted rather than delivered. */
  private SlackReceipt near(Direct to, String user, SlackMessage message, PlatformException refused)
      throws PlatformException {
    Place near = to.near();
    if (near == null || near.id().startsWith("D")) {
      throw refused;
    }
    LOG.info("slack: no direct chat ({}), shown to one person in a channel", refused.getMessage());
    return client.postEphemeral(near.id(), user, message);
  }

  private String userId(Person person) throws PlatformException {
    String email = person.email();
    if (!person.id().isBlank()) {
      return checked(person.id());
    }
    if (email == null || email.isBlank()) {
      throw new PlatformException(
          Kind.NOT_FOUND, "person without id and address (expected: either)");
    }
    String known = idsByEmail.getIfPresent(email);
    if (known != null) {
      return known;
    }
    String found = checked(client.userByEmail(email));
    idsByEmail.put(email, found);
    return found;
  }

  private static String checked(String id) throws PlatformException {
    if (!PERSON.matcher(id).matches()) {
      throw new PlatformException(
          Kind.NOT_FOUND, "person " + id + " (expected: an id that begins with U or W)");
    }
    return id;
  }
}
