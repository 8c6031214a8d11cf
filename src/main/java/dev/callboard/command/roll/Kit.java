package dev.callboard.command.roll;

import dev.callboard.chat.Block;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Texts;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Resource;
import dev.callboard.plan.Segment;
import dev.callboard.plan.Workbook;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Post;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who comes reads: the welcome, or where the class is. In one language, or in all.
 */
final class Kit {

  private final Session session;
  private final Plan plan;
  private final Texts texts;

  Kit(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    plan = session.plan();
  }

  Content welcome(Member member) {
    return welcome(List.of(language(member)));
  }

  Content welcomeAll() {
    return welcome(plan.languages());
  }

  Content late(Member member) {
    return late(List.of(language(member)));
  }

  Content lateAll() {
    return late(plan.languages());
  }

  private String language(Member member) {
    return Objects.requireNonNullElse(member.language(), plan.languages().getFirst());
  }

  private Content welcome(List<String> languages) {
    List<Block> blocks = new ArrayList<>();
    for (String language : languages) {
      blocks.add(new Text(Line.of(greeting(language))));
    }
    Workbook workbook = plan.workbook();
    if (workbook != null && workbook.url() != null) {
      blocks.add(new Text(Line.empty().link(workbook.title(), workbook.url())));
    }
    return new Content(blocks);
  }

  private String greeting(String language) {
    return Optional.ofNullable(plan.welcome().get(language))
        .orElseGet(() -> texts.say(language, "welcome", Map.of("title", plan.title())));
  }

  private Content late(List<String> languages) {
    List<Block> blocks = new ArrayList<>();
    for (String language : languages) {
      blocks.add(new Text(where(language)));
    }
    Line links = links();
    if (!links.spans().isEmpty()) {
      for (String language : languages) {
        blocks.add(new Text(Line.of(texts.say(language, "so-far", Map.of()))));
      }
      blocks.add(new Text(links));
    }
    return new Content(blocks);
  }

  private Line where(String language) {
    Segment segment = session.segment().orElse(null);
    if (segment == null) {
      return Line.of(greeting(language));
    }
    Integer page = page(segment);
    Map<String, Object> values =
        page == null
            ? Map.of("segment", segment.title())
            : Map.of("segment", segment.title(), "page", page);
    String where = texts.say(language, page == null ? "we-are-in" : "we-are-on-page", values);
    String now = segment.instructions().get(language);
    return Line.of(now == null ? where : where + " " + now);
  }

  /** The page last posted in this stay in the segment, else the segment's first. */
  private @Nullable Integer page(Segment segment) {
    Visit visit = session.run().visit();
    return session.posts().reversed().stream()
        .filter(post -> post.kind() == PostKind.PAGE && !post.takenBack())
        .findFirst()
        .filter(post -> visit == null || !post.at().isBefore(visit.from()))
        .map(post -> Integer.valueOf(post.subject()))
        .orElseGet(() -> segment.pages().isEmpty() ? null : segment.pages().getFirst().number());
  }

  /** Everything linked so far, each once. */
  private Line links() {
    Line line = Line.empty();
    for (Resource resource :
        session.posts().stream()
            .filter(post -> post.kind() == PostKind.LINK && !post.takenBack())
            .map(Post::subject)
            .distinct()
            .map(plan::resource)
            .flatMap(Optional::stream)
            .toList()) {
      line = line.spans().isEmpty() ? line : line.plain("\n");
      line = line.plain("• ").link(resource.title(), resource.url());
    }
    return line;
  }
}
