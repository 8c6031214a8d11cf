package dev.callboard.platform;

import dev.callboard.chat.Place;
import java.time.Instant;

/** One meeting, whose platform tells of it by requests. */
public interface MeetingKit {

  Place meeting();

  /** Pat Learner, a guest of whom the platform tells no address, comes in by this connection. */
  WebhookRequest joins(String connection, Instant at);

  /** Pat leaves by this connection. */
  WebhookRequest leaves(String connection, Instant at);

  /** The meeting is over for everybody. */
  WebhookRequest ends(Instant at);
}
