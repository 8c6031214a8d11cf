package dev.callboard.session;

import dev.callboard.plan.Member;
import dev.callboard.plan.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody who stands before classes wants to be prompted, in all of them.
 *
 * @param left how long before the end of a segment, or null for the plan's usual times
 * @param quietIn kinds of activities, such as {@code breakout}, in which they want no prompts
 */
public record Profile(@Nullable List<Duration> left, Style style, List<String> quietIn) {

  public static final Profile USUAL = new Profile(null, Style.FULL, List.of());

  /** How much a prompt says. */
  public enum Style {
    /** What is left, and what comes next. */
    FULL,
    /** What is left. */
    BRIEF
  }

  public Profile {
    left = left == null ? null : List.copyOf(left);
    quietIn = List.copyOf(quietIn);
  }

  public boolean isQuietIn(Segment segment) {
    return segment.activity() != null && quietIn.contains(segment.activity().kind());
  }

  /**
   * What a person is known by in other classes: their address, else an account that the plan gives;
   * never the name alone. Empty when the plan gives neither.
   */
  public static Optional<String> identity(Member member) {
    return Optional.ofNullable(member.email())
        .map(email -> "mail:" + email)
        .or(() ->
            member.accounts().entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(account -> account.getKey() + ":" + account.getValue()));
  }
}
