package dev.callboard.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans of a folder, read again when their file has changed. Thread-safe. */
public final class PlanFolder implements Library {

  private static final String ENDING = ".yaml";
  private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

  private final Path folder;
  private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(10_000).build();
  private final Lazy<PlanReader> reader = new Lazy<>(PlanReader::new);

  private record Known(FileTime modified, long size, Reading reading) {}

  public PlanFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<String> keys() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(name -> name.matches(KEY))
          .sorted()
          .toList();
    } catch (IOException noFolder) {
      return List.of();
    }
  }

  @Override
  public Optional<Reading> read(String key) {
    if (!key.matches(KEY)) {
      return Optional.empty();
    }
    Path file = folder.resolve(key + ENDING);
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      Known old = known.getIfPresent(key);
      if (old != null && old.modified().equals(modified) && old.size() == size) {
        return Optional.of(old.reading());
      }
      Reading reading = reader.get().read(key, key + ENDING, Files.readAllBytes(file));
      known.put(key, new Known(modified, size, reading));
      return Optional.of(reading);
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Made at first use: the schema costs time that a starting server does not have. */
  private static final class Lazy<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      T ready = made;
      if (ready == null) {
        ready = maker.get();
        made = ready;
      }
      return ready;
    }
  }
}
