package dev.callboard.report.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bundled typeface. The first has Latin, Greek and Cyrillic, Hebrew and Arabic, Armenian,
 * Georgian and Lao; each other is taken for what the first has not. Scripts that are in none are
 * those whose letters change places and forms in ways that nothing here draws: their names are
 * better read in Latin letters than misspelt in their own.
 */
public enum Face {
  LATIN("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
  HAN("DroidSansFallback.ttf", "DroidSansFallback.ttf"),
  HANGUL("NanumGothic.ttf", "NanumGothic.ttf"),
  DEVANAGARI("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
  BENGALI("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf"),
  GUJARATI("NotoSansGujarati-Regular.ttf", "NotoSansGujarati-Bold.ttf"),
  THAI("NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
  ETHIOPIC("NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"),
  EMOJI("notoemoji-subset.ttf", "notoemoji-subset.ttf");

  private static final String FOLDER = "/fonts/";

  /** Below this nobody need look: the first has all of it. */
  private static final int PLAIN = 0x250;

  /** From here to the pictures are signs that East Asia writes with, such as 「 and full forms. */
  private static final int EAST_ASIAN = 0x2E80;

  private static final int PICTURES = 0x1F000;

  private final String regular;
  private final String bold;

  Face(String regular, String bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /** The typeface a sign is drawn in; empty when none has it. */
  static Optional<Face> of(int sign) {
    if (sign < PLAIN || Typeface.of(LATIN).has(sign)) {
      return Optional.of(LATIN);
    }
    return Optional.of(candidate(sign)).filter(face -> Typeface.of(face).has(sign));
  }

  private static Face candidate(int sign) {
    return switch (UnicodeScript.of(sign)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> HAN;
      case HANGUL -> HANGUL;
      case DEVANAGARI -> DEVANAGARI;
      case BENGALI -> BENGALI;
      case GUJARATI -> GUJARATI;
      case THAI -> THAI;
      case ETHIOPIC -> ETHIOPIC;
      default -> sign < EAST_ASIAN || sign >= PICTURES ? EMOJI : HAN;
    };
  }

  /** Those that a text needs, in the order they are looked through. */
  public static Set<Face> in(String text) {
    return text.codePoints()
        .filter(sign -> sign >= PLAIN)
        .distinct()
        .mapToObj(Face::of)
        .flatMap(Optional::stream)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(() -> EnumSet.of(LATIN)), Collections::unmodifiableSet));
  }

  /** The file of its usual weight, as TrueType. */
  public InputStream regular() {
    return open(regular);
  }

  /** The same of its bold weight, which may be the usual one. */
  public InputStream bold() {
    return open(bold);
  }

  /** Whether letters side by side change their forms, as the file says. */
  boolean joins() {
    return switch (this) {
      case DEVANAGARI, BENGALI, GUJARATI -> true;
      case LATIN, HAN, HANGUL, THAI, ETHIOPIC, EMOJI -> false;
    };
  }

  boolean hasBold() {
    return !bold.equals(regular);
  }

  private static InputStream open(String name) {
    InputStream found = Face.class.getResourceAsStream(FOLDER + name);
    if (found == null) {
      throw new UncheckedIOException(
          new IOException("font: " + name + " is not in the jar (expected: it is)"));
    }
    return found;
  }
}
