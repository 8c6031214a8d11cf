package dev.callboard.command;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.plan.Role;

/**
 * Who calls, and from where.
 *
 * @param key the person's key in the plan; {@code platform:account} of a stranger
 * @param kind what the place is to the class
 */
public record Caller(Person person, String key, Role role, Place place, PlaceKind kind) {

  /** The key under which a stranger's deeds are logged. */
  public static String stranger(Person person) {
    return person.platform() + ":" + person.id();
  }
}
