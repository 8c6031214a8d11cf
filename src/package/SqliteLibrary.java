import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * SQLite's native library beside the jars. Left in its jar, the driver would write it to the
 * temporary folder at every start.
 */
class SqliteLibrary {

  private SqliteLibrary() {}

  /** Copies the library of this machine out of the driver's jar to {@code lib/native}. */
  static void unpack(Path lib) throws IOException {
    try (URLClassLoader driver = new URLClassLoader(new URL[] {jar(lib).toUri().toURL()})) {
      String folder = say(driver, "OSInfo", "getNativeLibFolderPathForCurrentOS");
      String name = say(driver, "LibraryLoaderUtil", "getNativeLibName");
      Path target = lib.resolve("native").resolve(name);
      Files.createDirectories(target.getParent());
      try (InputStream in =
          driver.getResourceAsStream("org/sqlite/native/" + folder + "/" + name)) {
        if (in == null) {
          throw new IllegalStateException("SQLite has no library for " + folder);
        }
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Path jar(Path lib) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, "sqlite-jdbc-*.jar")) {
      return jars.iterator().next();
    }
  }

  /** What the driver itself calls the folder and the file. */
  private static String say(ClassLoader driver, String type, String method) {
    try {
      return (String) driver.loadClass("org.sqlite.util." + type).getMethod(method).invoke(null);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("SQLite's driver has no " + type + "." + method, changed);
    }
  }
}
