package dev.callboard.platform.teams;

import dev.callboard.chat.Block;
import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a content to what Teams takes, at a place where a reader sees that it was cut. */
final class TeamsFit {

  private static final int MOST_CHARACTERS = 10_000;
  private static final int MOST_BLOCKS = 60;
  private static final int MOST_FACTS = 20;
  private static final int LONGEST_HEADING = 200;
  private static final int LONGEST_FACT = 500;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_LABEL = 60;
  private static final int MOST_SPANS = 200;

  private final List<Block> kept = new ArrayList<>();
  private int left = MOST_CHARACTERS;
  private boolean cut;

  private TeamsFit() {}

  static Content fit(Content content) {
    TeamsFit fit = new TeamsFit();
    content.blocks().forEach(fit::add);
    if (fit.cut) {
      fit.kept.add(new Block.Small(Line.of("… and more than Teams can show")));
    }
    return new Content(fit.kept);
  }

  private void add(Block block) {
    if (left <= 0 || kept.size() >= MOST_BLOCKS) {
      // Buttons are kept: they are what the reader does next.
      cut = cut || !(block instanceof Block.Actions);
      if (!(block instanceof Block.Actions)) {
        return;
      }
    }
    kept.add(
        switch (block) {
          case Block.Heading heading -> new Block.Heading(take(heading.text(), LONGEST_HEADING));
          case Block.Text text -> new Block.Text(take(text.line(), left));
          case Block.Small small -> new Block.Small(take(small.line(), left));
          case Block.Facts facts -> facts(facts);
          case Block.File file -> new Block.File(take(file.name(), LONGEST_NAME), "", "");
          case Block.MeetingLink link ->
              new Block.MeetingLink(link.id(), take(link.title(), LONGEST_HEADING), link.join());
          case Block.Actions actions -> actions;
        });
  }

  private Block facts(Block.Facts facts) {
    cut = cut || facts.facts().size() > MOST_FACTS;
    List<Fact> rows = new ArrayList<>();
    for (Fact fact : facts.facts().subList(0, Math.min(MOST_FACTS, facts.facts().size()))) {
      rows.add(
          new Fact(
              take(fact.label(), LONGEST_LABEL),
              take(fact.value(), Math.clamp(left, 1, LONGEST_FACT))));
    }
    return new Block.Facts(rows);
  }

  private Line take(Line line, int longest) {
    Line taken = Line.empty();
    int room = longest;
    for (Span span : line.spans()) {
      if (room <= 0 || taken.spans().size() >= MOST_SPANS) {
        cut = true;
        return taken;
      }
      Span fitting = take(span, room);
      room -= length(fitting);
      taken = taken.with(fitting);
    }
    return taken;
  }

  private Span take(Span span, int longest) {
    return switch (span) {
      case Span.Plain plain -> new Span.Plain(take(plain.text(), longest));
      case Span.Strong strong -> new Span.Strong(take(strong.text(), longest));
      case Span.Code code -> new Span.Code(take(code.text(), longest));
      case Span.Link link -> new Span.Link(take(link.label(), longest), link.url());
      case Span.Clock clock -> clock;
    };
  }

  private String take(String text, int longest) {
    String fitting = Brief.of(text, Math.max(2, longest));
    cut = cut || fitting.length() < text.length();
    left -= fitting.length();
    return fitting;
  }

  private static int length(Span span) {
    return Line.empty().with(span).plainText().length();
  }
}
