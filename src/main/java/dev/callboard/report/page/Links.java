package dev.callboard.report.page;

import dev.callboard.report.model.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a page's other parts are.
 *
 * @param styles addresses of style sheets
 * @param forms the report in other forms
 */
public record Links(List<String> styles, List<Form> forms) {

  /** Of a page on paper, which leads nowhere. */
  static final Links NONE = new Links(List.of(), List.of());

  /** Another form of the report. */
  public record Form(String label, String href) {}

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
    forms.add(new Form("PDF", "?form=pdf"));
    forms.add(new Form("Excel", "?form=xlsx"));
    if (reader.seesPeople()) {
      forms.add(new Form("CSV", "?form=csv"));
    }
    forms.add(new Form("JSON", "?form=json"));
    forms.add(new Form("Picture", "?form=png"));
    return new Links(List.of(assets + "/callboard.css", assets + "/report.css"), forms);
  }
}
