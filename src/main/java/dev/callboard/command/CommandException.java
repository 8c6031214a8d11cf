package dev.callboard.command;

import dev.callboard.chat.Button;
import java.util.List;

/** The caller can mend it: the sentence is shown to them alone, with the usage line and buttons. */
public final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Button> buttons;
  private final boolean usage;

  private CommandException(String sentence, boolean usage, List<Button> buttons) {
    super(sentence, null, false, false);
    this.usage = usage;
    this.buttons = List.copyOf(buttons);
  }

  /** Said alone: the line was well formed. */
  public CommandException(String sentence, Button... buttons) {
    this(sentence, false, List.of(buttons));
  }

  /** Said with the usage line, for a line that was not. */
  public static CommandException usage(String sentence, Button... buttons) {
    return new CommandException(sentence, true, List.of(buttons));
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public boolean showsUsage() {
    return usage;
  }

  public List<Button> buttons() {
    return buttons;
  }
}
