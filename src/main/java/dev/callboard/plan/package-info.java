/**
 * The run-of-show as written: segments, pages, links, people and rooms; reading it and saying what
 * is wrong with it. Imports only {@code chat}.
 */
@NullMarked
package dev.callboard.plan;

import org.jspecify.annotations.NullMarked;
