package dev.callboard.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.callboard.config.Settings.Listen;
import dev.callboard.platform.Secret;
import dev.callboard.platform.slack.SlackSettings;
import dev.callboard.platform.teams.TeamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code callboard.yaml} and lays the environment over it: {@code CALLBOARD_SERVER_PORT} is
 * {@code server.port}. A platform is on when one of its secrets is set.
 */
public final class SettingsReader {

  private static final Set<String> KEYS =
      Set.of(
          "server.port",
          "server.bind",
          "server.public-url",
          "database.url",
          "plans",
          "messages",
          "lobby.enabled",
          "platforms.slack.signing-secret",
          "platforms.slack.bot-token",
          "platforms.slack.app-token",
          "platforms.slack.api-url",
          "platforms.teams.app-id",
          "platforms.teams.app-password",
          "platforms.teams.tenant",
          "platforms.teams.openid-url",
          "platforms.teams.token-url",
          "platforms.teams.service-url",
          "platforms.teams.allowed-service-hosts",
          "platforms.teams.allowed-tenants",
          "platforms.teams.dev-without-auth",
          "platforms.teams.targeted");

  private final Path home;

  /**
   * Builds a reader.
   *
   * @param home the folder whose {@code config/} is used for what the working folder does not have
   */
  public SettingsReader(Path home) {
    this.home = home;
  }

  /**
   * Reads the settings.
   *
   * @param file the file; null for {@code config/callboard.yaml} if there is one
   * @throws SettingsException with all problems
   */
  public Settings read(@Nullable Path file, Map<String, String> environment)
      throws SettingsException {
    Path chosen = file == null ? local("config/callboard.yaml") : file;
    Map<String, String> written =
        file == null && !Files.exists(chosen) ? Map.of() : flattened(chosen);
    Values values = new Values(KEYS, written, environment);
    Settings settings = settings(values);
    if (!values.problems().isEmpty()) {
      throw new SettingsException(values.problems());
    }
    return settings;
  }

  private Settings settings(Values values) {
    Listen listen =
        new Listen(values.text("server.bind", "127.0.0.1"), values.port("server.port", 3978));
    return new Settings(
        listen,
        values.url("server.public-url"),
        values.text("database.url", "jdbc:sqlite:data/callboard.db"),
        local(values.text("plans", "config/plans")),
        local(values.text("messages", "config/messages")),
        values.flag("lobby.enabled", listen.loopback()),
        slack(values),
        teams(values, listen));
  }

  private static Optional<SlackSettings> slack(Values values) {
    String prefix = "platforms.slack.";
    if (!values.any(prefix + "signing-secret", prefix + "bot-token", prefix + "app-token")) {
      return Optional.empty();
    }
    Secret signing = values.secret(prefix + "signing-secret");
    Secret token = values.secret(prefix + "bot-token");
    Secret app = values.secret(prefix + "app-token");
    if (token == null) {
      values.problem(
          prefix + "bot-token", "missing", "the Bot User OAuth Token, which begins with xoxb-");
      return Optional.empty();
    }
    return values.make(
        prefix,
        () ->
            new SlackSettings(
                signing, token, app, values.url(prefix + "api-url", SlackSettings.API)));
  }

  private static Optional<TeamsSettings> teams(Values values, Listen listen) {
    String prefix = "platforms.teams.";
    boolean open = values.flag(prefix + "dev-without-auth", false);
    if (open && !listen.loopback()) {
      values.problem(
          prefix + "dev-without-auth",
          "true while server.bind is " + listen.bind(),
          "a loopback server.bind: without authentication anybody could command");
      return Optional.empty();
    }
    if (!open && !values.any(prefix + "app-id", prefix + "app-password")) {
      return Optional.empty();
    }
    String tenant = values.text(prefix + "tenant", "");
    return values.make(
        prefix,
        () ->
            new TeamsSettings(
                values.text(prefix + "app-id", ""),
                values.secret(prefix + "app-password"),
                tenant,
                values.url(prefix + "openid-url", TeamsSettings.OPENID_URL),
                values.url(prefix + "token-url", TeamsSettings.tokenUrl(tenant)),
                values.url(prefix + "service-url", TeamsSettings.SERVICE_URL),
                values.words(prefix + "allowed-service-hosts", TeamsSettings.SERVICE_HOSTS),
                values.words(prefix + "allowed-tenants", Set.of()),
                open,
                values.flag(prefix + "targeted", !open)));
  }

  /** A path of the working folder if it is there, else of Callboard's own. */
  private Path local(String path) {
    Path here = Path.of(path);
    return Files.exists(here) || here.isAbsolute() ? here : home.resolve(path);
  }

  private static Map<String, String> flattened(Path file) throws SettingsException {
    Map<String, String> flat = new TreeMap<>();
    try {
      flatten("", new YAMLMapper().readTree(Files.readAllBytes(file)), flat);
    } catch (JsonProcessingException exception) {
      int line = exception.getLocation() == null ? 0 : exception.getLocation().getLineNr();
      throw new SettingsException(List.of(file + ":" + line + ": no valid YAML"));
    } catch (IOException exception) {
      throw new SettingsException(List.of(file + ": cannot be read (expected: a file)"));
    }
    return flat;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
    if (node.isObject()) {
      node.properties()
          .forEach(entry ->
              flatten(
                  prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(),
                  entry.getValue(),
                  flat));
    } else if (node.isArray()) {
      StringBuilder words = new StringBuilder();
      node.forEach(word -> words.append(word.asText()).append(' '));
      flat.put(prefix, words.toString().strip());
    } else if (!node.isNull() && !node.isMissingNode() && !prefix.isEmpty()) {
      flat.put(prefix, node.asText());
    }
  }
}
