package dev.callboard.plan.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Files of a folder that are written together: each takes its place in one step, so that nobody
 * ever reads half of it, and the first only once all are on disk. Whatever was not committed is
 * gone once this is closed. Not thread-safe.
 */
public final class FilesTogether implements AutoCloseable {

  private static final int AT_ONCE = 16;

  private final Path folder;
  private final Path fresh;

  /** Whether each may take the place of another. */
  private final Map<String, Boolean> names = new LinkedHashMap<>();

  /**
   * Begins.
   *
   * @param aside the beginning of the name of a folder in which they lie until then
   */
  public FilesTogether(Path folder, String aside) throws IOException {
    this.folder = folder;
    this.fresh = Files.createTempDirectory(folder, aside); // a file in it is as others may read
  }

  /**
   * A file to be written, which its writer closes.
   *
   * @param replaces whether one of that name may be there, whose place it takes
   */
  public BufferedWriter begin(String name, boolean replaces) throws IOException {
    names.put(name, replaces);
    free(name, replaces);
    return Files.newBufferedWriter(fresh.resolve(name), StandardCharsets.UTF_8);
  }

  private void free(String name, boolean replaces) throws IOException {
    Path place = folder.resolve(name);
    if (Files.isDirectory(place)) {
      throw new FileAlreadyExistsException(name, null, "a folder (expected: a file, or none)");
    }
    if (!replaces && Files.exists(place)) {
      throw new FileAlreadyExistsException(name, null, "a file (expected: none)");
    }
  }

  /** Puts them all in their places. */
  public void commit() throws IOException {
    force();
    for (Map.Entry<String, Boolean> file : names.entrySet()) {
      free(file.getKey(), file.getValue());
    }
    for (String name : names.keySet()) {
      Files.move(
          fresh.resolve(name),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Several at once, for the disk takes them together; one after the other thousands take long. */
  private void force() throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Void>> all = new ArrayList<>();
      for (String name : names.keySet()) {
        all.add(
            threads.submit(() -> {
              force(fresh.resolve(name));
              return null;
            }));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("not on disk", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before all was on disk");
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    for (String name : names.keySet()) {
      Files.deleteIfExists(fresh.resolve(name));
    }
    Files.deleteIfExists(fresh);
  }
}
