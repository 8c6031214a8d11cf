package dev.callboard.platform.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Person;
import dev.callboard.platform.teams.bf.Turn;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How conversations are reached: the newest service address heard of for each, else for its tenant,
 * else the one for all. Nothing of this need survive a restart: the address for all knows every
 * conversation, and opening a chat again gives the same chat. Thread-safe.
 */
final class TeamsRoutes {

  private static final int MOST = 100_000;

  private final Route standard;
  private final Cache<String, Route> byConversation =
      Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, Route> byTenant = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, String> chats = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Shared chats in which somebody has whispered to the bot. */
  private final Cache<String, Boolean> whispers = Caffeine.newBuilder().maximumSize(MOST).build();

  private final Cache<String, String> meetings = Caffeine.newBuilder().maximumSize(MOST).build();

  /** The bot's ids of people by those of the directory. */
  private final Cache<String, String> accounts = Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * One way to the Bot Connector.
   *
   * @param bot the bot's own id there
   */
  record Route(URI serviceUrl, String bot) {}

  TeamsRoutes(TeamsSettings settings) {
    this.standard = new Route(settings.serviceUrl(), "28:" + settings.appId());
  }

  /** Learns from an activity whose sender has been checked. */
  void seen(Turn turn) {
    String bot = turn.recipient().id().isBlank() ? standard.bot() : turn.recipient().id();
    Route route = new Route(URI.create(turn.serviceUrl()), bot);
    byConversation.put(TeamsPayloads.conversation(turn), route);
    byTenant.put(turn.conversation().tenant(), route);
    if (TeamsPayloads.personal(turn) && !turn.from().id().isBlank()) {
      chats.put(key(turn.conversation().tenant(), turn.from().id()), turn.conversation().id());
    }
    if (turn.recipient().targeted()) {
      whispers.put(TeamsPayloads.conversation(turn), true);
    }
    if (!turn.conversation().meeting().isBlank()) {
      meetings.put(TeamsPayloads.conversation(turn), turn.conversation().meeting());
    }
  }

  /** The id by which the meeting of a chat is asked about; every message there tells it. */
  Optional<String> meeting(String conversation) {
    return Optional.ofNullable(meetings.getIfPresent(conversation));
  }

  /** Learns the directory's id of an account. */
  void met(String tenant, String directoryId, String account) {
    accounts.put(key(tenant, directoryId), account);
  }

  Optional<String> account(String tenant, String directoryId) {
    return Optional.ofNullable(accounts.getIfPresent(key(tenant, directoryId)));
  }

  Route to(String conversation, String tenant) {
    @Nullable Route known = byConversation.getIfPresent(conversation);
    if (known == null) {
      known = byTenant.getIfPresent(tenant);
    }
    return known == null ? standard : known;
  }

  /**
   * Whether messages for one person are surely shown to that person alone in a shared chat: Teams
   * has sent us one from there. Where it does not know of them it passes over the mark and shows
   * them to everybody, without an error.
   */
  boolean whispersIn(String conversation) {
    return whispers.getIfPresent(conversation) != null;
  }

  /** The chat of this person with the bot, when it is known. */
  Optional<String> chat(Person person) {
    return Optional.ofNullable(chats.getIfPresent(key(person.tenant(), person.id())));
  }

  void chat(Person person, String conversation) {
    chats.put(key(person.tenant(), person.id()), conversation);
  }

  void forgetChat(Person person) {
    chats.invalidate(key(person.tenant(), person.id()));
  }

  private static String key(String tenant, String person) {
    return tenant + "/" + person;
  }
}
