package dev.callboard.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Person;
import dev.callboard.console.Invitations.Invitation;
import dev.callboard.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Lets people in by their links, and knows them again by the cookie that their browser shows. */
final class Doorkeeper {

  /** A working day. */
  static final Duration LIFE = Duration.ofHours(12);

  private static final Pattern COOKIE =
      Pattern.compile("(?:^|; ?)callboard(-tab)?=([A-Za-z0-9_-]{43})(?=;|$)");
  private static final int SECRET = 32;

  /**
   * Whoever shows so many links that open nothing is not somebody who mistyped. A link that opens
   * is let in all the same: behind a proxy everybody comes from one address.
   */
  private static final int WRONG_LINKS = 20;

  private static final Duration WRONG_WITHIN = Duration.ofMinutes(1);

  private final Passes passes;
  private final Invitations invitations;
  private final boolean secure;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, AtomicInteger> wrong =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(WRONG_WITHIN)
          .executor(Runnable::run)
          .build();

  /**
   * Makes one.
   *
   * @param secure whether people come by TLS alone, so that the cookie never goes without
   */
  Doorkeeper(Passes passes, Invitations invitations, boolean secure, InstantSource clock) {
    this.passes = passes;
    this.invitations = invitations;
    this.secure = secure;
    this.clock = clock;
  }

  /** What came of showing a link. */
  sealed interface Entry {
    /**
     * Somebody is in.
     *
     * @param cookie for {@code Set-Cookie}
     */
    record In(Pass pass, String cookie) implements Entry {}

    /** The link would let this person in; it is not used up by asking. */
    record Sound(Person person) implements Entry {}

    /** The link was used before. */
    record Used() implements Entry {}

    /** It is none of ours, or its time is over. */
    record Wrong() implements Entry {}

    /** So many wrong ones came from there that whoever sends them must wait. */
    record TooMany() implements Entry {}
  }

  Entry enter(String token, String peer) {
    Optional<Invitation> shown = invitations.read(token);
    if (shown.isEmpty()) {
      return triesTooOften(peer) ? new Entry.TooMany() : new Entry.Wrong();
    }
    Invitation invitation = shown.get();
    Pass pass = new Pass(invitation.person(), clock.instant().plus(LIFE));
    String secret = secret();
    return passes.admit(invitation.link(), invitation.until(), hash(secret), pass)
        ? new Entry.In(pass, cookie(secret, LIFE))
        : new Entry.Used();
  }

  /** What would come of showing a link, without using it. */
  Entry look(String token, String peer) {
    Optional<Invitation> shown = invitations.read(token);
    if (shown.isEmpty()) {
      return triesTooOften(peer) ? new Entry.TooMany() : new Entry.Wrong();
    }
    return passes.used(shown.get().link())
        ? new Entry.Used()
        : new Entry.Sound(shown.get().person());
  }

  /**
   * Lets somebody in whom the client of a platform has named. Their cookie is for our pages inside
   * that client alone: browsers keep it apart from all others.
   */
  Entry.In admit(Person person) {
    Pass pass = new Pass(person, clock.instant().plus(LIFE));
    String secret = secret();
    String once = "tab:" + secret();
    if (!passes.admit(once, clock.instant(), hash(secret), pass)) {
      throw new IllegalStateException("link: there already (expected: made up just now)");
    }
    return new Entry.In(pass, tabCookie(secret, LIFE));
  }

  /** Counts something wrong that came from there; whether that is more than anybody mistypes. */
  boolean triesTooOften(String peer) {
    return wrong.get(peer, _ -> new AtomicInteger()).incrementAndGet() > WRONG_LINKS;
  }

  /** Whose browser it is; empty when nobody is signed in there. */
  Optional<Pass> known(WebhookRequest request) {
    Instant now = clock.instant();
    return shown(request).stream()
        .flatMap(cookie -> passes.find(hash(cookie.secret())).stream())
        .filter(pass -> now.isBefore(pass.until()))
        .findFirst();
  }

  /** Ends the passes of a browser; gives what takes its cookie away. */
  String leave(WebhookRequest request) {
    List<Cookie> all = shown(request);
    all.forEach(cookie -> passes.end(hash(cookie.secret())));
    boolean inTab = !all.isEmpty() && all.getFirst().tab();
    return inTab ? tabCookie("", Duration.ZERO) : cookie("", Duration.ZERO);
  }

  private record Cookie(boolean tab, String secret) {}

  /** One at most of each kind. */
  private static List<Cookie> shown(WebhookRequest request) {
    return COOKIE
        .matcher(request.header("cookie").orElse(""))
        .results()
        .limit(2)
        .map(found -> new Cookie(found.group(1) != null, found.group(2)))
        .toList();
  }

  private static String tabCookie(String secret, Duration life) {
    return "callboard-tab="
        + secret
        + "; Path=/desk; Max-Age="
        + life.toSeconds()
        + "; HttpOnly; Secure; SameSite=None; Partitioned";
  }

  private String cookie(String secret, Duration life) {
    return "callboard="
        + secret
        + "; Path=/desk; Max-Age="
        + life.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  private String secret() {
    byte[] bytes = new byte[SECRET];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("SHA-256: missing (expected: in every Java)", missing);
    }
  }
}
