package dev.callboard.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.plan.roster.RosterBeside;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a folder, each with the roster beside it and what holds for its client, read again
 * when one of these files has changed. Thread-safe.
 */
public final class PlanFolder implements Library {

  private static final Pattern NAME = Pattern.compile("([a-z0-9][a-z0-9-]{0,39})\\.ya?ml");
  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  private final Path folder;
  private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(10_000).build();
  private final Lazy<PlanReader> reader;

  /** A file as it was when it was read; a roster that is not there has no time. */
  private record Stamp(@Nullable FileTime modified, long size) {

    static final Stamp NONE = new Stamp(null, 0);

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size());
    }

    static Stamp ifThere(Path file) throws IOException {
      try {
        return of(file);
      } catch (NoSuchFileException notThere) {
        return NONE;
      }
    }
  }

  /**
   * What was read.
   *
   * @param alone without the roster
   */
  private record Known(
      Stamp plan, Stamp roster, Path client, Stamp stamp, Reading alone, Reading reading) {

    boolean holds(Stamp plan, Stamp roster) throws IOException {
      return plan().equals(plan)
          && roster().equals(roster)
          && stamp().equals(Stamp.ifThere(client));
    }
  }

  /**
   * @param words all command words, see {@link PlanReader}
   */
  public PlanFolder(Path folder, Set<String> words) {
    this.folder = folder;
    this.reader = new Lazy<>(() -> new PlanReader(words));
  }

  @Override
  public List<String> keys() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(String.valueOf(file.getFileName())))
          .filter(name -> name.matches())
          .map(name -> name.group(1))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException noFolder) {
      return List.of();
    }
  }

  @Override
  public Optional<Reading> read(String key) {
    return known(key).map(Known::reading);
  }

  @Override
  public Optional<Plan> alone(String key) {
    return known(key).map(Known::alone).flatMap(Reading::usable);
  }

  @Override
  public Optional<String> text(String key) {
    return names(key)
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(PlanFolder::text);
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(new String(bytes(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Reading tried(String key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return reader.get().read(key, key + ".yaml", bytes, folder);
  }

  private static Stream<String> names(String key) {
    return ENDINGS.stream()
        .map(ending -> key + ending)
        .filter(name -> NAME.matcher(name).matches());
  }

  private Optional<Known> known(String key) {
    return names(key).map(name -> known(key, name)).flatMap(Optional::stream).findFirst();
  }

  private Optional<Known> known(String key, String name) {
    Path file = folder.resolve(name);
    try {
      Stamp plan = Stamp.of(file);
      Path beside = folder.resolve(RosterBeside.name(key));
      Stamp roster = Stamp.ifThere(beside);
      Known old = known.getIfPresent(name);
      if (old != null && old.holds(plan, roster)) {
        return Optional.of(old);
      }
      Reading alone = reader.get().read(key, name, bytes(file), folder);
      Reading reading = RosterBeside.add(alone, key, beside);
      Path client = Clients.file(folder, alone.client());
      Known fresh = new Known(plan, roster, client, Stamp.ifThere(client), alone, reading);
      known.put(name, fresh);
      return Optional.of(fresh);
    } catch (NoSuchFileException notThere) {
      return Optional.empty();
    } catch (IOException exception) {
      Reading none = PlanReader.refused(name, 0, "cannot be read (expected: a readable file)");
      return Optional.of(new Known(Stamp.NONE, Stamp.NONE, file, Stamp.NONE, none, none));
    }
  }

  /** No more than tells that there are too many. */
  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(PlanReader.LARGEST + 1);
    }
  }
}
