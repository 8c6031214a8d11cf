package dev.callboard.desk;

import dev.callboard.chat.Sighting;
import java.time.Instant;

/**
 * A fact of a meeting that no class has, kept for the class that may be opened there.
 *
 * @param key of its delivery
 * @param kept when it came
 */
public record Unclaimed(String key, Sighting sighting, Instant kept) {}
