package dev.callboard.plan;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the parts of a tree stand in their file, line by line; shaped like the tree itself. */
final class Lines {

  private final int line;
  private final Map<String, Lines> below = new HashMap<>(4);

  Lines(int line) {
    this.line = line;
  }

  Lines add(String name, int lineOfName) {
    Lines child = new Lines(lineOfName);
    below.put(name, child);
    return child;
  }

  /** The line of a JSON pointer; of what is missing, the line of what should hold it. */
  int at(String pointer) {
    Lines here = this;
    for (String part : pointer.split("/", -1)) {
      Lines next = part.isEmpty() ? here : here.find(part);
      if (next == null) {
        break;
      }
      here = next;
    }
    return here.line;
  }

  private @Nullable Lines find(String escaped) {
    return below.get(escaped.replace("~1", "/").replace("~0", "~"));
  }
}
