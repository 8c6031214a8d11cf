package dev.callboard.report.page;

import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
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
        offer.segments().isEmpty() ? list(digest.proposals(), offer) : ticks(digest, offer),
        each(offer.remarks(), remark -> p(Table.isolated(remark + ".")).withClass("remark")));
  }

  private static DomContent list(List<Proposal> proposals, PlanOffer offer) {
    return ul(each(proposals, proposal -> li(line(proposal, offer))));
  }

  private static DomContent line(Proposal proposal, PlanOffer offer) {
    DomContent words = Table.isolated(proposal.sentence() + ".");
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
    return form(
            list(digest.proposals(), offer),
            each(
                offer.warnings(),
                warning ->
                    p(Table.words("All of these together · "), Table.isolated(warning))
                        .withClass("remark attention")),
            input().withType("hidden").withName("form").withValue("plan"),
            button("Download version " + offer.version() + " of the plan")
                .withType("submit")
                .withClass("main"),
            p(Table.words(
                    "The plan's file with these minutes, and nothing else changed. Put it in the"
                        + " place of "
                        + digest.plan()
                        + ".yaml; the next class that is opened has it."))
                .withClass("remark"))
        .withClass("revise")
        .withMethod("get");
  }
}
