package dev.callboard;

import dev.callboard.chat.Spelling;
import dev.callboard.config.SettingsException;
import dev.callboard.config.SettingsReader;
import dev.callboard.store.Archive;
import dev.callboard.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers a command from the archive, or says why there is no answer. */
@FunctionalInterface
interface Inquiry {

  /** So many classes are compared with what somebody may have meant. */
  int COMPARED = 500;

  /** The exit code. */
  int answer(Archive archive) throws IOException;

  /**
   * Asks the archive that the settings name.
   *
   * @param what is asked for, as in {@code No report}
   * @param config the settings' file; null for the usual one
   * @return the exit code: 1 when the archive cannot be read, 2 when the settings are wrong
   */
  static int ask(String what, @Nullable Path config, Inquiry inquiry) throws IOException {
    try {
      String database = new SettingsReader(Main.home()).read(config, System.getenv()).databaseUrl();
      return inquiry.answer(Archive.open(database));
    } catch (SettingsException exception) {
      exception.problems().forEach(problem -> System.err.println(problem));
      return 2;
    } catch (StoreException exception) {
      System.err.println("No " + what + ": " + exception.getMessage());
      return 1;
    }
  }

  /** Says what the caller can mend; the exit code for it. */
  static int complain(String sentence) {
    System.err.println(sentence);
    return 2;
  }

  /** {@code did you mean x?}; else what is said when nothing is near, or there is nothing. */
  static String hint(String named, List<String> names, String none, String expected) {
    return Spelling.nearest(named, names)
        .map(near -> "did you mean " + near + "?")
        .orElse(names.isEmpty() ? none : expected);
  }
}
