/**
 * Slack: slash commands, buttons, forms, mentions, direct messages and the Home tab in; posts,
 * edits and private messages out. Imports {@code chat} and {@code platform}; the only room that
 * knows Slack's SDK and Gson.
 *
 * <p>Bytes are verified by {@link dev.callboard.platform.slack.SlackSignature} before anything
 * looks inside them. Bolt's {@code App} then finds the listener; its own middleware is left out,
 * for it calls {@code auth.test} and {@code bots.info} on the way of a request.
 */
@NullMarked
package dev.callboard.platform.slack;

import org.jspecify.annotations.NullMarked;
