package dev.callboard.desk;

import dev.callboard.chat.MeetingRecord;
import dev.callboard.command.roll.Accounting.Wanted;
import java.time.Instant;

/** Where the platforms' own accounts of meetings are asked for. */
@FunctionalInterface
public interface Accounts {

  /** Asks for one; blocks until it is there, or it is known that it is not to be had now. */
  Answer ask(Wanted wanted);

  /** What came of it. */
  sealed interface Answer {

    record Given(MeetingRecord record) implements Answer {}

    /**
     * Not now.
     *
     * @param reason a sentence for the team
     */
    record NotYet(String reason) implements Answer {}

    /**
     * The platform was not asked, for it is others' turn; that counts as no try.
     *
     * @param turn when to ask again
     */
    record Later(Instant turn) implements Answer {}

    /** The platform keeps no accounts. */
    record Never() implements Answer {}
  }
}
