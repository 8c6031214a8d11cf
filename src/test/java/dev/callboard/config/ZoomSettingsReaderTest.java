package dev.callboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.platform.zoom.ZoomPlan;
import dev.callboard.platform.zoom.ZoomSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZoomSettingsReaderTest {

  private static Settings read(Map<String, String> environment) throws SettingsException {
    return new SettingsReader(Path.of(".")).read(null, environment);
  }

  private static List<String> problems(Map<String, String> environment) {
    return catchThrowableOfType(SettingsException.class, () -> read(environment)).problems();
  }

  @Test
  void zoomThatOnlyListens_needsItsSecretTokenAlone() throws SettingsException {
    ZoomSettings zoom =
        read(Map.of("CALLBOARD_PLATFORMS_ZOOM_SECRET_TOKEN", "s")).zoom().orElseThrow();

    assertThat(zoom.app()).isNull();
    assertThat(zoom.apiUrl()).isEqualTo(ZoomSettings.API);
    assertThat(zoom.oauthUrl()).isEqualTo(ZoomSettings.OAUTH);
    assertThat(zoom.plan()).isEqualTo(ZoomPlan.PRO);
  }

  @Test
  void accountPlan_isReadInAnyLetters() throws SettingsException {
    assertThat(planned("Business").zoom().orElseThrow().plan()).isEqualTo(ZoomPlan.BUSINESS);
    assertThat(planned("free ").zoom().orElseThrow().plan()).isEqualTo(ZoomPlan.FREE);
  }

  @Test
  void accountPlanThatZoomDoesNotSell_isAProblem() {
    assertThat(catchThrowableOfType(SettingsException.class, () -> planned("premium")).problems())
        .containsExactly("platforms.zoom.account-plan: premium (expected: free, pro, business)");
  }

  private static Settings planned(String plan) throws SettingsException {
    return read(
        Map.of(
            "CALLBOARD_PLATFORMS_ZOOM_SECRET_TOKEN",
            "s",
            "CALLBOARD_PLATFORMS_ZOOM_ACCOUNT_PLAN",
            plan));
  }

  @Test
  void zoomThatSpeaks_needsItsAccount() {
    assertThat(
            problems(
                Map.of(
                    "CALLBOARD_PLATFORMS_ZOOM_SECRET_TOKEN", "s",
                    "CALLBOARD_PLATFORMS_ZOOM_CLIENT_ID", "app",
                    "CALLBOARD_PLATFORMS_ZOOM_CLIENT_SECRET", "c",
                    "CALLBOARD_PLATFORMS_ZOOM_ROBOT_JID", "no address",
                    "CALLBOARD_PLATFORMS_ZOOM_API_URL", "http://api.example.com")))
        .anyMatch(problem -> problem.startsWith("platforms.zoom.account-id: blank"))
        .anyMatch(problem -> problem.startsWith("platforms.zoom.robot-jid: no address"))
        .anyMatch(problem -> problem.startsWith("platforms.zoom.api-url: http://api.example.com"))
        .hasSize(3);
  }
}
