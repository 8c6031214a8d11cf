package dev.callboard.report.deeds;

import dev.callboard.report.Sheet;
import dev.callboard.report.Sheet.Column;
import dev.callboard.report.Stamps;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The audit timeline: every event of a class as a sentence that a producer reads. Names come from
 * the log, so that whoever was erased from it is in none of them; what people need in class is in
 * none of them either. For the team alone: notes and prompts are private.
 */
public final class Deeds {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("seq", true),
          new Column("at_utc", false),
          new Column("at_local", false),
          new Column("by", false),
          new Column("kind", false),
          new Column("segment", false),
          new Column("what", false));

  private Deeds() {}

  /**
   * A deed an event, in order.
   *
   * @param session the whole log folded
   * @param log from its first event
   */
  public static List<Deed> of(Session session, List<Recorded> log) {
    Set<String> called = new LinkedHashSet<>();
    Cast cast = Cast.of(session, log, called::add);
    List<Deed> deeds = new ArrayList<>(log.size());
    Session state = null;
    for (Recorded recorded : log) {
      Session before = state;
      state = before == null ? first(session, recorded) : before.after(recorded);
      Scene scene = new Scene(cast, before == null ? state : before, state, recorded);
      called.clear();
      Sentence sentence = EventWords.of(scene);
      deeds.add(
          new Deed(
              recorded.seq(),
              recorded.at(),
              cast.by(recorded),
              sentence.kind(),
              sentence.segment() == null ? running(scene) : sentence.segment(),
              line(sentence.words()),
              called));
    }
    return deeds;
  }

  private static Session first(Session session, Recorded opened) {
    return Session.fold(session.id(), List.of(opened))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "first event: "
                    + opened.event().getClass().getSimpleName()
                    + " (expected: "
                    + Event.Opened.class.getSimpleName()
                    + ")"));
  }

  /** The segment that ran when it happened; what ends the class still belongs to its last. */
  private static @Nullable String running(Scene scene) {
    Optional<String> then = scene.then().run().current().map(item -> item.key());
    return then.or(() -> scene.before().run().current().map(item -> item.key())).orElse(null);
  }

  /** On one line, whatever people typed. */
  private static String line(String sentence) {
    return sentence.strip().replaceAll("\\s+", " ");
  }

  /**
   * A row a deed. Whoever reads these files counts on the columns: they are never changed, only
   * added to at the end.
   *
   * @param zone that of the class
   */
  public static Sheet sheet(List<Deed> deeds, ZoneId zone) {
    List<Deed> all = List.copyOf(deeds);
    return new Sheet("Timeline", COLUMNS, () -> all.stream().map(deed -> row(deed, zone)));
  }

  private static List<String> row(Deed deed, ZoneId zone) {
    return List.of(
        String.valueOf(deed.seq()),
        Stamps.utc(deed.at()),
        Stamps.local(deed.at(), zone),
        deed.by(),
        deed.kind().word(),
        deed.segment() == null ? "" : deed.segment(),
        deed.sentence());
  }
}
