package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.callboard.chat.Person;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.zoom.ZoomChat.Speaker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the account's directory tells of its users: their e-mail addresses and where they are
 * reached in Team Chat. Asked once per person and half a day, however many wait for it; a directory
 * that does not answer in time keeps nobody waiting. Thread-safe.
 */
final class ZoomPeople {

  private static final Logger LOG = LoggerFactory.getLogger(ZoomPeople.class);

  static final Duration KEPT = Duration.ofHours(12);
  static final Duration KEPT_UNKNOWN = Duration.ofMinutes(1);

  /** A directory that did not answer is soon asked again, but not by everybody at once. */
  static final Duration KEPT_SILENT = Duration.ofSeconds(2);

  /** Zoom waits 3 s for an answer, and what was asked has to be written down in that time, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  private final ZoomClient client;
  private final AsyncCache<String, Entry> entries;
  private final Cache<String, String> heardFrom =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(KEPT).build();

  /**
   * Where one user is reached.
   *
   * @param id the user's id, for what only they see in a channel; empty for guests
   */
  record Account(String id, String jid) {}

  /**
   * What the directory said.
   *
   * @param trouble why it said nothing; null when it did
   */
  private record Entry(String id, String jid, @Nullable String email, @Nullable Kind trouble) {
    static Entry none(Kind trouble) {
      return new Entry("", "", null, trouble);
    }
  }

  ZoomPeople(ZoomClient client, InstantSource clock) {
    this.client = client;
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .executor(Thread::startVirtualThread)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfter(Expiry.creating((String _, Entry entry) -> kept(entry)))
            .buildAsync();
  }

  private static Duration kept(Entry entry) {
    if (entry.trouble() == null) {
      return KEPT;
    }
    return entry.trouble().worthRetrying() ? KEPT_SILENT : KEPT_UNKNOWN;
  }

  /** Remembers where somebody wrote from: Zoom's own word for it is the best. */
  void heard(Speaker speaker) {
    if (!speaker.jid().isEmpty()) {
      heardFrom.put(speaker.id(), speaker.jid());
    }
  }

  /** The address of whoever wrote; null for guests and for those the directory does not know. */
  @Nullable String email(Speaker speaker) {
    return speaker.id().contains("@") || !client.knowsUsers()
        ? null
        : entry(speaker.id(), PATIENCE).email();
  }

  /**
   * Where a person is reached.
   *
   * @throws PlatformException when they have no place in this account's Team Chat
   */
  Account account(Person person) throws PlatformException {
    if (person.id().contains("@")) {
      return new Account("", person.id()); // a guest, known by where they wrote from
    }
    String name = person.id().isBlank() ? email(person) : person.id();
    String heard = heardFrom.getIfPresent(name);
    if (heard != null) {
      return new Account(name, heard);
    }
    Entry entry = client.knowsUsers() ? entry(name, LONGEST_CALL) : Entry.none(Kind.UNAUTHORIZED);
    if (entry.trouble() == null && !entry.jid().isEmpty()) {
      return new Account(entry.id(), entry.jid());
    }
    return guessed(name, entry.trouble());
  }

  private static String email(Person person) throws PlatformException {
    String email = person.email();
    if (email == null || email.isBlank()) {
      throw new PlatformException(
          Kind.NOT_FOUND, "zoom person: without id and address (expected: either)");
    }
    return email;
  }

  /** Addresses in Team Chat are made of ids, where the directory may not be asked. */
  private static Account guessed(String name, @Nullable Kind trouble) throws PlatformException {
    boolean id = !name.contains("@");
    if (id && (trouble == null || trouble == Kind.UNAUTHORIZED || trouble == Kind.FORBIDDEN)) {
      return new Account(name, name.toLowerCase(Locale.ROOT) + "@xmpp.zoom.us");
    }
    boolean later = trouble != null && trouble.worthRetrying();
    throw new PlatformException(
        later ? Kind.UNAVAILABLE : Kind.NOT_FOUND,
        later
            ? "zoom users: no answer (expected: where somebody is reached)"
            : "zoom person: not of this account (expected: somebody who can be reached privately)");
  }

  private Entry entry(String name, Duration patience) {
    try {
      return entries
          .get(name, (key, threads) -> CompletableFuture.supplyAsync(() -> ask(key), threads))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      return Entry.none(Kind.UNAVAILABLE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Entry.none(Kind.UNAVAILABLE);
    }
  }

  private Entry ask(String name) {
    try {
      JsonNode user = client.user(name);
      String email = ZoomJson.text(user, "email");
      boolean unproven = user.path("verified").asInt(1) == 0;
      return new Entry(
          ZoomJson.text(user, "id"),
          ZoomJson.text(user, "jid"),
          email.contains("@") && !unproven ? email : null,
          null);
    } catch (PlatformException unknown) {
      LOG.warn("zoom: somebody is not in the directory: {}", unknown.getMessage());
      return Entry.none(unknown.kind());
    }
  }
}
