package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What meetings showed of somebody: of each part the newest word, for a later fact may leave out
 * what an earlier one told. Whatever order the facts come in, they make the same.
 *
 * @param called by the name that was told last; the other parts likewise, each null when it was
 *     never told
 */
public record Shown(
    @Nullable Word called,
    @Nullable Word by,
    @Nullable Word registered,
    @Nullable Word mail,
    @Nullable Word call,
    @Nullable Word wrote) {

  /** Of two words of one instant always the same wins. */
  private static final Comparator<Word> NEWEST =
      Comparator.comparing(Word::at).thenComparing(Word::text);

  /** A part as it was told, and when. */
  public record Word(String text, Instant at) {}

  static Shown of(Attendee who, Instant at) {
    return new Shown(
        word(who.name(), at),
        word(who.account(), at),
        word(who.registrant(), at),
        word(who.email(), at),
        word(who.phone(), at),
        word(who.written(), at));
  }

  private static @Nullable Word word(@Nullable String text, Instant at) {
    return text == null || text.isBlank() ? null : new Word(text, at);
  }

  Shown and(Shown other) {
    return new Shown(
        newest(called, other.called),
        newest(by, other.by),
        newest(registered, other.registered),
        newest(mail, other.mail),
        newest(call, other.call),
        newest(wrote, other.wrote));
  }

  private static @Nullable Word newest(@Nullable Word one, @Nullable Word other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return NEWEST.compare(one, other) >= 0 ? one : other;
  }

  /** Empty when none was ever told. */
  public String name() {
    return called == null ? "" : called.text();
  }

  /** When the name was told last. */
  Instant named() {
    return called == null ? Instant.MIN : called.at();
  }

  @Nullable String account() {
    return text(by);
  }

  @Nullable String registrant() {
    return text(registered);
  }

  public @Nullable String email() {
    return text(mail);
  }

  @Nullable String phone() {
    return text(call);
  }

  /** An address they gave themselves, which nobody checked. */
  public @Nullable String written() {
    return text(wrote);
  }

  private static @Nullable String text(@Nullable Word word) {
    return word == null ? null : word.text();
  }
}
