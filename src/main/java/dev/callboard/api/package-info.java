/**
 * The API for programs of clients, under {@code /api/v1}: what they may read of their classes, and
 * do in them as somebody of the team. Imports {@code chat}, {@code plan}, {@code session}, {@code
 * report}, {@code command} and {@code platform}; what it does goes through the same door as a
 * command typed in chat. {@code openapi.json} among the resources describes it, and a test holds
 * the two together.
 */
@NullMarked
package dev.callboard.api;

import org.jspecify.annotations.NullMarked;
