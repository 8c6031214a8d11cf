package dev.callboard;

import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.slack.SlackManifest;
import dev.callboard.platform.teams.TeamsManifest;
import dev.callboard.platform.zoom.ZoomManifest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what a platform needs to know Callboard. */
@Command(name = "manifest", description = "Makes the manifest of a platform's app.")
final class Manifest {

  private static final Vocabulary WORDS = Commands.vocabulary(Commands.registry());

  @Command(name = "slack", description = "Prints the manifest to paste at api.slack.com/apps.")
  int slack(
      @Option(
              names = "--url",
              paramLabel = "URL",
              description = "Where Slack reaches the server; without it, for Socket Mode.")
          @Nullable URI url) {
    if (url != null && unreachable(url)) {
      return 2;
    }
    SlackManifest manifest =
        url == null
            ? SlackManifest.inSocketMode(WORDS)
            : SlackManifest.overHttp(WORDS, url.resolve("/slack/events"));
    System.out.print(manifest.yaml());
    return 0;
  }

  @Command(name = "zoom", description = "Prints the manifest of the app for the Marketplace.")
  int zoom(
      @Option(
              names = "--url",
              required = true,
              paramLabel = "URL",
              description = "Where Zoom reaches the server.")
          URI url) {
    if (unreachable(url)) {
      return 2;
    }
    System.out.print(new ZoomManifest(WORDS, url).json());
    return 0;
  }

  @Command(name = "teams", description = "Writes the app package to upload in Teams.")
  int teams(
      @Option(
              names = "--app-id",
              required = true,
              paramLabel = "ID",
              description = "The bot's application id.")
          UUID appId,
      @Option(
              names = "--url",
              required = true,
              paramLabel = "URL",
              description = "Where Teams reaches the server.")
          URI url,
      @Option(
              names = "--out",
              defaultValue = "callboard-teams.zip",
              paramLabel = "FILE",
              description = "The package; ${DEFAULT-VALUE} if not given.")
          Path out)
      throws IOException {
    if (unreachable(url)) {
      return 2;
    }
    Path icons = Main.home().resolve("manifests/teams");
    Map<String, byte[]> pictures =
        Map.of(
            "color.png", Files.readAllBytes(icons.resolve("color.png")),
            "outline.png", Files.readAllBytes(icons.resolve("outline.png")));
    Files.write(out, new TeamsManifest(WORDS, appId.toString(), url).zip(pictures));
    System.out.println("Written: " + out + ". In Teams: Apps, Manage your apps, Upload an app.");
    return 0;
  }

  /** Whether no platform could reach it, which is said. */
  private static boolean unreachable(URI url) {
    boolean address = "https".equals(url.getScheme()) && url.getHost() != null;
    if (!address) {
      System.err.println(
          "--url: " + url + " (expected: https and a host, such as https://callboard.example.com)");
    }
    return !address;
  }
}
