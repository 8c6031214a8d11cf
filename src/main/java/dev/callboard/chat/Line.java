package dev.callboard.chat;

import dev.callboard.chat.Span.Clock;
import dev.callboard.chat.Span.Code;
import dev.callboard.chat.Span.Link;
import dev.callboard.chat.Span.Plain;
import dev.callboard.chat.Span.Strong;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A paragraph: spans in reading order. */
public record Line(List<Span> spans) {

  private static final DateTimeFormatter HOURS_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

  public Line {
    spans = List.copyOf(spans);
  }

  public static Line empty() {
    return new Line(List.of());
  }

  public static Line of(String text) {
    return empty().plain(text);
  }

  /** A sentence of the house in which {@code `words to type`} stand between backticks. */
  public static Line marked(String text) {
    Line line = empty();
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      line = parts[i].isEmpty() ? line : code ? line.code(parts[i]) : line.plain(parts[i]);
    }
    return line;
  }

  public Line plain(String text) {
    return with(new Plain(text));
  }

  public Line strong(String text) {
    return with(new Strong(text));
  }

  public Line code(String text) {
    return with(new Code(text));
  }

  public Line link(String label, URI url) {
    return with(new Link(label, url));
  }

  public Line clock(Instant at, ZoneId zone) {
    return with(new Clock(at, zone));
  }

  public Line with(Span span) {
    List<Span> more = new ArrayList<>(spans);
    more.add(span);
    return new Line(more);
  }

  /** The line as a screen reader or a terminal would have it. */
  public String plainText() {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      text.append(plainText(span));
    }
    return text.toString();
  }

  private static String plainText(Span span) {
    return switch (span) {
      case Plain plain -> plain.text();
      case Strong strong -> strong.text();
      case Code code -> code.text();
      case Link link ->
          link.label().equals(link.url().toString())
              ? link.label()
              : link.label() + " (" + link.url() + ")";
      case Clock clock -> HOURS_MINUTES.format(clock.at().atZone(clock.zone()));
    };
  }
}
