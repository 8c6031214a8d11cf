package dev.callboard.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.plan.Client;
import dev.callboard.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Lets programs in by their tokens. Thread-safe. */
final class Gate {

  /**
   * Whoever shows so many wrong tokens is not somebody who pasted one badly. A right one is let in
   * all the same: behind a proxy everybody comes from one address.
   */
  static final int WRONG_TOKENS = 20;

  private static final Duration WRONG_WITHIN = Duration.ofMinutes(1);

  /** Before it is hashed: what is longer is no token. */
  private static final int LONGEST = 200;

  private static final String SCHEME = "bearer ";

  private final Function<String, Optional<Client>> clients;
  private final Cache<String, AtomicInteger> wrong =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(WRONG_WITHIN)
          .executor(Runnable::run)
          .build();

  Gate(Function<String, Optional<Client>> clients) {
    this.clients = clients;
  }

  /**
   * The program that asks.
   *
   * @throws Problem when none is let in
   */
  Program admit(WebhookRequest request) {
    String token = token(request).orElseThrow(() -> unknown("It has no token"));
    Optional<Program> program = program(token);
    if (program.isPresent()) {
      return program.get();
    }
    int tries = wrong.get(request.peer(), _ -> new AtomicInteger()).incrementAndGet();
    if (tries > WRONG_TOKENS) {
      throw Problem.of(429, "Too many wrong tokens came from there. Wait a minute, then try again.")
          .with("Retry-After", "60");
    }
    throw unknown("Its token is not known");
  }

  /** Whether it is let in; wrong tokens are not counted. */
  boolean knows(WebhookRequest request) {
    return token(request).flatMap(this::program).isPresent();
  }

  private static Optional<String> token(WebhookRequest request) {
    return request
        .header("authorization")
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(token -> token.length() <= LONGEST);
  }

  /** All tokens are compared, each in the same time, whichever it is. */
  private Optional<Program> program(String token) {
    String hash = Tokens.hash(token);
    String client = Tokens.client(token).orElse("");
    List<Client.Token> tokens = clients.apply(client).map(Client::tokens).orElse(List.of());
    Optional<Program> found = Optional.empty();
    for (Client.Token known : tokens) {
      if (MessageDigest.isEqual(ascii(known.sha256()), ascii(hash))) {
        found = Optional.of(new Program(client, known.name(), known.may()));
      }
    }
    return found;
  }

  private static byte[] ascii(String hash) {
    return hash.getBytes(StandardCharsets.US_ASCII);
  }

  private static Problem unknown(String why) {
    return Problem.of(
            401,
            why
                + ". Send the header Authorization: Bearer TOKEN; whoever runs Callboard makes a"
                + " token with `callboard token new`.")
        .with("WWW-Authenticate", "Bearer realm=\"callboard\"");
  }
}
