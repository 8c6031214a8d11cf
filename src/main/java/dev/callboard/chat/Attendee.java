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
 * @param email an address that the platform vouches for, or that a registrant without an account
 *     gave; null when it told none
 * @param phone the number, when they came by telephone
 */
public record Attendee(
    String connection,
    String stay,
    @Nullable String account,
    @Nullable String registrant,
    String name,
    @Nullable String email,
    @Nullable String phone) {

  private static final int LONGEST_NAME = 300;

  /** These turn the order of what follows a name, in whatever it stands. */
  private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  public Attendee {
    account = blankToNull(account);
    registrant = blankToNull(registrant);
    email = blankToNull(email);
    phone = blankToNull(phone);
    name = DIRECTION.matcher(name).replaceAll("");
    name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
