package dev.callboard.config;

import dev.callboard.config.Settings.Listen;
import dev.callboard.platform.Secret;
import dev.callboard.platform.slack.SlackSettings;
import dev.callboard.platform.teams.TeamsSettings;
import dev.callboard.platform.zoom.ZoomPlan;
import dev.callboard.platform.zoom.ZoomSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code callboard.yaml} and lays the environment over it: {@code CALLBOARD_SERVER_PORT} is
 * {@code server.port}. A platform is on when one of its secrets is set.
 */
public final class SettingsReader {

  /** Every key there is; each is explained in {@code config/callboard.yaml}. */
  static final Set<String> KEYS =
      Set.of(
          "server.port",
          "server.bind",
          "server.public-url",
          "database.url",
          "plans",
          "messages",
          "lobby.enabled",
          "tracing.url",
          "tracing.header",
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
          "platforms.teams.graph-url",
          "platforms.teams.login-url",
          "platforms.teams.allowed-service-hosts",
          "platforms.teams.allowed-tenants",
          "platforms.teams.dev-without-auth",
          "platforms.teams.targeted",
          "platforms.zoom.secret-token",
          "platforms.zoom.previous-secret-token",
          "platforms.zoom.client-id",
          "platforms.zoom.client-secret",
          "platforms.zoom.report-client-id",
          "platforms.zoom.report-client-secret",
          "platforms.zoom.account-id",
          "platforms.zoom.robot-jid",
          "platforms.zoom.account-plan",
          "platforms.zoom.api-url",
          "platforms.zoom.oauth-url");

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
    boolean none = file == null && !Files.exists(chosen);
    Values values = new Values(KEYS, environment);
    if (!none) {
      values.add(SettingsFile.read(chosen, KEYS));
    }
    Settings settings = settings(values);
    if (!values.problems().isEmpty()) {
      throw new SettingsException(values.problems());
    }
    return settings;
  }

  private Settings settings(Values values) {
    Listen listen = new Listen(bind(values), values.port("server.port", 3978));
    Optional<URI> publicUrl = values.url("server.public-url");
    boolean unreachable = listen.loopback() && publicUrl.isEmpty();
    return new Settings(
        listen,
        publicUrl,
        database(values),
        folder(values, "plans", "config/plans"),
        folder(values, "messages", "config/messages"),
        values.flag("lobby.enabled", unreachable),
        tracing(values),
        slack(values),
        teams(values, unreachable),
        zoom(values));
  }

  private static String bind(Values values) {
    String bind = values.text("server.bind", "127.0.0.1");
    try {
      InetAddress address = InetAddress.getByName(bind);
      boolean anyMachineHasIt = address.isAnyLocalAddress() || address.isLoopbackAddress();
      if (anyMachineHasIt || NetworkInterface.getByInetAddress(address) != null) {
        return bind;
      }
    } catch (IOException unknownName) {
      // said below
    }
    values.problem("server.bind", bind, "an address of this machine, 127.0.0.1 or 0.0.0.0");
    return "127.0.0.1";
  }

  /** Its problem does not repeat the value, which may contain a password. */
  private static String database(Values values) {
    String url = values.text("database.url", "jdbc:sqlite:data/callboard.db");
    if (!url.matches("jdbc:(sqlite:(?!:memory:).+|postgresql:.+)")) {
      values.problem(
          "database.url",
          "another kind of database",
          "jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
    }
    return url;
  }

  private Path folder(Values values, String key, String usual) {
    String written = values.text(key, usual);
    try {
      Path folder = local(written);
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException noPath) {
      // said below
    }
    values.problem(key, written, "a folder that is there");
    return Path.of(usual);
  }

  private static Optional<TracingSettings> tracing(Values values) {
    Optional<URI> url = values.url("tracing.url");
    Secret header = values.secret("tracing.header");
    if (header != null && !values.has("tracing.url")) {
      values.problem("tracing.url", "missing", "where the header is to be sent to");
    }
    return url.flatMap(to -> values.make("tracing.", () -> new TracingSettings(to, header)));
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

  private static Optional<TeamsSettings> teams(Values values, boolean unreachable) {
    String prefix = "platforms.teams.";
    boolean open = values.flag(prefix + "dev-without-auth", false);
    if (open && !unreachable) {
      values.problem(
          prefix + "dev-without-auth",
          "true where others reach the server",
          "a loopback server.bind and no server.public-url; else anybody could command");
    }
    if (!open && !values.any(prefix + "app-id", prefix + "app-password")) {
      return Optional.empty();
    }
    String tenant = values.word(prefix + "tenant", "");
    return values.make(
        prefix,
        () ->
            new TeamsSettings(
                values.word(prefix + "app-id", ""),
                values.secret(prefix + "app-password"),
                tenant,
                values.url(prefix + "openid-url", TeamsSettings.OPENID_URL),
                values.url(prefix + "token-url", TeamsSettings.tokenUrl(tenant)),
                values.url(prefix + "service-url", TeamsSettings.SERVICE_URL),
                values.url(prefix + "graph-url", TeamsSettings.GRAPH_URL),
                values.url(prefix + "login-url", TeamsSettings.LOGIN_URL),
                values.words(prefix + "allowed-service-hosts", TeamsSettings.SERVICE_HOSTS),
                values.words(prefix + "allowed-tenants", Set.of()),
                open,
                values.flag(prefix + "targeted", !open)));
  }

  private static Optional<ZoomSettings> zoom(Values values) {
    String prefix = "platforms.zoom.";
    boolean set =
        values.any(
            prefix + "secret-token",
            prefix + "previous-secret-token",
            prefix + "client-id",
            prefix + "client-secret",
            prefix + "report-client-id",
            prefix + "report-client-secret");
    if (!set) {
      return Optional.empty();
    }
    Secret token = values.secret(prefix + "secret-token");
    Secret previous = values.secret(prefix + "previous-secret-token");
    ZoomSettings.App app = zoomApp(values, prefix + "client-");
    ZoomSettings.App reportApp = zoomApp(values, prefix + "report-client-");
    if (token == null) {
      values.problem(prefix + "secret-token", "missing", "the Secret Token from the app's Access");
      return Optional.empty();
    }
    return values.make(
        prefix,
        () ->
            new ZoomSettings(
                token,
                previous,
                app,
                reportApp,
                values.word(prefix + "account-id", ""),
                values.text(prefix + "robot-jid", ""),
                values.url(prefix + "api-url", ZoomSettings.API),
                values.url(prefix + "oauth-url", ZoomSettings.OAUTH),
                values.choice(prefix + "account-plan", ZoomPlan.PRO)));
  }

  private static ZoomSettings.@Nullable App zoomApp(Values values, String prefix) {
    String id = values.word(prefix + "id", "");
    Secret secret = values.secret(prefix + "secret");
    if (secret != null && !id.isEmpty()) {
      return new ZoomSettings.App(id, secret);
    }
    if (secret != null || !id.isEmpty()) {
      String missing = prefix + (id.isEmpty() ? "id" : "secret");
      values.problem(missing, "missing", "Client ID and Client Secret together, or neither");
    }
    return null;
  }

  /** A path of the working folder if it is there, else of Callboard's own. */
  private Path local(String path) {
    Path here = Path.of(path);
    return Files.exists(here) || here.isAbsolute() ? here : home.resolve(path);
  }
}
