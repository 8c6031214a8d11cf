package dev.callboard.outbox;

/** A message that was given up. */
public record DeadLetter(Entry entry, Death death) {}
