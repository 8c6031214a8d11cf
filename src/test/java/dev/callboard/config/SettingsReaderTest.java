package dev.callboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.platform.Secret;
import dev.callboard.platform.slack.SlackSettings;
import dev.callboard.platform.teams.TeamsSettings;
import dev.callboard.platform.zoom.ZoomPlan;
import dev.callboard.platform.zoom.ZoomSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  private static final Map<String, String> SLACK =
      Map.of(
          "CALLBOARD_PLATFORMS_SLACK_SIGNING_SECRET", "s3cr3t",
          "CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "xoxb-1");

  @TempDir private Path folder;

  private Settings read(Map<String, String> environment) throws SettingsException {
    return new SettingsReader(folder).read(null, environment);
  }

  private Settings read(String yaml, Map<String, String> environment)
      throws SettingsException, IOException {
    Path file = folder.resolve("callboard.yaml");
    Files.writeString(file, yaml);
    return new SettingsReader(folder).read(file, environment);
  }

  private List<String> problems(Map<String, String> environment) {
    return catchThrowableOfType(SettingsException.class, () -> read(environment)).problems();
  }

  @Test
  void defaults_serveTheLobbyOnThisMachineAlone() throws SettingsException {
    Settings settings = read(Map.of());

    assertThat(settings.listen()).isEqualTo(new Settings.Listen("127.0.0.1", 3978));
    assertThat(settings.databaseUrl()).isEqualTo("jdbc:sqlite:data/callboard.db");
    assertThat(settings.plans()).isEqualTo(Path.of("config/plans"));
    assertThat(settings.messages()).isEqualTo(Path.of("config/messages"));
    assertThat(settings.lobby()).isTrue();
    assertThat(settings.publicUrl()).isEmpty();
    assertThat(settings.tracing()).isEmpty();
    assertThat(settings.slack()).isEmpty();
    assertThat(settings.teams()).isEmpty();
    assertThat(settings.zoom()).isEmpty();
  }

  @Test
  void shippedFile_saysNothingButTheDefaults() throws SettingsException {
    Settings shipped = new SettingsReader(folder).read(Path.of("config/callboard.yaml"), Map.of());

    assertThat(shipped).isEqualTo(read(Map.of()));
  }

  @Test
  void everyKey_isRead() throws SettingsException, IOException {
    Files.createDirectory(folder.resolve("plans"));
    Files.createDirectory(folder.resolve("messages"));
    Settings settings =
        read(
            """
            server: {port: 80, bind: 0.0.0.0, public-url: "https://callboard.example.com"}
            database: {url: "jdbc:postgresql://db/callboard"}
            plans: %s/plans
            messages: %s/messages
            lobby: {enabled: true}
            tracing: {url: "http://127.0.0.1:4318/v1/traces", header: "X-Team: t0ken"}
            platforms:
              slack: {signing-secret: s, bot-token: xoxb-1, app-token: xapp-1, api-url: "http://127.0.0.1:9/api/"}
              teams:
                app-id: 11111111-2222-3333-4444-555555555555
                app-password: p
                tenant: 99999999-2222-3333-4444-555555555555
                openid-url: https://keys.example.com/openid
                token-url: https://token.example.com/
                service-url: https://smba.example.com/
                graph-url: https://graph.example.com/
                allowed-service-hosts: [smba.example.com, other.example.com]
                allowed-tenants: a,b
                dev-without-auth: false
                targeted: false
              zoom:
                secret-token: s
                previous-secret-token: p
                client-id: app
                client-secret: c
                report-client-id: reports
                report-client-secret: r
                account-id: acc-1
                robot-jid: v1@xmpp.zoom.us
                account-plan: business
                api-url: http://127.0.0.1:9
                oauth-url: http://127.0.0.1:9/oauth/token
            """
                .formatted(folder, folder),
            Map.of());

    assertThat(settings.listen()).isEqualTo(new Settings.Listen("0.0.0.0", 80));
    assertThat(settings.publicUrl()).contains(URI.create("https://callboard.example.com"));
    assertThat(settings.databaseUrl()).isEqualTo("jdbc:postgresql://db/callboard");
    assertThat(settings.plans()).isEqualTo(folder.resolve("plans"));
    assertThat(settings.messages()).isEqualTo(folder.resolve("messages"));
    assertThat(settings.lobby()).isTrue();
    URI collector = URI.create("http://127.0.0.1:4318/v1/traces");
    assertThat(settings.tracing())
        .contains(new TracingSettings(collector, new Secret("X-Team: t0ken")));
    SlackSettings slack = settings.slack().orElseThrow();
    assertThat(slack.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:9/api/"));
    assertThat(slack.appToken()).isNotNull();
    TeamsSettings teams = settings.teams().orElseThrow();
    assertThat(teams.allowedServiceHosts())
        .containsExactlyInAnyOrder("smba.example.com", "other.example.com");
    assertThat(teams.allowedTenants()).containsExactlyInAnyOrder("a", "b");
    assertThat(teams.targeted()).isFalse();
    assertThat(teams.devWithoutAuth()).isFalse();
    assertThat(teams.appId()).isEqualTo("11111111-2222-3333-4444-555555555555");
    assertThat(teams.tenant()).isEqualTo("99999999-2222-3333-4444-555555555555");
    assertThat(teams.openidUrl()).isEqualTo(URI.create("https://keys.example.com/openid"));
    assertThat(teams.serviceUrl()).isEqualTo(URI.create("https://smba.example.com/"));
    assertThat(teams.graphUrl()).isEqualTo(URI.create("https://graph.example.com/"));
    assertThat(teams.tokenUrl()).isEqualTo(URI.create("https://token.example.com/"));
    assertThat(settings.zoom())
        .contains(
            new ZoomSettings(
                new Secret("s"),
                new Secret("p"),
                new ZoomSettings.App("app", new Secret("c")),
                new ZoomSettings.App("reports", new Secret("r")),
                "acc-1",
                "v1@xmpp.zoom.us",
                URI.create("http://127.0.0.1:9"),
                URI.create("http://127.0.0.1:9/oauth/token"),
                ZoomPlan.BUSINESS));
  }

  @Test
  void environment_liesOverTheFile() throws SettingsException, IOException {
    Settings settings =
        read("server: {port: 80}", Map.of("CALLBOARD_SERVER_PORT", "81", "HOME", "/root"));

    assertThat(settings.listen().port()).isEqualTo(81);
  }

  @Test
  void secretsOfAPlatform_turnItOn() throws SettingsException {
    assertThat(read(SLACK).slack()).isPresent();
    assertThat(read(SLACK).toString()).doesNotContain("s3cr3t").doesNotContain("xoxb-1");
  }

  @Test
  void lobby_isOffWhereOthersReachTheServer() throws SettingsException {
    assertThat(read(Map.of("CALLBOARD_SERVER_BIND", "0.0.0.0")).lobby()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SERVER_PORT                     | 99999   | server.port: 99999 (expected: a port from 0",
        "SERVER_PORT                     | x       | server.port: x (expected: a port from 0 to",
        "SERVER_PUBLIC_URL               | nowhere | server.public-url: nowhere (expected: an ad",
        "LOBBY_ENABLED                   | yes     | lobby.enabled: yes (expected: true or false",
        "SERVER_PROT                     | 1       | unknown key (did you mean CALLBOARD_SERVER_",
        "PLATFORMS_SLACK_SIGNING_SECRET  | ' '     | platforms.slack.signing-secret: blank",
        "PLATFORMS_SLACK_SIGNING_SECRET  | s       | platforms.slack.bot-token: missing",
        "PLATFORMS_SLACK_BOT_TOKEN       | xoxb-1  | platforms.slack.signing-secret: missing",
        "PLATFORMS_TEAMS_APP_ID          | abc     | app-password: missing",
        "PLATFORMS_TEAMS_APP_PASSWORD    | ' '     | platforms.teams.app-password: blank",
        "PLATFORMS_ZOOM_SECRET_TOKEN     | ' '     | platforms.zoom.secret-token: blank",
        "PLATFORMS_ZOOM_PREVIOUS_SECRET_TOKEN | s  | platforms.zoom.secret-token: missing",
        "PLATFORMS_ZOOM_CLIENT_ID        | app     | platforms.zoom.client-secret: missing",
        "PLATFORMS_ZOOM_CLIENT_SECRET    | s       | platforms.zoom.client-id: missing",
        "PLATFORMS_ZOOM_REPORT_CLIENT_ID | app     | platforms.zoom.report-client-secret: missing",
        "PLATFORMS_TEAMS_DEV_WITHOUT_AUTH | maybe  | (expected: true or false)",
        "SERVER_PORT                     | ''      | server.port: blank (expected: a port from 0",
        "SERVER_BIND                     | 8.8.8.8 | server.bind: 8.8.8.8 (expected: an address of",
        "SERVER_BIND                     | no such | server.bind: no such (expected: an address of",
        "SERVER_PUBLIC_URL               | ftp://x | server.public-url: ftp://x (expected: an addr",
        "PLANS                           | nowhere | plans: nowhere (expected: a folder that is",
        "MESSAGES                        | pom.xml | messages: pom.xml (expected: a folder that is",
        "DATABASE_URL                    | mysql:x | database.url: another kind of database (expe",
        "DATABASE_URL                    | ' '     | database.url: blank (expected: a text)"
      })
  void badValue_isNamed(String variable, String value, String problem) {
    assertThat(problems(Map.of("CALLBOARD_" + variable.strip(), value)))
        .anySatisfy(found -> assertThat(found).contains(problem));
  }

  @Test
  void allProblems_areToldAtOnceAndTellNoSecret() {
    List<String> problems =
        problems(
            Map.of(
                "CALLBOARD_SERVER_PORT", "x",
                "CALLBOARD_SERVER_BLIND", "y",
                "CALLBOARD_PLATFORMS_SLACK_SIGNING_SECRET", "hunter2",
                "CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "hunter3"));

    assertThat(problems).hasSize(3);
    assertThat(problems.toString()).doesNotContain("hunter");
  }

  @Test
  void teamsWithoutAuthentication_isRefusedWhereOthersReachTheServer() throws SettingsException {
    Map<String, String> open = Map.of("CALLBOARD_PLATFORMS_TEAMS_DEV_WITHOUT_AUTH", "true");
    assertThat(read(open).teams().orElseThrow().devWithoutAuth()).isTrue();

    assertThat(
            problems(
                Map.of(
                    "CALLBOARD_PLATFORMS_TEAMS_DEV_WITHOUT_AUTH", "true",
                    "CALLBOARD_SERVER_BIND", "0.0.0.0")))
        .singleElement()
        .asString()
        .contains("anybody could command");
  }

  @Test
  void fileThatIsNoYaml_isNamedWithItsLine() {
    SettingsException exception =
        catchThrowableOfType(SettingsException.class, () -> read("server: [\n", Map.of()));
    assertThat(exception.problems()).singleElement().asString().contains("no valid YAML");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "server: [                               | callboard.yaml:1: no valid YAML",
        "server: {port: 1}~server: {port: 2}     | callboard.yaml:2: a key that stands twice",
        "server: {port: 1, port: 2}              | a key that stands twice (expected: once)",
        "server: {port: 1}~---~plans: x          | no valid YAML (expected: key: value)",
        "just text                               | no settings (expected: keys such as server:",
        "[server]                                | no settings (expected: keys such as server:",
        "server: 3978                            | server: one value (expected: the keys bind,"
            + " port,",
        "platforms: [slack]                      | platforms: one value (expected: the keys slack.",
        "server: {port: {a: 1}}                  | server.port: a map (expected: one value)",
        "server: {prot: 1}                       | server.prot: unknown key (did you mean"
            + " server.port",
        "sever: {port: 1}                        | sever.port: unknown key (did you mean"
            + " server.port",
        "colour: blue                            | colour: unknown key (expected: one of those in"
            + " con",
        "server: {port: }                        | server.port: blank (expected: a port from 0 to",
        "platforms: {slack: {bot-token: }}       | platforms.slack.bot-token: blank (expected: the"
            + " se",
        "platforms: {teams: {app-password: ''}}  | platforms.teams.app-password: blank (expected:"
            + " the",
        "platforms: {teams: {app-id: x, tenant: a b}} | platforms.teams.tenant: a b (expected: an"
            + " id",
        "platforms: {slack: {bot-token: xoxb-1, api-url: x}} | platforms.slack.api-url: x (expected"
      })
  void badFile_isNamed(String yaml, String problem) {
    assertThat(fileProblems(yaml.replace('~', '\n')))
        .anySatisfy(found -> assertThat(found).contains(problem));
  }

  private List<String> fileProblems(String yaml) {
    return catchThrowableOfType(SettingsException.class, () -> read(yaml, Map.of())).problems();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "localhost", "0.0.0.0"})
  void addressOfThisMachine_isAccepted(String bind) throws SettingsException {
    assertThat(read(Map.of("CALLBOARD_SERVER_BIND", bind)).listen().bind()).isEqualTo(bind);
  }

  @Test
  void blankSecret_isOneProblem() {
    assertThat(
            problems(
                Map.of(
                    "CALLBOARD_PLATFORMS_TEAMS_APP_ID", "id",
                    "CALLBOARD_PLATFORMS_TEAMS_APP_PASSWORD", "")))
        .containsExactly(
            "platforms.teams.app-password: blank (expected: the secret itself, or no such key)");
    assertThat(problems(Map.of("CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "")))
        .containsExactly(
            "platforms.slack.bot-token: blank (expected: the secret itself, or no such key)");
  }

  @Test
  void fileThatIsNotThere_isNamed() {
    Path none = folder.resolve("none.yaml");

    SettingsException exception =
        catchThrowableOfType(
            SettingsException.class, () -> new SettingsReader(folder).read(none, Map.of()));
    assertThat(exception.problems())
        .containsExactly(none + ": cannot be read (expected: a file of settings in UTF-8)");
  }

  @Test
  void emptyFile_saysNothing() throws SettingsException, IOException {
    assertThat(read("# later", Map.of())).isEqualTo(read(Map.of()));
    assertThat(read("server:\nplatforms:\n  slack:\n", Map.of())).isEqualTo(read(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.8.9.1, true",
    "localhost, true",
    "::1, true",
    "[::1], true",
    "0.0.0.0, false",
    "::, false",
    "10.0.0.1, false",
    "127.0.0.1.example.com, false",
    "127.evil.example, false",
    "localhost.example.com, false"
  })
  void loopback_isJudgedByTheAddressNotByItsLooks(String bind, boolean loopback) {
    assertThat(new Settings.Listen(bind, 1).loopback()).isEqualTo(loopback);
  }

  @Test
  void publicUrl_keepsWhatAnybodyMayUseOff() throws SettingsException {
    String url = "CALLBOARD_SERVER_PUBLIC_URL";
    Map<String, String> proxied = Map.of(url, "https://callboard.example.com");
    assertThat(read(proxied).lobby()).isFalse();
    assertThat(read(Map.of(url, proxied.get(url), "CALLBOARD_LOBBY_ENABLED", "true")).lobby())
        .isTrue();
    assertThat(
            problems(
                Map.of(
                    url, proxied.get(url), "CALLBOARD_PLATFORMS_TEAMS_DEV_WITHOUT_AUTH", "true")))
        .singleElement()
        .asString()
        .contains("anybody could command");
  }

  @Test
  void secret_isNeverPrinted() throws SettingsException {
    Map<String, String> secrets =
        Map.of(
            "CALLBOARD_DATABASE_URL", "jdbc:postgresql://db/c?user=c&password=hunter1",
            "CALLBOARD_PLATFORMS_SLACK_SIGNING_SECRET", "hunter2",
            "CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "xoxb-hunter3",
            "CALLBOARD_PLATFORMS_SLACK_APP_TOKEN", "xapp-hunter4",
            "CALLBOARD_PLATFORMS_TEAMS_APP_ID", "id",
            "CALLBOARD_PLATFORMS_TEAMS_APP_PASSWORD", "hunter5",
            "CALLBOARD_PLATFORMS_ZOOM_SECRET_TOKEN", "hunter6",
            "CALLBOARD_PLATFORMS_ZOOM_PREVIOUS_SECRET_TOKEN", "hunter7");

    Settings settings = read(secrets);

    assertThat(settings.databaseUrl()).contains("hunter1");
    assertThat(settings.slack()).isPresent();
    assertThat(settings.teams()).isPresent();
    assertThat(settings.zoom()).isPresent();
    assertThat(settings.toString()).contains("127.0.0.1").doesNotContain("hunter");
  }

  @Test
  void problem_neverRepeatsASecret() {
    Map<String, String> wrong =
        Map.of(
            "CALLBOARD_DATABASE_URL", "postgres://c:hunter1@db/c",
            "CALLBOARD_PLATFORMS_SLACK_SIGNING_SECRET", "hunter2",
            "CALLBOARD_PLATFORMS_SLACK_BOT_TOKEN", "hunter3",
            "CALLBOARD_PLATFORMS_SLACK_APP_TOKEN", "hunter4",
            "CALLBOARD_PLATFORMS_TEAMS_APP_PASSWORD", "hunter5",
            "CALLBOARD_PLATFORMS_ZOOM_CLIENT_SECRET", "hunter6");

    assertThat(problems(wrong)).hasSize(6).noneMatch(problem -> problem.contains("hunter"));
    assertThat(fileProblems("platforms:\n  slack:\n    signing-secret: hunter6: x"))
        .noneMatch(problem -> problem.contains("hunter"));
  }

  /** What stands in the shipped file behind a single # is a key, and every key is there. */
  @Test
  void shippedFile_explainsEveryKey() throws IOException {
    String uncommented =
        Files.readString(Path.of("config/callboard.yaml"))
            .replaceAll("(?m)^( *)# (?=[a-z-]+: )", "$1");
    Path file = Files.writeString(folder.resolve("all.yaml"), uncommented);
    SettingsFile all = SettingsFile.read(file, SettingsReader.KEYS);
    assertThat(all.problems()).isEmpty();
    assertThat(all.values().keySet()).containsExactlyInAnyOrderElementsOf(SettingsReader.KEYS);
  }
}
