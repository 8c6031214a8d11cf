package dev.callboard.platform;

/** What an adapter needs to find its post again; only the adapter reads it. */
public record Receipt(String value) {}
