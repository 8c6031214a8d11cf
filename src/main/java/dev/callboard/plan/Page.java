package dev.callboard.plan;

import org.jspecify.annotations.Nullable;

/**
 * A workbook page that a segment uses.
 *
 * @param number counted from 1
 * @param title what is on it, or null
 */
public record Page(int number, @Nullable String title) {}
