package dev.callboard.platform;

import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Place;
import java.time.Duration;
import java.util.Optional;

/** A platform that keeps its own account of meetings and gives it some time after their end. */
public interface MeetingRecords {

  /** The platform whose meetings it knows. */
  String platform();

  /** How far apart meetings of one tenant are asked for, where it counts what is asked of it. */
  default Duration between() {
    return Duration.ZERO;
  }

  /**
   * Asks for the account of one meeting; blocks until all of it is there.
   *
   * @param occurrence as in {@link dev.callboard.chat.Sighting}; empty for the latest
   * @return empty when the platform has none yet: ask again later
   * @throws PlatformException when it could not be asked, or refuses
   */
  Optional<MeetingRecord> pull(Place meeting, String occurrence) throws PlatformException;
}
