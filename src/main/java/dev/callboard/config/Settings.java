package dev.callboard.config;

import dev.callboard.platform.slack.SlackSettings;
import dev.callboard.platform.teams.TeamsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that can be set, checked.
 *
 * @param publicUrl where people outside reach this server; empty when nobody does
 * @param plans folder of the plans
 * @param messages folder of the learners' texts
 * @param slack empty when none of its secrets is set
 * @param teams empty when none of its secrets is set
 */
public record Settings(
    Listen listen,
    Optional<URI> publicUrl,
    String databaseUrl,
    Path plans,
    Path messages,
    boolean lobby,
    Optional<SlackSettings> slack,
    Optional<TeamsSettings> teams) {

  /** Where the server listens. */
  public record Listen(String bind, int port) {

    /** Whether only this machine can reach it. */
    public boolean loopback() {
      return bind.equals("localhost")
          || bind.startsWith("127.")
          || bind.equals("::1")
          || bind.equals("[::1]");
    }
  }
}
