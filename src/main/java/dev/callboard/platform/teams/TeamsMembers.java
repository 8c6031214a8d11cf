package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.teams.bf.Turn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The e-mail addresses of people, as the directory of their organisation vouches for them. Asked
 * once per person and hour, however many wait for it; a directory that does not answer in time
 * keeps nobody waiting, the person then has no address for a while. Thread-safe.
 */
final class TeamsMembers {

  private static final Logger LOG = LoggerFactory.getLogger(TeamsMembers.class);

  static final Duration KEPT = Duration.ofHours(1);
  static final Duration KEPT_UNKNOWN = Duration.ofSeconds(10);
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** So long a list of members is taken for whole: people come to the chat as to the meeting. */
  static final Duration KEPT_LIST = Duration.ofMinutes(1);

  /** Five thousand people; whoever is not among them is known once they say something. */
  private static final int MOST_PAGES = 10;

  private final TeamsClient client;
  private final TeamsRoutes routes;
  private final AsyncCache<Who, Found> found;

  /** How many members the list of a conversation had. */
  private final AsyncCache<Chat, Integer> lists;

  private record Who(String tenant, String person) {}

  private record Chat(String tenant, String conversation) {}

  private record Found(@Nullable String email, Duration kept) {}

  TeamsMembers(TeamsClient client, TeamsRoutes routes, InstantSource clock) {
    this.client = client;
    this.routes = routes;
    this.found =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .executor(Thread::startVirtualThread)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfter(Expiry.creating((Who who, Found told) -> told.kept()))
            .buildAsync();
    this.lists =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .executor(Thread::startVirtualThread)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(KEPT_LIST)
            .buildAsync();
  }

  /** Reads who is in the chat of this meeting; nobody waits for it. */
  void expect(Turn turn) {
    var _ = list(turn);
  }

  /**
   * The address of somebody in a meeting. Whoever is not known is looked for in the list of its
   * chat's members, for facts are told once: an address that is known later is of no use.
   */
  Optional<String> met(Turn turn, String person) {
    String tenant = turn.conversation().tenant();
    if (found.getIfPresent(new Who(tenant, person)) == null) {
      waited(list(turn));
    }
    return known(tenant, person);
  }

  private CompletableFuture<Integer> list(Turn turn) {
    Chat chat = new Chat(turn.conversation().tenant(), TeamsPayloads.conversation(turn));
    return lists.get(
        chat, (_, threads) -> CompletableFuture.supplyAsync(() -> read(chat), threads));
  }

  private int read(Chat chat) {
    int members = 0;
    String next = "";
    try {
      for (int page = 0; page < MOST_PAGES; page++) {
        JsonNode told =
            client.members(
                routes.to(chat.conversation(), chat.tenant()), chat.conversation(), next);
        for (JsonNode member : told.path("members")) {
          Who who = new Who(chat.tenant(), member.path("id").asText(""));
          Found one = new Found(vouched(member, chat.tenant()), KEPT);
          found.put(who, CompletableFuture.completedFuture(one));
          members++;
        }
        next = told.path("continuationToken").asText("");
        if (next.isEmpty()) {
          break;
        }
      }
    } catch (PlatformException unknown) {
      LOG.warn("teams members of {} have no address: {}", chat.tenant(), unknown.getMessage());
    }
    return members;
  }

  /** The address of somebody, when it is known already: nobody is asked. */
  Optional<String> known(String tenant, String person) {
    @Nullable CompletableFuture<Found> told = found.getIfPresent(new Who(tenant, person));
    return told == null || !told.isDone() || told.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.ofNullable(told.join().email());
  }

  /** The address of the person who did this; null for guests and for those nobody vouches for. */
  @Nullable String email(Turn turn) {
    Who who = new Who(turn.conversation().tenant(), turn.from().id());
    @Nullable Found told = waited(found.get(who, (key, threads) -> ask(turn, threads)));
    return told == null ? null : told.email();
  }

  /** What comes in time; else null. */
  private static <T> @Nullable T waited(CompletableFuture<T> coming) {
    try {
      return coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      return null;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private CompletableFuture<Found> ask(Turn turn, Executor threads) {
    return CompletableFuture.supplyAsync(() -> ask(turn), threads);
  }

  private Found ask(Turn turn) {
    String conversation = TeamsPayloads.conversation(turn);
    String tenant = turn.conversation().tenant();
    try {
      JsonNode member =
          client.member(routes.to(conversation, tenant), conversation, turn.from().id());
      return new Found(vouched(member, tenant), KEPT);
    } catch (PlatformException unknown) {
      LOG.warn("teams member of {} has no address: {}", tenant, unknown.getMessage());
      return new Found(null, KEPT_UNKNOWN);
    }
  }

  /** Guests bring their address from elsewhere; this organisation has not checked it. */
  static @Nullable String vouched(JsonNode member, String tenant) {
    String role = member.path("userRole").asText("user");
    String home = member.path("tenantId").asText(tenant);
    String principal = member.path("userPrincipalName").asText("");
    boolean guest =
        !role.equals("user")
            || !home.equalsIgnoreCase(tenant)
            || principal.toUpperCase(Locale.ROOT).contains("#EXT#");
    String email = member.path("email").asText("");
    String address = email.contains("@") ? email : principal;
    return guest || !address.contains("@") ? null : address;
  }
}
