package dev.callboard;

import dev.callboard.command.roll.Accounting.Wanted;
import dev.callboard.desk.Accounts;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PlatformException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts that platforms keep, as the desk asks for them.
 *
 * @param keepers by platform
 */
public record PlatformAccounts(Function<String, Optional<MeetingRecords>> keepers)
    implements Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(PlatformAccounts.class);

  @Override
  public Answer ask(Wanted wanted) {
    String platform = wanted.meeting().platform();
    Optional<MeetingRecords> keeper = keepers.apply(platform);
    if (keeper.isEmpty()) {
      return new Answer.Never();
    }
    try {
      return keeper
          .get()
          .pull(wanted.meeting(), wanted.occurrence())
          .<Answer>map(Answer.Given::new)
          .orElseGet(() -> new Answer.NotYet(platform + " has no report of the meeting yet."));
    } catch (PlatformException refused) {
      LOG.info("{}: no account of a meeting: {}", platform, refused.getMessage());
      return new Answer.NotYet(platform + " gave no report (" + refused.getMessage() + ").");
    }
  }
}
