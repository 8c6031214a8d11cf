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

  private final TeamsClient client;
  private final TeamsRoutes routes;
  private final AsyncCache<Who, Found> found;

  private record Who(String tenant, String person) {}

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
    try {
      return found
          .get(who, (key, threads) -> ask(turn, threads))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .email();
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
  private static @Nullable String vouched(JsonNode member, String tenant) {
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
