package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.platform.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSettingsTest {

  private static final Secret SIGNING = new Secret("signing");
  private static final Secret BOT = new Secret("xoxb-1");
  private static final Secret APP = new Secret("xapp-1");

  @Test
  void defaultAddress_isSlacksOwn() {
    assertThat(SlackSettings.API).hasToString("https://slack.com/api/");
  }

  @Test
  void everyPart_canBeSet() {
    URI proxy = URI.create("https://slack.example.com/api/");
    SlackSettings settings = new SlackSettings(SIGNING, new Secret("xoxe.xoxb-1"), APP, proxy);

    assertThat(settings.appToken()).isEqualTo(APP);
    assertThat(settings.apiUrl()).isEqualTo(proxy);
    assertThatCode(() -> new SlackSettings(null, BOT, APP, SlackSettings.API))
        .doesNotThrowAnyException();
  }

  @Test
  void everyMistake_isNamedAtOnceAndNoSecretTold() {
    assertThatThrownBy(() ->
            new SlackSettings(
                null, new Secret("xapp-hush"), null, URI.create("http://slack.com/api")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("platforms.slack.signing-secret")
        .hasMessageContaining("platforms.slack.bot-token")
        .hasMessageContaining("platforms.slack.api-url: http://slack.com/api")
        .hasMessageNotContaining("hush");
    assertThatThrownBy(() -> new SlackSettings(SIGNING, BOT, BOT, SlackSettings.API))
        .hasMessageContaining("platforms.slack.app-token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://slack.com/api", "http://slack.com/api/", "ftp://slack.com/", "/api/"})
  void addressThatWouldShowTheToken_isRefused(String url) {
    assertThatThrownBy(() -> new SlackSettings(SIGNING, BOT, null, URI.create(url)))
        .hasMessageContaining("api-url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:8080/api/", "http://localhost/api/", "http://[::1]:1/api/"})
  void fakeOnThisMachine_isAllowed(String url) {
    assertThatCode(() -> new SlackSettings(SIGNING, BOT, null, URI.create(url)))
        .doesNotThrowAnyException();
  }

  @Test
  void secrets_areHidden() {
    assertThat(new SlackSettings(SIGNING, BOT, APP, SlackSettings.API).toString())
        .doesNotContain("xoxb", "xapp", "signing]", "=signing");
  }
}
