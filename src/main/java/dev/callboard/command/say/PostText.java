package dev.callboard.command.say;

import dev.callboard.chat.Block;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Span.Strong;
import dev.callboard.command.Texts;
import dev.callboard.plan.Page;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Resource;
import dev.callboard.plan.Segment;
import dev.callboard.plan.Workbook;
import dev.callboard.session.Event.PostKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a post to the class, in the languages of its learners. */
record PostText(Plan plan, Texts texts) {

  Content of(PostKind kind, String subject) {
    return switch (kind) {
      case SAY -> Content.text(subject);
      case PAGE -> page(Integer.parseInt(subject));
      case LINK -> link(subject);
      case LINKS -> links();
      case WELCOME -> welcome();
    };
  }

  private Content page(int number) {
    String title = titleOf(number);
    return inEachLanguage(language ->
        new Line(List.of(new Strong(texts.say(language, "page", Map.of("page", number)))))
            .plain(title == null ? "" : " · " + title));
  }

  private @Nullable String titleOf(int number) {
    return plan.segments().stream()
        .map(Segment::pages)
        .flatMap(List::stream)
        .filter(page -> page.number() == number)
        .map(Page::title)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Content link(String key) {
    Resource resource = plan.resource(key).orElseThrow();
    return Content.text(Line.empty().link(resource.title(), resource.url()));
  }

  private Content links() {
    Content heading =
        inEachLanguage(
            language -> new Line(List.of(new Strong(texts.say(language, "links", Map.of())))));
    Line list = Line.empty();
    for (Resource resource : Links.forLearners(plan)) {
      list = list.spans().isEmpty() ? list : list.plain("\n");
      list = list.plain("• ").link(resource.title(), resource.url());
    }
    return heading.and(new Text(list));
  }

  private Content welcome() {
    Content greeting =
        inEachLanguage(language ->
            Line.of(
                Optional.ofNullable(plan.welcome().get(language))
                    .orElseGet(
                        () -> texts.say(language, "welcome", Map.of("title", plan.title())))));
    Workbook workbook = plan.workbook();
    return workbook == null || workbook.url() == null
        ? greeting
        : greeting.and(new Text(Line.empty().link(workbook.title(), workbook.url())));
  }

  /** One paragraph a language, the class's own first; equal paragraphs are said once. */
  private Content inEachLanguage(Function<String, Line> line) {
    Stream<String> languages =
        plan.languages().isEmpty() ? Stream.of("en") : plan.languages().stream();
    List<Block> blocks =
        languages.map(line).distinct().map(said -> (Block) new Text(said)).toList();
    return new Content(blocks);
  }

  /** The post as a person would type it, to begin an edit with. */
  String asTyped(PostKind kind, String subject) {
    return of(kind, subject).plainText();
  }
}
