package dev.callboard.command;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Learners' texts from {@code messages/LANGUAGE.yaml}, patterns of ICU's MessageFormat. Formatted
 * sentences are kept, for a class hears the same few again and again. Thread-safe.
 */
public final class IcuTexts implements Texts {

  private static final String LAST_RESORT = "en";

  private final Map<String, Map<String, String>> patterns;
  private final Cache<Said, String> said =
      Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

  private record Said(String language, String key, Map<String, Object> values) {}

  private IcuTexts(Map<String, Map<String, String>> patterns) {
    this.patterns = Map.copyOf(patterns);
  }

  /**
   * Reads all languages of a folder.
   *
   * @throws IOException when a file cannot be read, or English is missing
   */
  public static IcuTexts read(Path folder) throws IOException {
    Map<String, Map<String, String>> all = new HashMap<>();
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": missing (expected: the folder of the learners' texts)");
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        all.put(name.substring(0, name.length() - ".yaml".length()), texts(file));
      }
    }
    if (!all.containsKey(LAST_RESORT)) {
      throw new IOException(folder + ": no en.yaml (expected: the English texts, at least)");
    }
    return new IcuTexts(all);
  }

  private static Map<String, String> texts(Path file) throws IOException {
    try {
      return new YAMLMapper()
          .readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException broken) {
      JsonLocation where = broken.getLocation();
      throw new IOException(
          file
              + (where == null ? "" : ":" + where.getLineNr())
              + ": cannot be read as texts (expected: a key, a colon and its text on each line)",
          broken);
    } catch (FileSystemException unreadable) {
      throw new IOException(file + ": cannot be read (expected: a readable file)", unreadable);
    }
  }

  @Override
  public String say(String language, String key, Map<String, Object> values) {
    return said.get(new Said(language, key, values), this::format);
  }

  private String format(Said wanted) {
    String language = known(wanted.language(), wanted.key());
    String pattern = patterns.getOrDefault(language, Map.of()).get(wanted.key());
    if (pattern == null) {
      throw new IllegalArgumentException("text: " + wanted.key() + " (expected: one of en.yaml)");
    }
    return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(wanted.values());
  }

  /** The language itself, else the one it is a variety of, else English. */
  private String known(String language, String key) {
    if (patterns.getOrDefault(language, Map.of()).containsKey(key)) {
      return language;
    }
    int dash = language.lastIndexOf('-');
    return dash > 0 ? known(language.substring(0, dash), key) : LAST_RESORT;
  }
}
