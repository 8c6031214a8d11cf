package dev.callboard.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

  @TempDir Path folder;

  @Override
  protected String freshUrl() {
    return "jdbc:sqlite:" + folder.resolve("made/on/demand/callboard.db");
  }
}
