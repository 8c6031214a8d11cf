package dev.callboard.testing;

import dev.callboard.platform.lobby.Guests;
import dev.callboard.platform.lobby.Guests.Guest;
import dev.callboard.platform.lobby.Guests.Show;
import java.time.ZoneId;
import java.util.List;

/** The people of two plans, for tests of the lobby. {@code fay} is in both. */
public final class Cast {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private Cast() {}

  public static Guests guests() {
    return () ->
        List.of(
            new Show(
                "hybrid",
                "Facilitating Hybrid Meetings",
                LONDON,
                List.of(
                    new Guest("fay", "Fay Osei", "facilitator", true, null),
                    new Guest("pat", "Pat Lindqvist", "producer", true, null),
                    new Guest("dee", "Dee Marsh", "designer", true, null),
                    new Guest("ana", "Ana Ruiz", "learner", false, "es"),
                    new Guest("liam", "Liam Byrne", "learner", false, null))),
            new Show(
                "onboarding",
                "Remote Onboarding",
                LONDON,
                List.of(
                    new Guest("fay", "Fay Osei", "facilitator", true, null),
                    new Guest("pia", "Pia Novak", "producer", true, null))));
  }
}
