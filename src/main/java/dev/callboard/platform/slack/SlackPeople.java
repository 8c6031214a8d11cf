package dev.callboard.platform.slack;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.slack.api.model.User;
import dev.callboard.chat.Person;
import dev.callboard.platform.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names and addresses from the workspace's directory, asked once per person and kept for half a
 * day. Whoever cannot be learnt of in time is known by their id alone, and asked for again after a
 * minute. Thread-safe.
 */
final class SlackPeople {

  private static final Logger LOG = LoggerFactory.getLogger(SlackPeople.class);
  private static final Duration KEPT = Duration.ofHours(12);
  private static final Duration FAILED = Duration.ofMinutes(1);

  private record Account(String tenant, String id) {}

  /**
   * What the directory says.
   *
   * @param answered whether it said anything
   */
  private record Entry(String name, @Nullable String email, boolean answered) {
    static final Entry NONE = new Entry("", null, false);
  }

  private final SlackClient client;
  private final Patience patience;
  private final ExecutorService threads;
  private final AsyncCache<Account, Entry> entries;

  SlackPeople(SlackClient client, Patience patience, ExecutorService threads) {
    this.client = client;
    this.patience = patience;
    this.threads = threads;
    Instant start = patience.clock().instant();
    entries =
        Caffeine.newBuilder()
            .maximumSize(50_000)
            .executor(threads)
            .ticker(() -> Duration.between(start, patience.clock().instant()).toNanos())
            .expireAfter(
                Expiry.writing((Account _, Entry entry) -> entry.answered() ? KEPT : FAILED))
            .buildAsync();
  }

  /**
   * The person behind an account.
   *
   * @param shownAs what the payload called them, used when the directory does not answer
   */
  Person person(String tenant, String id, @Nullable String shownAs) {
    Entry entry = entries.get(new Account(tenant, id), (account, _) -> ask(account)).join();
    String name = entry.name().isBlank() ? shownAs : entry.name();
    return new Person("slack", tenant, id, name == null ? id : name, entry.email());
  }

  /** The people behind some accounts, asked for together, so that it takes no longer than one. */
  List<Person> people(String tenant, Collection<String> ids) {
    for (String id : ids) {
      var _ = entries.get(new Account(tenant, id), (account, _) -> ask(account));
    }
    return ids.stream().map(id -> person(tenant, id, null)).toList();
  }

  /** An answer that comes too late for this request is there for the next. */
  private CompletableFuture<Entry> ask(Account account) {
    CompletableFuture<Entry> answer = CompletableFuture.supplyAsync(() -> lookUp(account), threads);
    return answer
        .copy()
        .completeOnTimeout(Entry.NONE, patience.identity().toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((entry, _) -> {
          if (!answer.isDone()) {
            var _ = answer.thenAccept(late -> keep(account, late));
          }
        });
  }

  private void keep(Account account, Entry late) {
    if (late.answered()) {
      entries.synchronous().put(account, late);
    }
  }

  private Entry lookUp(Account account) {
    try {
      User user = client.user(account.id());
      return new Entry(name(user), email(user, account.tenant()), true);
    } catch (PlatformException | RuntimeException failure) {
      LOG.warn("slack: no directory entry for {}: {}", account.id(), failure.getMessage());
      return Entry.NONE;
    }
  }

  private static String name(User user) {
    User.@Nullable Profile profile = user.getProfile();
    String shown = profile == null ? null : profile.getDisplayName();
    String real = profile == null ? null : profile.getRealName();
    if (shown != null && !shown.isBlank()) {
      return shown;
    }
    return real != null && !real.isBlank() ? real : String.valueOf(user.getName());
  }

  /**
   * Only this workspace's own people: what another organisation says of its members' addresses in a
   * shared channel proves nothing here.
   */
  private static @Nullable String email(User user, String tenant) {
    String team = user.getTeamId();
    String enterprise =
        user.getEnterpriseUser() == null ? null : user.getEnterpriseUser().getEnterpriseId();
    boolean own =
        !user.isStranger() && (team == null || team.equals(tenant) || tenant.equals(enterprise));
    return own && user.getProfile() != null ? user.getProfile().getEmail() : null;
  }
}
