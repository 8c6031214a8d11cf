package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.platform.Secret;
import dev.callboard.platform.zoom.ZoomSettings.App;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomSettingsTest {

  private static final App APP = new App("app", new Secret("hunter2"));

  private static ZoomSettings settings(@Nullable App app, String account, String robot) {
    return new ZoomSettings(
        new Secret("hunter1"),
        null,
        app,
        null,
        account,
        robot,
        ZoomSettings.API,
        ZoomSettings.OAUTH,
        ZoomPlan.PRO);
  }

  @Test
  void account_isNeededBesideAnApp() {
    assertThatThrownBy(() -> settings(APP, " ", ""))
        .hasMessageContaining("account-id: blank")
        .hasMessageNotContaining("hunter");
  }

  @Test
  void robot_needsItsApp() {
    assertThatThrownBy(() -> settings(null, "", "v1@xmpp.zoom.us"))
        .hasMessageContaining("client-id: missing");
  }

  @Test
  void allProblems_areToldAtOnce() {
    assertThatThrownBy(() ->
            new ZoomSettings(
                new Secret("s"),
                null,
                APP,
                null,
                "",
                "robot",
                URI.create("http://example.com"),
                URI.create("ftp://127.0.0.1"),
                ZoomPlan.PRO))
        .hasMessageContaining("account-id")
        .hasMessageContaining("robot-jid")
        .hasMessageContaining("api-url")
        .hasMessageContaining("oauth-url");
  }

  @Test
  void oneApp_readsTooUnlessThereIsAnother() {
    assertThat(settings(APP, "acc", "").reader()).isEqualTo(APP);
    assertThat(settings(null, "", "").reader()).isNull();
  }

  @Test
  void secrets_areNeverPrinted() {
    assertThat(settings(APP, "acc", "").toString()).contains("acc").doesNotContain("hunter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acc", ""})
  void accountThatIsSet_isTheOnlyOne(String told) {
    assertThat(settings(APP, "acc", "").serves(told)).isTrue();
    assertThat(settings(APP, "acc", "").serves("other")).isFalse();
    assertThat(settings(null, "", "").serves("other")).isTrue();
  }
}
