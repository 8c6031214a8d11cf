package dev.callboard.report.page;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.ul;

import dev.callboard.report.digest.Digest;
import dev.callboard.report.digest.Proposal;
import j2html.tags.DomContent;
import java.util.List;

/** What a digest proposes, and a new version of the plan with what is ticked of it. */
final class ProposalsSection {

  private static final String NONE =
      "Nothing: what segments took agrees with the plan, or there were too few deliveries to say.";

  private ProposalsSection() {}

  static DomContent of(Digest digest, PlanOffer offer) {
    if (digest.proposals().isEmpty()) {
      return section(h2("To plan otherwise"), p(NONE));
    }
    return section(
        h2("To plan otherwise"),
        offer.segments().isEmpty()
            ? div(list(digest.proposals(), offer)).withClass("revise")
            : ticks(digest, offer),
        each(offer.remarks(), remark -> p(Table.isolated(remark + ".")).withClass("remark")),
        iff(!offer.whole(), paste(offer)));
  }

  private static DomContent list(List<Proposal> proposals, PlanOffer offer) {
    return ul(each(proposals, proposal -> li(line(proposal, offer))));
  }

  private static DomContent line(Proposal proposal, PlanOffer offer) {
    DomContent words =
        span(
            span(Table.isolated(proposal.what() + ".")).withClass("what"),
            Table.words(" "),
            span(Table.words("Median " + proposal.why() + ".")).withClass("why"));
    return offer.segments().contains(proposal.segment())
        ? label(
            input()
                .withType("checkbox")
                .withName("change")
                .withValue(proposal.segment())
                .attr("checked"),
            words)
        : words;
  }

  /** A form without a script: asking for a file changes nothing here. */
  private static DomContent ticks(Digest digest, PlanOffer offer) {
    String file = digest.plan() + ".yaml";
    return form(
            list(digest.proposals(), offer),
            each(
                offer.warnings(),
                warning ->
                    p(Table.words("With all of these: "), Table.isolated(warning + "."))
                        .withClass("warning")),
            input().withType("hidden").withName("form").withValue("plan"),
            button(
                    offer.whole()
                        ? "Download version " + offer.version() + " of the plan"
                        : "Download the changed segments")
                .withType("submit")
                .withClass("main"),
            p(Table.words(offer.whole() ? ofTheFile(file) : ofTheChanges(file)))
                .withClass("remark"))
        .withClass("revise")
        .withMethod("get");
  }

  private static String ofTheFile(String file) {
    return "The plan's file with these minutes, and nothing else changed. Put it in the place of "
        + file
        + "; the next class that is opened has it.";
  }

  private static String ofTheChanges(String file) {
    return "The plan's file names learners, so it stays with the producers. Put these minutes into "
        + file
        + " where you keep it, or send them to a producer, who can download the whole version.";
  }

  private static DomContent paste(PlanOffer offer) {
    return section(
        h3("All of them, to copy"),
        pre(Table.words(offer.changes()))
            .withClass("paste")
            .attr("tabindex", "0")
            .attr("aria-label", "The changed segments"));
  }
}
