package dev.callboard.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.rawHtml;

import dev.callboard.report.Plain;
import dev.callboard.report.picture.Picture;
import dev.callboard.report.picture.Svg;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.Locale;

/** What a page is shown on. */
enum Medium {
  SCREEN {
    @Override
    DomContent drawn(Picture picture) {
      return rawHtml(Svg.of(picture));
    }
  },
  /** Whoever makes the PDF draws the picture where it is named. */
  PAPER {
    private static final double WIDEST = 178;
    private static final double HIGHEST = 225;

    @Override
    DomContent drawn(Picture picture) {
      double width = Math.min(WIDEST, HIGHEST * picture.width() / picture.height());
      double height = width * picture.height() / picture.width();
      return new ContainerTag<>("object")
          .attr("type", ReportPage.PICTURE)
          .attr("title", picture.name())
          .attr("alt", Plain.of(picture.alt()))
          .attr("style", String.format(Locale.ROOT, "width:%.2fmm;height:%.2fmm", width, height));
    }

    @Override
    DomContent running(String title) {
      return div(Table.isolated(title)).withClass("running");
    }
  };

  abstract DomContent drawn(Picture picture);

  /** What stands at the foot of each page. */
  DomContent running(String title) {
    return each();
  }
}
