package dev.callboard.chat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account on a platform, as the platform names it.
 *
 * @param id the platform's stable id of the account, unique within the tenant; blank when only the
 *     address is known, by which the platform finds it
 * @param name how the platform shows the person; foreign text, never trusted as an identity
 * @param email the address the platform's own directory vouches for, or null when it told none
 */
public record Person(
    String platform, String tenant, String id, String name, @Nullable String email) {

  /**
   * The platform of programs, whose tenant is a client: in its classes they speak for whom of the
   * plan their id names. Nobody can be told anything there.
   */
  public static final String PROGRAMS = "api";

  /** The same account, whatever its name or address are today. */
  public boolean sameAccount(Person other) {
    return platform.equals(other.platform)
        && tenant.equals(other.tenant)
        && handle().equals(other.handle());
  }

  /** What tells the account from others of its tenant: its id, else its address. */
  String handle() {
    return id.isBlank() && email != null ? email.strip().toLowerCase(Locale.ROOT) : id;
  }
}
