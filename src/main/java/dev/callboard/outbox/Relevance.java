package dev.callboard.outbox;

import dev.callboard.chat.Outgoing;
import dev.callboard.session.SessionId;
import java.util.Optional;

/**
 * Knows whether a prompt that waited is still true of its class, which may have gone on meanwhile.
 * Asked just before it leaves, so that nothing need be taken back that waits already.
 */
public interface Relevance {

  /** Every prompt is, however long it waited. */
  Relevance ALWAYS =
      new Relevance() {
        @Override
        public Optional<String> idle(SessionId session, Outgoing prompt) {
          return Optional.empty();
        }

        @Override
        public void dropped(SessionId session, Outgoing prompt, String reason) {
          // nobody keeps it
        }
      };

  /** Why it is of no use any more, in a sentence; empty while it is of use. */
  Optional<String> idle(SessionId session, Outgoing prompt);

  /** It was not sent for that reason; to be kept where the class is, and told nobody. */
  void dropped(SessionId session, Outgoing prompt, String reason);
}
