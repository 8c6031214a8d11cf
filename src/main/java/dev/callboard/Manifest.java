package dev.callboard;

import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.slack.SlackManifest;
import java.net.URI;
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
    SlackManifest manifest =
        url == null
            ? SlackManifest.inSocketMode(WORDS)
            : SlackManifest.overHttp(WORDS, url.resolve("/slack/events"));
    System.out.print(manifest.yaml());
    return 0;
  }
}
