package dev.callboard.outbox;

import java.time.Instant;

/**
 * Why a message was given up.
 *
 * @param reason for whoever reads logs
 * @param sentence for the producer
 */
public record Death(String reason, String sentence, Instant at) {}
