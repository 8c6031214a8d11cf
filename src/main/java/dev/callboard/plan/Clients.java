package dev.callboard.plan;

import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads what holds for clients, from the folder beside that of the plans: a file a client. */
final class Clients {

  /** The most bytes such a file may have. */
  private static final int LARGEST = 64 * 1024;

  private final SchemaCheck schema = SchemaCheck.ofClients();

  /** What came of reading one. */
  record Result(Client client, List<Finding> findings) {
    static final Result NONE = new Result(Client.USUAL, List.of());

    boolean mistaken() {
      return findings.stream().anyMatch(found -> found.severity() == Severity.MISTAKE);
    }
  }

  /** Where the file of a client is, which may not be there. */
  static Path file(Path plans, String client) {
    return plans.toAbsolutePath().normalize().resolveSibling("clients").resolve(client + ".yaml");
  }

  /**
   * Reads one.
   *
   * @param plans the folder of the plans
   */
  Result read(Path plans, String client) {
    Path file = file(plans, client);
    String name = "clients/" + client + ".yaml";
    try {
      if (Files.size(file) > LARGEST) {
        return refused(name, 0, "the file is larger than 64 KiB (expected: a client)");
      }
      YamlDocument document = YamlDocument.read(name, Files.readAllBytes(file));
      schema.check(document.root().node(), document.findings());
      return new Result(
          document.findings().mistaken() ? Client.USUAL : client(document.root()),
          document.findings().sorted());
    } catch (NoSuchFileException notThere) {
      return Result.NONE;
    } catch (Unreadable unreadable) {
      return refused(name, unreadable.line(), unreadable.reason());
    } catch (IOException exception) {
      return refused(name, 0, "cannot be read (expected: a readable file)");
    }
  }

  private static Client client(Spot root) {
    return new Client(
        root.text("title").orElse(""),
        PolicyParser.of(root.get("attendance"), Policy.USUAL),
        root.whole("keep-days").map(Duration::ofDays).orElse(null),
        root.texts("leads").stream()
            .map(email -> email.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()),
        root.text("paper")
            .map(word -> Paper.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Paper.A4),
        root.each("tokens").stream().map(Clients::token).toList(),
        root.each("webhooks").stream().map(Clients::hook).toList());
  }

  private static Client.Hook hook(Spot hook) {
    return new Client.Hook(
        hook.text("url").orElse(""),
        hook.text("secret-env").orElse(""),
        hook.texts("events").stream()
            .map(word -> Client.Moment.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet()),
        hook.yes("allow-private"));
  }

  private static Client.Token token(Spot token) {
    return new Client.Token(
        token.text("name").orElse(""),
        token.text("sha256").orElse(""),
        token.texts("may").stream()
            .map(word -> Client.May.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Result refused(String file, int line, String message) {
    return new Result(Client.USUAL, List.of(new Finding(Severity.MISTAKE, file, line, message)));
  }
}
