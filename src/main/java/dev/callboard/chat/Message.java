package dev.callboard.chat;

/** Something said to more than the caller of a command: its content and for whose eyes it is. */
public record Message(Audience audience, Content content) {}
