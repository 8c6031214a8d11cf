package dev.callboard.chat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A run of text in one style. Renderers escape every text they find here, so foreign text can be
 * put in any of them.
 */
public sealed interface Span {

  record Plain(String text) implements Span {}

  record Strong(String text) implements Span {}

  /** Something to type, shown in a fixed-width face. */
  record Code(String text) implements Span {}

  record Link(String label, URI url) implements Span {}

  /**
   * A time of day, shown in the class zone and, where the platform can, in the reader's own.
   *
   * @param zone the zone of the class
   */
  record Clock(Instant at, ZoneId zone) implements Span {}
}
