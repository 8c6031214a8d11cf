package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What meetings showed of somebody: of each part the newest word, for a later fact may leave out
 * what an earlier one told. Whatever order the facts come in, they make the same.
 */
public record Shown(PMap<Part, Word> words) {

  private static final Shown NOTHING = new Shown(HashTreePMap.empty());

  /** Of two words of one instant always the same wins. */
  private static final Comparator<Word> NEWEST =
      Comparator.comparing(Word::at).thenComparing(Word::text);

  /** What can be shown. */
  public enum Part {
    NAME,
    ACCOUNT,
    REGISTRANT,
    EMAIL,
    PHONE
  }

  /** A part as it was told, and when. */
  public record Word(String text, Instant at) {}

  static Shown of(Attendee who, Instant at) {
    return NOTHING
        .with(Part.NAME, who.name(), at)
        .with(Part.ACCOUNT, who.account(), at)
        .with(Part.REGISTRANT, who.registrant(), at)
        .with(Part.EMAIL, who.email(), at)
        .with(Part.PHONE, who.phone(), at);
  }

  private Shown with(Part part, @Nullable String text, Instant at) {
    return text == null || text.isBlank() ? this : with(part, new Word(text, at));
  }

  private Shown with(Part part, Word word) {
    Word known = words.get(part);
    return known != null && NEWEST.compare(known, word) >= 0
        ? this
        : new Shown(words.plus(part, word));
  }

  Shown and(Shown other) {
    Shown both = this;
    for (Map.Entry<Part, Word> entry : other.words.entrySet()) {
      both = both.with(entry.getKey(), entry.getValue());
    }
    return both;
  }

  /** Empty when none was ever told. */
  public String name() {
    Word word = words.get(Part.NAME);
    return word == null ? "" : word.text();
  }

  /** When the name was told last. */
  Instant named() {
    Word word = words.get(Part.NAME);
    return word == null ? Instant.MIN : word.at();
  }

  @Nullable String account() {
    return text(Part.ACCOUNT);
  }

  @Nullable String registrant() {
    return text(Part.REGISTRANT);
  }

  public @Nullable String email() {
    return text(Part.EMAIL);
  }

  @Nullable String phone() {
    return text(Part.PHONE);
  }

  private @Nullable String text(Part part) {
    Word word = words.get(part);
    return word == null ? null : word.text();
  }
}
