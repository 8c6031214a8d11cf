package dev.callboard.report.digest;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Resource;
import dev.callboard.plan.Segment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Tells versions of a plan apart: the same for plans in which what a designer writes is the same.
 * People, rooms, dates, rules of attendance and what the whole is called are another's to change,
 * as in copies for one delivery, and make no version.
 */
final class Fingerprint {

  private static final int LENGTH = 12;

  private Fingerprint() {}

  /** Twelve hexadecimal digits. */
  static String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    add(text, plan.slot(), plan.languages(), String.valueOf(plan.workbook()));
    add(text, new TreeMap<>(plan.welcome()));
    plan.resources().forEach(resource -> add(text, resource));
    plan.segments().forEach(segment -> add(text, segment));
    return hash(text.toString()).substring(0, LENGTH);
  }

  private static void add(StringBuilder text, Resource resource) {
    add(text, resource.key(), resource.title(), resource.url(), resource.audience());
  }

  private static void add(StringBuilder text, Segment segment) {
    add(
        text,
        segment.key(),
        segment.title(),
        segment.planned(),
        segment.minimum(),
        segment.cuttable(),
        segment.cushion(),
        String.valueOf(segment.fixedStart()),
        String.valueOf(segment.fixedEnd()),
        segment.pages(),
        segment.resources(),
        String.valueOf(segment.activity()),
        new TreeMap<>(segment.instructions()),
        String.valueOf(segment.cue()));
  }

  /** Parts that nothing within them can imitate the joints of. */
  private static void add(StringBuilder text, Object... parts) {
    for (Object part : List.of(parts)) {
      String one = part.toString();
      text.append(one.length()).append(':').append(one).append('\n');
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException exception) {
      throw new LinkageError("every Java has SHA-256", exception);
    }
  }
}
