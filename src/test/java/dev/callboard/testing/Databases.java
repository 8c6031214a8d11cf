package dev.callboard.testing;

import dev.callboard.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of SQLite that already have Callboard's tables. To make them takes most of a server's
 * start, so it is done once a JVM.
 */
public final class Databases {

  private Databases() {}

  /** The JDBC address of {@code callboard.db} in this folder, which is made unless it is there. */
  public static String in(Path folder) {
    return file(folder.resolve("callboard.db"));
  }

  /** The JDBC address of this file, which is made unless it is there. */
  public static String file(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Empty.TABLES);
      }
      return "jdbc:sqlite:" + file;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Loads on first use. */
  private static final class Empty {
    static final byte[] TABLES = make();

    private static byte[] make() {
      try {
        Path folder = Files.createTempDirectory("callboard-tables");
        Path file = folder.resolve("callboard.db");
        Store.open("jdbc:sqlite:" + file).close();
        byte[] tables = Files.readAllBytes(file);
        try (var left = Files.newDirectoryStream(folder)) {
          for (Path one : left) {
            Files.delete(one);
          }
        }
        Files.delete(folder);
        return tables;
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      }
    }
  }
}
