package dev.callboard.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a meeting, for a card that shows it on another platform.
 *
 * @param over whether it is over for this class
 * @param gone those who were there and are not now
 */
public record Turnout(boolean over, List<Someone> here, List<Someone> gone) {

  public Turnout {
    here = List.copyOf(here);
    gone = List.copyOf(gone);
  }

  /**
   * One person, on however many devices.
   *
   * @param id the same each time, and nothing that says who it is
   * @param name as the meeting shows them; foreign text
   * @param account theirs on the platform that has the card; null when it is not known
   */
  public record Someone(String id, String name, @Nullable String account) {}
}
