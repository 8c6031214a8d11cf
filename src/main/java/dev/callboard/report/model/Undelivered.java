package dev.callboard.report.model;

import java.time.Instant;

/**
 * Something that did not reach whom it was for.
 *
 * @param what it was, such as {@code post 3}
 * @param why in a sentence
 */
public record Undelivered(String what, String why, Instant at) {}
