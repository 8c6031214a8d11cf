package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.platform.zoom.ZoomChat.Speaker;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.SettableClock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZoomPeopleTest {

  private static final Speaker FAY = speaker(FakeZoom.FAY);

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeZoom zoom = FakeZoom.start(clock);
  private final ZoomPeople people =
      new ZoomPeople(new ZoomClient(zoom.settings(), new OkHttpClient(), clock), clock);

  @AfterEach
  void close() {
    zoom.close();
  }

  private static Speaker speaker(String id) {
    return new Speaker(FakeZoom.ACCOUNT, id, "", "Somebody");
  }

  @Test
  void address_isAskedOnceForHalfADay() {
    assertThat(people.email(FAY)).isEqualTo("fay@example.com");
    assertThat(people.email(FAY)).isEqualTo("fay@example.com");
    assertThat(zoom.lookUps()).isEqualTo(1);

    Await.until(
        "the directory to be asked again",
        () -> {
          clock.advance(ZoomPeople.KEPT.plusSeconds(1)); // how long is noted beside the answer
          people.email(FAY);
          return zoom.lookUps() == 2;
        });
  }

  @Test
  void manyAtOnce_askOnce() throws Exception {
    List<Callable<String>> seekers =
        Collections.nCopies(40, () -> String.valueOf(people.email(FAY)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> email : threads.invokeAll(seekers)) {
        assertThat(email.get()).isEqualTo("fay@example.com");
      }
    }
    assertThat(zoom.lookUps()).isEqualTo(1);
  }

  @Test
  void whoIsNotKnown_isAskedForAgainAfterAMinute() {
    zoom.directory(503, 0);
    assertThat(people.email(FAY)).isNull();
    assertThat(people.email(FAY)).isNull();
    assertThat(zoom.lookUps()).isEqualTo(1);

    zoom.directory(200, 0);
    clock.advance(ZoomPeople.KEPT_UNKNOWN.plusSeconds(1));
    assertThat(people.email(FAY)).isEqualTo("fay@example.com");
  }

  @Test
  void addressThatNobodyVouchesFor_isNone() {
    zoom.user("user-NEW", "new@example.com").put("verified", 0);
    zoom.user("user-ODD", "odd");

    assertThat(people.email(speaker("user-NEW"))).isNull();
    assertThat(people.email(speaker("user-ODD"))).isNull();
    assertThat(people.email(speaker("user-NOBODY"))).isNull();
  }

  @Test
  void guest_isNotAskedFor() {
    assertThat(people.email(speaker("gus@xmpp.zoom.us"))).isNull();
    assertThat(zoom.lookUps()).isZero();
  }
}
