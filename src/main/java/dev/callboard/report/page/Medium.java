package dev.callboard.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.rawHtml;

import dev.callboard.plan.Paper;
import dev.callboard.report.Plain;
import dev.callboard.report.picture.Picture;
import dev.callboard.report.picture.Svg;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.Locale;

/** What a page is shown on. */
sealed interface Medium {

  /**
   * A picture.
   *
   * @param narrow the same for where there is little room
   */
  DomContent drawn(Picture picture, Picture narrow);

  /** What stands at the foot of each page. */
  DomContent running(String title);

  /** How many people its tables name: more would take seconds to lay out. */
  int most();

  /** A browser. */
  record Screen() implements Medium {

    @Override
    public int most() {
      return 1_000;
    }

    @Override
    public DomContent drawn(Picture picture, Picture narrow) {
      return each(
          Table.scrolling(rawHtml(Svg.of(picture)), picture.title()),
          div(rawHtml(Svg.of(narrow))).withClass("narrow"));
    }

    @Override
    public DomContent running(String title) {
      return each();
    }
  }

  /**
   * Paper. Whoever makes the PDF draws the picture where it is named.
   *
   * @param widest millimetres between the margins
   * @param highest millimetres that a picture may have, with what stands under it on the page
   */
  record Sheet(double widest, double highest) implements Medium {

    static Sheet of(Paper paper) {
      return switch (paper) {
        case A4 -> new Sheet(178, 225);
        case LETTER -> new Sheet(183.9, 207);
      };
    }

    @Override
    public int most() {
      return 500;
    }

    @Override
    public DomContent drawn(Picture picture, Picture narrow) {
      double width = Math.min(widest, highest * picture.width() / picture.height());
      double height = width * picture.height() / picture.width();
      return new ContainerTag<>("object")
          .attr("type", ReportPage.PICTURE)
          .attr("title", picture.name())
          .attr("alt", Plain.of(picture.alt()))
          .attr("style", String.format(Locale.ROOT, "width:%.2fmm;height:%.2fmm", width, height));
    }

    @Override
    public DomContent running(String title) {
      return div(Table.isolated(title)).withClass("running");
    }
  }
}
