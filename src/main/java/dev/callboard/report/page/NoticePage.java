package dev.callboard.report.page;

import java.util.List;

/** A document of one sentence, for whoever may not see the one they asked for. */
public final class NoticePage {

  private NoticePage() {}

  /**
   * The page.
   *
   * @param assets the path under which the style sheets are
   */
  public static String html(String title, String sentence, String assets) {
    return Frame.html(title, sentence, Links.of(assets, List.of()), List.of());
  }
}
