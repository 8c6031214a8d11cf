package dev.callboard.report.page;

import static j2html.TagCreator.rawHtml;

import dev.callboard.report.picture.Picture;
import dev.callboard.report.picture.Svg;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;

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
    @Override
    DomContent drawn(Picture picture) {
      return new ContainerTag<>("object")
          .attr("type", ReportPage.PICTURE)
          .attr("title", picture.name())
          .attr("class", "picture " + picture.name());
    }
  };

  abstract DomContent drawn(Picture picture);
}
