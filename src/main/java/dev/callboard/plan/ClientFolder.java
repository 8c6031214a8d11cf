package dev.callboard.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.plan.Reading.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of clients beside the folder of the plans, read again when one has changed: what is
 * taken out of one, such as a token, holds no longer from then on. Thread-safe.
 */
public final class ClientFolder {

  private static final Logger LOG = LoggerFactory.getLogger(ClientFolder.class);
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern FILE = Pattern.compile("(" + KEY + ")\\.yaml");

  private final Path plans;
  private final Lazy<Clients> clients = new Lazy<>(Clients::new);
  private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(10_000).build();

  /**
   * A file as it was when it was read.
   *
   * @param client what it last said without mistakes; null when it never did
   */
  private record Known(FileTime modified, long size, @Nullable Client client) {}

  /** Of the clients of the plans in this folder. */
  public ClientFolder(Path plans) {
    this.plans = plans;
  }

  /** Whether a client can be called so. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /** Where the file of a client is, or would be. */
  public Path file(String key) {
    return Clients.file(plans, key);
  }

  /** Keys of the clients that have a file, in alphabetical order. */
  public List<String> keys() {
    Path folder = file("any").getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> FILE.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /**
   * What a client's file says; while it has mistakes or cannot be read, what it last said without.
   * So a slip of the pen loses nobody, and only a sound file takes a token back. Empty without a
   * file, and while it was never seen sound.
   */
  public Optional<Client> find(String key) {
    if (!isKey(key)) {
      return Optional.empty();
    }
    try {
      BasicFileAttributes now = Files.readAttributes(file(key), BasicFileAttributes.class);
      Known old = known.getIfPresent(key);
      if (old != null
          && old.modified().equals(now.lastModifiedTime())
          && old.size() == now.size()) {
        return Optional.ofNullable(old.client());
      }
      Clients.Result read = clients.get().read(plans, key);
      Client client = read.mistaken() ? old == null ? null : old.client() : read.client();
      if (read.mistaken()) {
        LOG.warn(
            "clients/{}.yaml has mistakes (lines {}) and holds as it last was without",
            key,
            read.findings().stream().map(Finding::line).toList());
      }
      known.put(key, new Known(now.lastModifiedTime(), now.size(), client));
      return Optional.ofNullable(client);
    } catch (NoSuchFileException notThere) {
      known.invalidate(key);
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.ofNullable(known.getIfPresent(key)).map(Known::client);
    }
  }
}
