package dev.callboard.campaign;

import dev.callboard.session.Post;
import dev.callboard.testing.SlackCall;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a channel shows at the end of posts that were sent. A copy that was the last thing its life
 * did there may not have been noted, and stays as it came.
 *
 * @param there what was asked of Slack for the channel, in order
 * @param shown what stands there now
 */
record Traces(List<SlackCall> there, List<String> shown) {

  /**
   * What is wrong with a post that was sent; empty when nothing is.
   *
   * @param from its first copy among the calls
   * @param to behind its last
   */
  List<String> faults(Post post, int from, int to) {
    List<String> faults = new ArrayList<>();
    long orphans = 0;
    for (int i = from; i < to; i++) {
      orphans += lastOfItsLife(i) ? 1 : 0;
    }
    String changed = post.rewording();
    long unchanged = count(words(post));
    if (post.takenBack() && unchanged + (changed == null ? 0 : count(changed)) > orphans) {
      faults.add("taken back but still there: " + post);
    }
    if (!post.takenBack() && changed != null && (count(changed) != 1 || unchanged > orphans)) {
      faults.add("not shown as it was edited: " + post);
    }
    return faults;
  }

  /** Whether a life did nothing there after this. */
  boolean lastOfItsLife(int index) {
    String life = there.get(index).token();
    return there.stream().skip(index + 1L).noneMatch(call -> call.token().equals(life));
  }

  private long count(String words) {
    return shown.stream().filter(message -> holds(message, words)).count();
  }

  static boolean holds(String message, String words) {
    return Pattern.compile("(?<!\\d)" + Pattern.quote(words) + "(?!\\d)").matcher(message).find();
  }

  /** What a post says at first. */
  static String words(Post post) {
    return switch (post.kind()) {
      case WELCOME -> "Welcome all of you";
      case PAGE -> "Workbook page " + post.subject();
      case LINK -> "The " + post.subject();
      case LINKS, SAY -> post.subject();
    };
  }
}
