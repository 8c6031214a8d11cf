package dev.callboard;

import dev.callboard.api.Tokens;
import dev.callboard.config.SettingsException;
import dev.callboard.config.SettingsReader;
import dev.callboard.plan.Client;
import dev.callboard.plan.Client.May;
import dev.callboard.plan.ClientFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes tokens for programs. A token is shown once and kept nowhere; its hash goes into the file of
 * its client by hand, where taking it out again ends the token at once. So no database is written
 * beside a running server, and several servers that share the files know the same tokens.
 */
@Command(
    name = "token",
    description = "Makes and lists what lets programs in at /api/v1.",
    mixinStandardHelpOptions = true)
final class Token {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}");

  @Command(
      name = "new",
      description = "Prints a new token, and the line that makes it known.",
      mixinStandardHelpOptions = true)
  int make(
      @Option(
              names = "--client",
              required = true,
              paramLabel = "KEY",
              description = "Whose classes it is for, as plans say: client: KEY.")
          String client,
      @Option(
              names = "--name",
              defaultValue = "program",
              paramLabel = "LABEL",
              description = "What the program is called; ${DEFAULT-VALUE} if not given.")
          String name,
      @Option(
              names = "--may",
              split = ",",
              defaultValue = "read",
              paramLabel = "WHAT",
              description =
                  "read, command or import, or several with commas between; read if"
                      + " nothing is said.")
          List<String> may,
      @Option(names = "--config", paramLabel = "FILE", description = "The settings' file.")
          @Nullable Path config) {
    List<String> known = Stream.of(May.values()).map(May::word).toList();
    Optional<String> foreign = may.stream().filter(word -> !known.contains(word)).findFirst();
    if (!ClientFolder.isKey(client)) {
      return complain("--client: “" + client + "” (expected: a short name such as acme)");
    }
    if (!NAME.matcher(name).matches()) {
      return complain("--name: “" + name + "” (expected: up to 60 letters, digits and spaces)");
    }
    if (foreign.isPresent()) {
      return complain("--may: “" + foreign.get() + "” (expected: read, command or import)");
    }
    return folder(config).map(folder -> print(folder, client, name, may)).orElse(2);
  }

  private static int print(ClientFolder folder, String client, String name, List<String> may) {
    String token = Tokens.fresh(client);
    System.out.println("The token, shown this once; the program sends it with every request:");
    System.out.println();
    System.out.println("  Authorization: Bearer " + token);
    System.out.println();
    Path file = folder.file(client);
    System.out.println(
        (Files.exists(file) ? "Put" : "Make " + file + " with a title, and put")
            + " this line under `tokens:` in "
            + file
            + "; it counts at once, and no longer once the line is taken out:");
    System.out.println();
    System.out.println(
        "  - {name: \"%s\", sha256: \"%s\", may: [%s]}"
            .formatted(
                name,
                Tokens.hash(token),
                may.stream().distinct().collect(Collectors.joining(", "))));
    return 0;
  }

  @Command(
      name = "list",
      description = "Lists the tokens that are known, by client.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--config", paramLabel = "FILE", description = "The settings' file.")
          @Nullable Path config) {
    return folder(config)
        .map(folder -> {
          folder.keys().forEach(key -> list(folder, key));
          return 0;
        })
        .orElse(2);
  }

  private static void list(ClientFolder folder, String key) {
    for (Client.Token token : folder.find(key).map(Client::tokens).orElse(List.of())) {
      String may = token.may().stream().map(May::word).sorted().collect(Collectors.joining(", "));
      System.out.println(
          key + "  " + token.name() + "  " + token.sha256().substring(0, 8) + "…  may " + may);
    }
  }

  private static Optional<ClientFolder> folder(@Nullable Path config) {
    try {
      return Optional.of(
          new ClientFolder(new SettingsReader(Main.home()).read(config, System.getenv()).plans()));
    } catch (SettingsException exception) {
      exception.problems().forEach(System.err::println);
      return Optional.empty();
    }
  }

  private static int complain(String sentence) {
    System.err.println(sentence);
    return 2;
  }
}
