package dev.callboard.chat;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a meeting, as one of their connections shows them. What a platform leaves blank is
 * null here, so that two blanks are never the same person.
 *
 * @param connection the platform's id of this connection to one room, unique within the occurrence;
 *     the account's id where the platform tells connections of one account not apart. Compared as
 *     text, never read as a number
 * @param stay the platform's id of what outlasts moves between rooms; the connection's where there
 *     is none
 * @param account the platform's stable id of the person; null for guests
 * @param registrant the id the platform gave the person when they registered for the meeting
 * @param name how the meeting shows them; foreign text, a label and never an identity
 * @param email an address that the platform vouches for; null when it told none. Logs from before
 *     there was {@code written} have what a registrant without an account wrote here, too
 * @param phone the number, when they came by telephone
 * @param written an address that they gave themselves and nobody checked: what it says of them is
 *     for a person to confirm
 */
public record Attendee(
    String connection,
    String stay,
    @Nullable String account,
    @Nullable String registrant,
    String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String written) {

  private static final int LONGEST_NAME = 300;

  /** These turn the order of what follows a name, in whatever it stands. */
  private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  public Attendee {
    account = blankToNull(account);
    registrant = blankToNull(registrant);
    email = blankToNull(email);
    phone = blankToNull(phone);
    written = blankToNull(written);
    name = DIRECTION.matcher(name).replaceAll("");
    name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /** Somebody who wrote no address. */
  public Attendee(
      String connection,
      String stay,
      @Nullable String account,
      @Nullable String registrant,
      String name,
      @Nullable String email,
      @Nullable String phone) {
    this(connection, stay, account, registrant, name, email, phone, null);
  }

  /** The same, who wrote this. */
  public Attendee writing(@Nullable String other) {
    return new Attendee(connection, stay, account, registrant, name, email, phone, other);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
