package dev.callboard.command.roll;

import dev.callboard.command.Buttons;
import dev.callboard.command.CommandException;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;
import java.util.stream.Stream;

/** Finds those in the meeting by the number the roll shows. */
final class Numbers {

  private Numbers() {}

  static Party party(Session session, Roll roll, String typed) {
    String digits = typed.startsWith("#") ? typed.substring(1) : typed;
    if (!digits.matches("\\d{1,6}")) {
      throw CommandException.usage(
          "“" + typed + "” is no number of the roll, such as #3.",
          Buttons.plain(session.id(), "Who is new?", "match"));
    }
    int number = Integer.parseInt(digits);
    return everybody(roll)
        .filter(party -> party.stays().stream().anyMatch(stay -> stay.number() == number))
        .findFirst()
        .orElseThrow(() ->
            new CommandException(
                "Nobody in the meeting has the number " + number + ".",
                Buttons.plain(session.id(), "Who is new?", "match")));
  }

  private static Stream<Party> everybody(Roll roll) {
    Stream<Party> learners =
        roll.learners().stream().map(Roll.Learner::party).filter(party -> party != null);
    return Stream.of(roll.guests(), roll.team(), roll.bots())
        .map(guests -> guests.stream().map(Roll.Guest::party))
        .reduce(learners, Stream::concat);
  }
}
