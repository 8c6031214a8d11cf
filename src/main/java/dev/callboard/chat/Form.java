package dev.callboard.chat;

/**
 * A question with one free-text answer. Submitting it does what typing {@code line + " " + answer}
 * would do.
 *
 * @param title 24 characters at most (Slack's limit for the title of a modal)
 * @param label what the field asks for
 * @param answer what stands in the field at first; may be empty
 * @param submit the verb on the button
 * @param line the command line that the answer completes
 */
public record Form(String title, String label, String answer, String submit, String line) {}
