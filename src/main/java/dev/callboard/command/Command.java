package dev.callboard.command;

/** One word that people type, and what it decides. Stateless. */
public interface Command {

  Spec spec();

  /**
   * Decides. Does no input or output and reads no clock: the same call gives the same decision, so
   * it can be decided again when somebody else wrote first.
   *
   * @throws CommandException when the caller can mend it
   */
  Decision run(Call call);
}
