package dev.callboard.platform.slack;

import dev.callboard.chat.Inbound;

/** A command and the ways back to its caller. */
record Heard(Inbound.Command command, Origin origin) {}
