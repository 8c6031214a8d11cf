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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
    Map<String, Object> values = Map.of("page", number);
    return inEachLanguage(language -> {
      Line page = new Line(List.of(new Strong(texts.say(language, "page", values))));
      return title == null ? page : page.plain(" · " + title);
    });
  }

  private @Nullable String titleOf(int number) {
    for (Segment segment : plan.segments()) {
      for (Page page : segment.pages()) {
        if (page.number() == number && page.title() != null) {
          return page.title();
        }
      }
    }
    return null;
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
    Content all =
        workbook == null || workbook.url() == null
            ? greeting
            : greeting.and(new Text(Line.empty().link(workbook.title(), workbook.url())));
    for (Block link : waysIn()) {
      all = all.and(link);
    }
    return all;
  }

  /** The ways into the meetings that the plan gives an address of. */
  private List<Block> waysIn() {
    List<Block> links = new ArrayList<>();
    new TreeMap<>(plan.rooms())
        .forEach((platform, rooms) -> {
          if (rooms.join() != null) {
            String meeting = Objects.requireNonNullElse(rooms.meeting(), rooms.join().toString());
            String id = platform + ":" + meeting;
            links.add(new Block.MeetingLink(id, plan.title(), rooms.join()));
          }
        });
    return links;
  }

  /** One paragraph a language, the class's own first; equal paragraphs are said once. */
  private Content inEachLanguage(Function<String, Line> line) {
    List<String> languages = plan.languages().isEmpty() ? List.of("en") : plan.languages();
    Set<Block> paragraphs = new LinkedHashSet<>();
    for (String language : languages) {
      paragraphs.add(new Text(line.apply(language)));
    }
    return new Content(List.copyOf(paragraphs));
  }

  /** The post as a person would type it, to begin an edit with. */
  String asTyped(PostKind kind, String subject) {
    return of(kind, subject).plainText();
  }
}
