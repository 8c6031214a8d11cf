package dev.callboard.report.page;

import dev.callboard.report.model.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page's other parts are.
 *
 * @param styles addresses of style sheets
 * @param look address of the script that sets the chosen look; null on paper
 * @param icon address of the picture in a browser's tab; null on paper
 * @param forms the report in other forms
 */
public record Links(
    List<String> styles, @Nullable String look, @Nullable String icon, List<Form> forms) {

  /** Of a page on paper, which leads nowhere. */
  static final Links NONE = new Links(List.of(), null, null, List.of());

  /** What a way is to. */
  public enum Group {
    FILES("Files"),
    READERS("As it is for"),
    KINDS("Show"),
    PAGES("Go to");

    private final String words;

    Group(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A way to another form of the report, or another page.
   *
   * @param href empty for what is shown already
   */
  public record Form(Group group, String label, String href) {}

  /** The same with other ways to other forms. */
  public Links with(List<Form> others) {
    return new Links(styles, look, icon, others);
  }

  public Links {
    styles = List.copyOf(styles);
    forms = List.copyOf(forms);
  }

  /**
   * As {@code ?form=pdf} and so on beside the page.
   *
   * @param assets the path under which the style sheets are
   */
  public static Links beside(String assets, Reader reader) {
    List<Form> forms = new ArrayList<>();
    forms.add(new Form(Group.FILES, "PDF", "?form=pdf"));
    forms.add(new Form(Group.FILES, "Excel", "?form=xlsx"));
    if (reader.seesPeople()) {
      forms.add(new Form(Group.FILES, "CSV", "?form=csv"));
    }
    forms.add(new Form(Group.FILES, "JSON", "?form=json"));
    forms.add(new Form(Group.FILES, "PNG", "?form=png"));
    return of(assets, forms);
  }

  /**
   * These.
   *
   * @param assets the path under which the style sheets are
   */
  public static Links of(String assets, List<Form> forms) {
    return new Links(
        List.of(assets + "/callboard.css", assets + "/report.css", assets + "/report-phone.css"),
        assets + "/theme.js",
        assets + "/icon.svg",
        forms);
  }
}
