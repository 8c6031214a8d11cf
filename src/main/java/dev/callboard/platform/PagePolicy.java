package dev.callboard.platform;

import java.util.List;

/**
 * What a browser may do for our pages: load what is our own, run no script within them, send
 * nothing by a form.
 */
public final class PagePolicy {

  /** The header it goes by. */
  public static final String HEADER = "Content-Security-Policy";

  /** Nobody may frame a page. */
  public static final String USUAL = of(List.of("'none'"), More.NOTHING);

  private PagePolicy() {}

  /**
   * What a page loads from elsewhere.
   *
   * @param scripts where scripts come from
   * @param data where a script may read
   * @param forms where its forms may lead
   */
  public record More(String scripts, String data, String forms) {
    public static final More NOTHING = new More("", "", "'none'");

    /** Forms that lead to our own pages. */
    public static final More FORMS = new More("", "", "'self'");
  }

  /**
   * The policy of a page.
   *
   * @param framers who may show it inside a page of theirs
   */
  public static String of(List<String> framers, More more) {
    return "default-src 'none'; script-src 'self'"
        + spaced(more.scripts())
        + "; style-src 'self'; img-src 'self' blob:; connect-src 'self'"
        + spaced(more.data())
        + "; base-uri 'none'; form-action "
        + more.forms()
        + "; frame-ancestors "
        + String.join(" ", framers)
        + "; require-trusted-types-for 'script'";
  }

  private static String spaced(String source) {
    return source.isEmpty() ? "" : " " + source;
  }
}
