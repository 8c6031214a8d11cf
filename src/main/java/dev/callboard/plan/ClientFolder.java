package dev.callboard.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of clients beside the folder of the plans, read again when one has changed: what is
 * taken out of one, such as a token, holds no longer from then on. Thread-safe.
 */
public final class ClientFolder {

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern FILE = Pattern.compile("(" + KEY + ")\\.yaml");

  private final Path plans;
  private final Lazy<Clients> clients = new Lazy<>(Clients::new);
  private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(10_000).build();

  private record Known(FileTime modified, long size, Client client) {}

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

  /** What a client's file says, which is as usual while it has mistakes; empty without one. */
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
        return Optional.of(old.client());
      }
      Client client = clients.get().read(plans, key).client();
      known.put(key, new Known(now.lastModifiedTime(), now.size(), client));
      return Optional.of(client);
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
