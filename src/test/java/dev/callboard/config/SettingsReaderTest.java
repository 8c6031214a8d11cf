package dev.callboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.platform.slack.SlackSettings;
import dev.callboard.platform.teams.TeamsSettings;
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
    assertThat(settings.slack()).isEmpty();
    assertThat(settings.teams()).isEmpty();
  }

  @Test
  void shippedFile_saysNothingButTheDefaults() throws SettingsException {
    Settings shipped = new SettingsReader(folder).read(Path.of("config/callboard.yaml"), Map.of());

    assertThat(shipped).isEqualTo(read(Map.of()));
  }

  @Test
  void everyKey_isRead() throws SettingsException, IOException {
    Settings settings =
        read(
            """
            server: {port: 80, bind: 0.0.0.0, public-url: "https://callboard.example.com"}
            database: {url: "jdbc:postgresql://db/callboard"}
            plans: /srv/plans
            messages: /srv/messages
            lobby: {enabled: true}
            platforms:
              slack: {signing-secret: s, bot-token: xoxb-1, app-token: xapp-1, api-url: "http://127.0.0.1:9/api/"}
              teams:
                app-id: 11111111-2222-3333-4444-555555555555
                app-password: p
                tenant: 99999999-2222-3333-4444-555555555555
                openid-url: https://keys.example.com/openid
                token-url: https://token.example.com/
                service-url: https://smba.example.com/
                allowed-service-hosts: [smba.example.com, other.example.com]
                allowed-tenants: a,b
                targeted: false
            """,
            Map.of());

    assertThat(settings.listen()).isEqualTo(new Settings.Listen("0.0.0.0", 80));
    assertThat(settings.publicUrl()).contains(URI.create("https://callboard.example.com"));
    assertThat(settings.databaseUrl()).isEqualTo("jdbc:postgresql://db/callboard");
    assertThat(settings.plans()).isEqualTo(Path.of("/srv/plans"));
    assertThat(settings.messages()).isEqualTo(Path.of("/srv/messages"));
    assertThat(settings.lobby()).isTrue();
    SlackSettings slack = settings.slack().orElseThrow();
    assertThat(slack.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:9/api/"));
    assertThat(slack.appToken()).isNotNull();
    TeamsSettings teams = settings.teams().orElseThrow();
    assertThat(teams.allowedServiceHosts())
        .containsExactlyInAnyOrder("smba.example.com", "other.example.com");
    assertThat(teams.allowedTenants()).containsExactlyInAnyOrder("a", "b");
    assertThat(teams.targeted()).isFalse();
    assertThat(teams.tokenUrl()).isEqualTo(URI.create("https://token.example.com/"));
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
        "PLATFORMS_TEAMS_DEV_WITHOUT_AUTH | maybe  | (expected: true or false)"
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
}
