package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody in a meeting can be known by, as text that is kept in the log: {@code
 * account:zoom/ACC1/u7}, {@code registrant:…}, {@code mail:…}, {@code name:…}, {@code stay:…}.
 */
public final class Trait {

  private static final String NAME = "name:";
  private static final String STAY = "stay:";

  private Trait() {}

  public static String account(String platform, String tenant, String account) {
    return "account:" + platform + "/" + tenant + "/" + account;
  }

  /** Registrants are numbered within an account of the platform, not the world. */
  static String registrant(Place meeting, String registrant) {
    return "registrant:" + meeting.platform() + "/" + meeting.tenant() + "/" + registrant;
  }

  public static String mail(String email) {
    return "mail:" + email.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * An address that somebody wrote: never whose it is by itself, only once a person confirmed it.
   */
  public static String written(String email) {
    return "written:" + email.strip().toLowerCase(Locale.ROOT);
  }

  /** A name as it was shown: never an identity by itself, only once a person confirmed it. */
  public static String name(String shown) {
    return NAME + Likeness.plain(shown);
  }

  static boolean isName(String trait) {
    return trait.startsWith(NAME);
  }

  static String stay(String key) {
    return STAY + key;
  }

  /**
   * All that somebody can be known by as they were shown once, in one order: account, registrant,
   * address, one they wrote, stay, name.
   */
  public static List<String> shown(Place meeting, String occurrence, Attendee who) {
    List<String> traits = new ArrayList<>(identities(meeting, Shown.of(who, Instant.EPOCH)));
    traits.add(stay(Stay.key(Holding.key(meeting, occurrence), who.stay())));
    traits.add(name(who.name()));
    return traits;
  }

  /** Whether it still means something in another class. */
  public static boolean lasting(String trait) {
    return !trait.startsWith(STAY);
  }

  /** What tells one person from all others, the surest first; empty for a guest. */
  static List<String> identities(Place meeting, Shown who) {
    List<String> traits = new ArrayList<>();
    String account = who.account();
    if (account != null) {
      traits.add(account(meeting.platform(), meeting.tenant(), account));
    }
    String registrant = who.registrant();
    if (registrant != null) {
      traits.add(registrant(meeting, registrant));
    }
    String email = who.email();
    if (email != null) {
      traits.add(mail(email));
    }
    String written = who.written();
    if (written != null) {
      traits.add(written(written));
    }
    return traits;
  }
}
