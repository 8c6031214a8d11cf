package dev.callboard.report;

import dev.callboard.plan.Reading.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a layout.
 *
 * @param layout null when a mistake makes it unusable
 */
public record LayoutReading(@Nullable Layout layout, List<Finding> findings) {

  public LayoutReading {
    findings = List.copyOf(findings);
  }

  public Optional<Layout> usable() {
    return Optional.ofNullable(layout);
  }
}
