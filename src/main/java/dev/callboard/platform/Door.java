package dev.callboard.platform;

import dev.callboard.chat.Inbound;
import dev.callboard.chat.Reply;

/** The one way in. When it returns, what the inbound caused is on disk. */
@FunctionalInterface
public interface Door {
  Reply handle(Inbound inbound);
}
