/**
 * Microsoft Teams: activities in, posts, edits and private messages out. Requests are believed only
 * after {@link dev.callboard.platform.teams.TeamsSignature} has checked their token; the Bot
 * Framework SDK, walled up in {@code bf}, parses them and runs their turn; everything sent goes
 * through {@link dev.callboard.platform.teams.TeamsClient}. Imports {@code chat} and {@code
 * platform}.
 */
@NullMarked
package dev.callboard.platform.teams;

import org.jspecify.annotations.NullMarked;
