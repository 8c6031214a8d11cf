package dev.callboard.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files that were announced to a {@link FakeSlack}, put there or shown. Thread-safe. */
final class SlackFiles {

  private record Kept(String name, Optional<byte[]> bytes) {}

  private final Map<String, Kept> files = new LinkedHashMap<>();
  private final Set<String> complete = new HashSet<>();

  /** A file of this name will be put; answers its id. */
  synchronized String expect(String name) {
    String id = "F0" + (files.size() + 1);
    files.put(id, new Kept(name, Optional.empty()));
    return id;
  }

  synchronized boolean put(String id, byte[] bytes) {
    Kept kept = files.get(id);
    return kept != null && files.put(id, new Kept(kept.name(), Optional.of(bytes))) != null;
  }

  /** The text of a file that is there. */
  synchronized Optional<String> text(String id) {
    return Optional.ofNullable(files.get(id))
        .flatMap(Kept::bytes)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Files that messages may show from now on; false when one of them is not there. */
  synchronized boolean complete(List<String> ids) {
    return ids.stream().allMatch(id -> text(id).isPresent()) && complete.addAll(ids);
  }

  synchronized boolean isComplete(String id) {
    return complete.contains(id);
  }

  synchronized String name(String id) {
    Kept kept = files.get(id);
    return kept == null ? "" : kept.name();
  }
}
