package dev.callboard.platform.slack;

import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.Vocabulary.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of slash commands: {@code /class} for every word, and one each for the words typed
 * most. Slack keeps some names to itself and then refuses the whole manifest, so those words are
 * called {@code /class-open} and the like.
 */
final class SlackCommands {

  static final String CLASS = "/class";

  /** Built into Slack's clients. */
  private static final Set<String> RESERVED =
      Set.of(
          "active",
          "apps",
          "archive",
          "away",
          "call",
          "collapse",
          "commands",
          "dm",
          "dnd",
          "expand",
          "feed",
          "feedback",
          "huddle",
          "invite",
          "invite_people",
          "join",
          "kick",
          "leave",
          "me",
          "msg",
          "mute",
          "open",
          "part",
          "prefs",
          "pro",
          "remind",
          "remove",
          "rename",
          "search",
          "shortcuts",
          "shrug",
          "star",
          "status",
          "topic",
          "unarchive",
          "who");

  private final Map<String, String> wordByCommand = new HashMap<>();

  SlackCommands(Vocabulary vocabulary) {
    for (Word word : vocabulary.words()) {
      wordByCommand.put("/" + word.word(), word.word());
      wordByCommand.put(CLASS + "-" + word.word(), word.word());
    }
  }

  /** The line that a command and its text stand for; an unknown command counts as /class. */
  String line(String command, String text) {
    String word = wordByCommand.get(command);
    String typed = SlackWords.line(text);
    if (word == null) {
      return typed;
    }
    return typed.isEmpty() ? word : word + " " + typed;
  }

  /** Words with a command of their own. */
  static List<Word> own(Vocabulary vocabulary) {
    return vocabulary.words().stream().filter(Word::frequent).toList();
  }

  static String name(Word word) {
    return RESERVED.contains(word.word()) ? CLASS + "-" + word.word() : "/" + word.word();
  }

  static Stream<String> reserved() {
    return RESERVED.stream();
  }
}
