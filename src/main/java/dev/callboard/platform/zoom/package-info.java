/**
 * Zoom: meeting and webinar events, commands typed in Team Chat, posts, edits and private messages
 * there, and reports of meetings that are over. Requests are believed only after {@link
 * dev.callboard.platform.zoom.ZoomSignature} has checked them; everything asked of Zoom goes
 * through {@link dev.callboard.platform.zoom.ZoomClient}. Imports {@code chat} and {@code
 * platform}.
 */
@NullMarked
package dev.callboard.platform.zoom;

import org.jspecify.annotations.NullMarked;
