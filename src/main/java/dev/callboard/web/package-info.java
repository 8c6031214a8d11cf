/**
 * The HTTP server: the platforms' webhooks, health, metrics, and the pages of the lobby. Imports
 * {@code chat} and {@code platform}; it knows adapters and sites only by their interfaces.
 */
@NullMarked
package dev.callboard.web;

import org.jspecify.annotations.NullMarked;
