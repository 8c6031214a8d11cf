package dev.callboard.config;

import dev.callboard.platform.slack.SlackSettings;
import dev.callboard.platform.teams.TeamsSettings;
import dev.callboard.platform.zoom.ZoomSettings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that can be set, checked.
 *
 * @param publicUrl where people outside reach this server; empty when nobody does
 * @param plans folder of the plans
 * @param messages folder of the learners' texts
 * @param tracing empty when no traces are made
 * @param slack empty when none of its secrets is set
 * @param teams empty when none of its secrets is set
 * @param zoom empty when none of its secrets is set
 */
public record Settings(
    Listen listen,
    Optional<URI> publicUrl,
    String databaseUrl,
    Path plans,
    Path messages,
    boolean lobby,
    Optional<TracingSettings> tracing,
    Optional<SlackSettings> slack,
    Optional<TeamsSettings> teams,
    Optional<ZoomSettings> zoom) {

  /** Leaves out the database's address, which may contain a password. */
  @Override
  public String toString() {
    return ("Settings[listen=%s, publicUrl=%s, plans=%s, messages=%s, lobby=%s, tracing=%s,"
            + " slack=%s, teams=%s, zoom=%s]")
        .formatted(listen, publicUrl, plans, messages, lobby, tracing, slack, teams, zoom);
  }

  /** Where the server listens. */
  public record Listen(String bind, int port) {

    /** Whether only this machine can reach it. */
    public boolean loopback() {
      try {
        return bind.equals("localhost") || InetAddress.ofLiteral(bind).isLoopbackAddress();
      } catch (IllegalArgumentException name) {
        return false; // wherever a name may lead
      }
    }
  }
}
