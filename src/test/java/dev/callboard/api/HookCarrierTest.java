package dev.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.chat.Outgoing;
import dev.callboard.plan.Client;
import dev.callboard.plan.Client.Hook;
import dev.callboard.plan.Client.Moment;
import dev.callboard.plan.Paper;
import dev.callboard.plan.Policy;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where clients are told, and where never. */
class HookCarrierTest {

  private static final Session SESSION =
      Session.fold(
              new SessionId("hybrid-1124"),
              List.of(
                  new Recorded(
                      1,
                      Instant.parse("2026-11-24T13:58:00Z"),
                      "priya",
                      new Event.Opened(
                          SamplePlans.hybrid(), new Rooms(List.of(), List.of(), List.of()), null))))
          .orElseThrow();

  private final SettableClock clock = SettableClock.at("2026-11-24T13:58:00Z");

  private static Hook hook(String url, boolean allowPrivate) {
    return new Hook(url, "SECRET", Set.of(Moment.OPENED), allowPrivate);
  }

  private void tell(Hook hook, Map<String, String> environment) throws PlatformException {
    Hooks hooks = new Hooks(_ -> client(hook));
    new HookCarrier(hooks, key -> Optional.ofNullable(environment.get(key)), clock)
        .send(queued(hooks));
  }

  private static Optional<Client> client(Hook hook) {
    return Optional.of(
        new Client("Acme", Policy.USUAL, null, Set.of(), Paper.A4, List.of(), List.of(hook)));
  }

  private Dispatch queued(Hooks hooks) {
    Outgoing post =
        hooks
            .of(
                SESSION,
                List.of(
                    new Recorded(
                        1,
                        clock.instant(),
                        "priya",
                        new Event.Opened(SESSION.plan(), SESSION.rooms(), null))))
            .getFirst();
    return new Dispatch(1, post, null);
  }

  @Test
  void whatIsQueued_waitsWhileNothingIsKnownOfTheClient_andEndsWithItsHook() {
    Hook hook = hook("https://8.8.8.8/x", false);
    AtomicReference<Optional<Client>> file = new AtomicReference<>(client(hook));
    Hooks hooks = new Hooks(_ -> file.get());
    Dispatch queued = queued(hooks);
    HookCarrier carrier = new HookCarrier(hooks, _ -> Optional.of("s"), clock);

    file.set(Optional.empty());
    assertThatThrownBy(() -> carrier.send(queued))
        .isInstanceOfSatisfying(
            PlatformException.class, no -> assertThat(no.kind()).isEqualTo(Kind.UNAVAILABLE));
    file.set(client(hook("https://8.8.8.8/another", false)));
    assertThatThrownBy(() -> carrier.send(queued))
        .isInstanceOfSatisfying(
            PlatformException.class, no -> assertThat(no.kind()).isEqualTo(Kind.NOT_FOUND));
  }

  private void refused(Hook hook, Map<String, String> environment, Kind kind) {
    assertThatThrownBy(() -> tell(hook, environment))
        .isInstanceOfSatisfying(
            PlatformException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://10.1.2.3/x",
        "https://172.20.0.1/x",
        "https://192.168.1.1/x",
        "https://169.254.169.254/latest",
        "https://100.64.0.1/x",
        "https://0.0.0.0/x",
        "https://[::1]/x",
        "https://[fd00::1]/x",
        "https://[fe80::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[64:ff9b::7f00:1]/x",
        "https://2130706433/x"
      })
  void privateAddress_isRefused(String url) {
    assertThatThrownBy(() -> tell(hook(url, false), Map.of("SECRET", "s")))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("private address");
  }

  @Test
  void nameThatLeadsInside_isRefused() {
    refused(hook("https://localhost/x", false), Map.of("SECRET", "s"), Kind.UNAVAILABLE);
    refused(hook("https://0x7f.1/x", false), Map.of("SECRET", "s"), Kind.UNAVAILABLE);
    PublicAddresses addresses =
        new PublicAddresses(
            _ -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1")));
    assertThatThrownBy(() -> addresses.lookup("both.example"))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void publicAddress_isTaken(String address) {
    assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void withoutTls_orWithoutKey_nothingIsTold() {
    refused(hook("http://example.com/x", false), Map.of("SECRET", "s"), Kind.INVALID);
    refused(hook("https://8.8.8.8/x", false), Map.of(), Kind.UNAUTHORIZED);
    refused(hook("https://8.8.8.8/x", false), Map.of("SECRET", " "), Kind.UNAUTHORIZED);
  }

  @Test
  void answers_meanWhatTheySay() throws Exception {
    try (MockWebServer receiver = new MockWebServer()) {
      receiver.start();
      Hook hook = hook(receiver.url("/x").toString(), true);
      for (int status : new int[] {301, 400, 401, 404, 500}) {
        receiver.enqueue(
            new MockResponse.Builder().code(status).addHeader("location", "/elsewhere").build());
        refused(hook, Map.of("SECRET", "s"), Kind.UNAVAILABLE);
      }
      receiver.enqueue(new MockResponse.Builder().code(410).build());
      refused(hook, Map.of("SECRET", "s"), Kind.NOT_FOUND);
      receiver.enqueue(new MockResponse.Builder().code(429).addHeader("retry-after", "7").build());
      refused(hook, Map.of("SECRET", "s"), Kind.RATE_LIMITED);
      assertThat(receiver.getRequestCount()).isEqualTo(7);
    }
  }

  /** Connections are known again by who looks their names up. */
  @Test
  void allAddressesOutside_areToldByOneClient() {
    HookCarrier carrier =
        new HookCarrier(new Hooks(_ -> Optional.empty()), _ -> Optional.empty(), clock);

    assertThat(carrier.outside()).isSameAs(carrier.outside());
    assertThat(carrier.outside().dns()).isInstanceOf(PublicAddresses.class);
  }

  @Test
  void signature_isThatOfTheKnownVector() {
    // made with: printf '1764072000.{"a":1}' | openssl dgst -sha256 -hmac key
    assertThat(
            HookCarrier.signature(
                "key", "1764072000", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("3c2d41e790e3bd8b86650f35b648e38f4d3d8cb1f93a04db2505553a6765643d");
  }
}
