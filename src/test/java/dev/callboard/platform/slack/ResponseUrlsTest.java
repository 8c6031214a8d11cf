package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import dev.callboard.chat.Content;
import dev.callboard.chat.Reply;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import dev.callboard.testing.SlackRequests;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address in a payload must not make Callboard call whomever its writer likes. */
class ResponseUrlsTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final OkHttpClient http = SlackWire.client(Duration.ofSeconds(20));
  private final ResponseUrls urls = new ResponseUrls(http, slack.apiUrl());

  @AfterEach
  void close() {
    slack.close();
    http.connectionPool().evictAll();
  }

  private PlatformException refusal(ResponseUrls through, String url) {
    return catchThrowableOfType(PlatformException.class, () -> through.post(url, new JsonObject()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:1/x",
        "https://hooks.slack.com.evil.example/x",
        "https://hooks.slack.com:8443/x",
        "http://hooks.slack.com/x",
        "https://evil@hooks.slack.com/x",
        "https://evil.example/hooks.slack.com",
        "file:///etc/passwd",
        "//hooks.slack.com/x",
        "not a url",
        ""
      })
  void anotherHost_isNeverCalled(String url) {
    PlatformException refused = refusal(urls, url);

    assertThat(refused.kind()).isEqualTo(Kind.INVALID);
    assertThat(refused).hasMessageContaining("another host").hasNoCause();
  }

  /** Refused for want of a network at most, not for the host. */
  @ParameterizedTest
  @CsvSource({
    "https://slack.com/api/, https://hooks.slack.com/actions/T01/1/x",
    "https://slack-gov.example/api/, https://hooks.slack-gov.example/actions/T01/1/x"
  })
  void slacksOwnHost_isCalled(URI api, String url) {
    OkHttpClient nowhere =
        http.newBuilder()
            .dns(_ -> {
              throw new UnknownHostException("no network in this test");
            })
            .build();

    assertThat(refusal(new ResponseUrls(nowhere, api), url).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void sixthAnswer_isRefusedBySlack() {
    String url = slack.responseUrl("C05", "U07", null);
    for (int i = 0; i < 5; i++) {
      assertThatCode(() -> urls.post(url, answer())).doesNotThrowAnyException();
    }

    assertThat(refusal(urls, url).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(slack.showsOnlyTo("U07")).hasSize(5);
  }

  @Test
  void brokenConnection_isUncertain() {
    slack.failNext("response_url", SlackFault.cut());

    assertThat(refusal(urls, slack.responseUrl("C05", "U07", null)).kind())
        .isEqualTo(Kind.UNCERTAIN);
    assertThat(slack.calls("response_url")).hasSize(1);
  }

  @Test
  void forgedAddressInAClick_isAnsweredInTheDirectChatInstead() {
    RecordingDoor door = new RecordingDoor();
    door.answer(new Reply.Tell(Content.text("Page 12 is up")));
    SlackKit kit = new SlackKit(door, SlackKit.ample(clock), slack, clock);
    JsonObject click = SlackRequests.json("block_actions.json");
    click.addProperty("response_url", "http://169.254.169.254/latest");

    kit.accept(slack.requests().interaction(click));

    Await.until("the direct chat", () -> !slack.shows("D07").isEmpty());
    kit.adapter().close();
  }

  private static JsonObject answer() {
    return SlackRenderer.message(Content.text("hi")).ephemeral();
  }
}
