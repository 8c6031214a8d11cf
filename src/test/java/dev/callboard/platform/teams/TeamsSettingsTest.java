package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.platform.Secret;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsSettingsTest {

  private static final Secret PASSWORD = new Secret("hunter2");

  private static TeamsSettings settings(String tenant, Set<String> tenants) {
    return new TeamsSettings(
        "app",
        PASSWORD,
        tenant,
        TeamsSettings.OPENID_URL,
        TeamsSettings.tokenUrl(tenant),
        TeamsSettings.SERVICE_URL,
        TeamsSettings.GRAPH_URL,
        TeamsSettings.LOGIN_URL,
        TeamsSettings.SERVICE_HOSTS,
        tenants,
        false,
        true);
  }

  private static TeamsSettings open(Set<String> hosts) {
    return new TeamsSettings(
        "",
        null,
        "",
        TeamsSettings.OPENID_URL,
        TeamsSettings.tokenUrl(""),
        TeamsSettings.SERVICE_URL,
        TeamsSettings.GRAPH_URL,
        TeamsSettings.LOGIN_URL,
        hosts,
        Set.of(),
        true,
        false);
  }

  @Test
  void everyProblem_isNamedAtOnce() {
    assertThatThrownBy(() ->
            new TeamsSettings(
                " ",
                null,
                "",
                URI.create("http://keys.example.com/"),
                URI.create("ftp://token.example.com/"),
                URI.create("teams"),
                URI.create("http://graph.example.com/"),
                URI.create("http://login.example.com/"),
                Set.of(" "),
                Set.of(),
                false,
                true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "app-id: blank",
            "app-password: missing",
            "allowed-service-hosts: empty",
            "openid-url: http://keys.example.com/",
            "token-url: ftp://token.example.com/",
            "login-url: http://login.example.com/",
            "service-url: teams",
            "graph-url: http://graph.example.com/");
  }

  @Test
  void password_isNotShown() {
    assertThat(settings("", Set.of()).toString()).doesNotContain("hunter2");
  }

  @Test
  void appOfOneOrganisation_servesItAlone() {
    TeamsSettings settings = settings("T1-Home", Set.of());

    assertThat(settings.serves("t1-home")).isTrue();
    assertThat(settings.serves("t2")).isFalse();
    assertThat(settings.serves("")).isFalse();
    assertThat(settings.tokenUrl()).hasPath("/T1-Home/oauth2/v2.0/token");
  }

  @Test
  void appOfManyOrganisations_servesTheListed() {
    assertThat(settings("", Set.of()).serves("t2")).isTrue();
    assertThat(settings("botframework.com", Set.of("T2")).serves("t2")).isTrue();
    assertThat(settings("", Set.of("t2")).serves("t3")).isFalse();
    assertThat(settings("", Set.of()).tokenUrl()).hasPath("/botframework.com/oauth2/v2.0/token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://smba.trafficmanager.net/emea/",
        "https://SMBA.trafficmanager.net/amer/t1/",
        "https://smba.trafficmanager.net:443/emea/",
        "https://smba.infra.gcc.teams.microsoft.com/"
      })
  void addressOfTeams_isTrusted(String url) {
    assertThat(settings("", Set.of()).trusts(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://evil.example/smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net/?to=evil",
        "https://127.0.0.1/",
        "http://localhost:3978/",
        "file:///etc/passwd",
        "smba.trafficmanager.net",
        "https:// /",
        ""
      })
  void otherAddress_isNotTrusted(String url) {
    assertThat(settings("", Set.of()).trusts(url)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:56150/_connector, true",
    "http://127.0.0.1:1/, true",
    "http://192.168.0.7/, false"
  })
  void withoutAuthentication_thisMachineIsTrusted(String url, boolean trusted) {
    assertThat(open(TeamsSettings.SERVICE_HOSTS).trusts(url)).isEqualTo(trusted);
  }

  /** An app of many organisations has no home to fetch a token for Graph from. */
  @Test
  void graphToken_isFetchedFromTheMeetingsOrganisation() {
    assertThat(settings("", Set.of()).graphTokenUrl("t1")).isEqualTo(TeamsSettings.tokenUrl("t1"));
    assertThat(settings("home", Set.of()).graphTokenUrl("t1"))
        .isEqualTo(TeamsSettings.tokenUrl("home"));
  }
}
