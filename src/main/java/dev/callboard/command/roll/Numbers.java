package dev.callboard.command.roll;

import dev.callboard.command.Buttons;
import dev.callboard.command.CommandException;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;

/** Finds those in the meeting by the number the roll shows. */
final class Numbers {

  private Numbers() {}

  /**
   * The party of this number, as the meeting showed it: of somebody who came with two devices, the
   * one alone.
   */
  static Party party(Session session, Roll roll, String typed) {
    String digits = typed.startsWith("#") ? typed.substring(1) : typed;
    if (!digits.matches("\\d{1,6}")) {
      throw CommandException.usage(
          "“" + typed + "” is no number of the roll, such as #3.",
          Buttons.plain(session.id(), "Who is new?", "match"));
    }
    int number = Integer.parseInt(digits);
    return roll.parties().stream()
        .filter(party -> party.stays().stream().anyMatch(stay -> stay.number() == number))
        .findFirst()
        .orElseThrow(() ->
            new CommandException(
                "Nobody in the meeting has the number " + number + ".",
                Buttons.plain(session.id(), "Who is new?", "match")));
  }
}
