package dev.callboard.chat;

import org.jspecify.annotations.Nullable;

/**
 * An account on a platform, as the platform names it.
 *
 * @param id the platform's stable id of the account, unique within the tenant
 * @param name how the platform shows the person; foreign text, never trusted as an identity
 * @param email the address the platform's own directory vouches for, or null when it told none
 */
public record Person(
    String platform, String tenant, String id, String name, @Nullable String email) {

  /** The same account, whatever its name or address are today. */
  public boolean sameAccount(Person other) {
    return platform.equals(other.platform) && tenant.equals(other.tenant) && id.equals(other.id);
  }
}
