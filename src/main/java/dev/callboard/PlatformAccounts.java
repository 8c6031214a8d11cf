package dev.callboard;

import dev.callboard.chat.Place;
import dev.callboard.command.roll.Accounting.Wanted;
import dev.callboard.desk.Accounts;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts that platforms keep, as the desk asks for them: at the pace of each tenant, for its
 * limits count all that is asked of it. Thread-safe.
 */
public final class PlatformAccounts implements Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(PlatformAccounts.class);

  /** Where a tenant took no more and named no time. */
  private static final Duration USUAL = Duration.ofMinutes(1);

  /**
   * Where a day's share is used up, a platform names the next day; it is tried again before, and
   * the team hears of it, for an administrator may do something.
   */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Function<String, Optional<MeetingRecords>> keepers;
  private final InstantSource clock;
  private final Map<Tenant, Queue<Wanted>> queues = new ConcurrentHashMap<>();

  private record Tenant(String platform, String id) {}

  /**
   * @param keepers by platform
   */
  public PlatformAccounts(Function<String, Optional<MeetingRecords>> keepers, InstantSource clock) {
    this.keepers = keepers;
    this.clock = clock;
  }

  @Override
  public Answer ask(Wanted wanted) {
    return keepers
        .apply(wanted.meeting().platform())
        .map(keeper -> ask(keeper, wanted))
        .orElseGet(Answer.Never::new);
  }

  private Answer ask(MeetingRecords keeper, Wanted wanted) {
    Place meeting = wanted.meeting();
    Queue<Wanted> queue =
        queues.computeIfAbsent(
            new Tenant(meeting.platform(), meeting.tenant()),
            _ -> new Queue<>(keeper.between(), clock));
    return queue
        .turn(wanted)
        .<Answer>map(Answer.Later::new)
        .orElseGet(() -> pull(keeper, wanted, queue));
  }

  private static Answer pull(MeetingRecords keeper, Wanted wanted, Queue<Wanted> queue) {
    String platform = keeper.platform();
    try {
      return keeper
          .pull(wanted.meeting(), wanted.occurrence())
          .<Answer>map(Answer.Given::new)
          .orElseGet(() -> new Answer.NotYet(platform + " has no report of the meeting yet."));
    } catch (PlatformException refused) {
      LOG.info("{}: no account of a meeting: {}", platform, refused.getMessage());
      Answer reason =
          new Answer.NotYet(platform + " gave no report (" + refused.getMessage() + ").");
      return refused.kind() == Kind.RATE_LIMITED
          ? after(refused.retryAfter().orElse(USUAL), wanted, queue, reason)
          : reason;
    }
  }

  /** Too many were asked for: that was no try, unless it takes so long that the team must know. */
  private static Answer after(Duration wait, Wanted wanted, Queue<Wanted> queue, Answer reason) {
    if (wait.compareTo(LONGEST) > 0) {
      queue.refused(LONGEST);
      return reason;
    }
    queue.refused(wait);
    return queue.turn(wanted).<Answer>map(Answer.Later::new).orElse(reason);
  }
}
