/**
 * The command engine: what a command is, how a line is read, who may, and what came of it. The
 * commands themselves live in the packages below, grouped by topic. Imports {@code chat}, {@code
 * plan} and {@code session}.
 */
@NullMarked
package dev.callboard.command;

import org.jspecify.annotations.NullMarked;
