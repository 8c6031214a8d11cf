package dev.callboard.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all classes of a client.
 *
 * @param title what people call it; empty when nobody said
 * @param attendance the rules where a plan says nothing
 * @param keep how long after the end of a class learners are known by name; null for as long as
 *     there is a log
 * @param leads addresses of those who watch over all its classes, lower case
 * @param paper what its reports are printed on
 * @param tokens what lets its programs in
 * @param hooks where it is told of its classes
 */
public record Client(
    String title,
    Policy attendance,
    @Nullable Duration keep,
    Set<String> leads,
    Paper paper,
    List<Token> tokens,
    List<Hook> hooks) {

  /** Nobody in particular, or a client of whom nothing is said. */
  static final Client USUAL =
      new Client("", Policy.USUAL, null, Set.of(), Paper.A4, List.of(), List.of());

  public Client {
    leads = Set.copyOf(leads);
    tokens = List.copyOf(tokens);
    hooks = List.copyOf(hooks);
  }

  /**
   * A token of a program, of which only a hash is kept.
   *
   * @param name what the program is called
   * @param sha256 of the token, in lower-case hexadecimal
   */
  public record Token(String name, String sha256, Set<May> may) {
    public Token {
      may = Set.copyOf(may);
    }
  }

  /**
   * An address that is told of classes.
   *
   * @param secretEnv the environment variable that holds the key it is signed with
   * @param allowPrivate whether it may be in the server's own network, and without TLS
   */
  public record Hook(String url, String secretEnv, Set<Moment> moments, boolean allowPrivate) {
    public Hook {
      moments = Set.copyOf(moments);
    }
  }

  /** Of what an address is told. */
  public enum Moment {
    OPENED,
    STARTED,
    ENDED,
    /** Attendance is settled, or signed off. */
    REPORT;

    /** As files say it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a program may do. */
  public enum May {
    READ,
    COMMAND,
    IMPORT;

    /** As files say it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
