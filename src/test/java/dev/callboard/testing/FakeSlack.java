package dev.callboard.testing;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callboard.platform.Secret;
import dev.callboard.platform.slack.SlackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Slack of one's own on loopback: the Web API methods that Callboard calls, response URLs,
 * uploads, cards of meetings, and people who look at channels. It signs requests as Slack does,
 * remembers every call, and fails where it is told to. Thread-safe.
 *
 * <pre>{@code
 * try (FakeSlack slack = FakeSlack.start(clock)) {
 *   SlackAdapter adapter =
 *       new SlackAdapter(slack.settings(), vocabulary, door, NoMeetings.AROUND, clock);
 *   adapter.accept(slack.requests().slash("/class", "page 12"));
 *   assertThat(slack.shows("C05")).hasSize(1);
 * }
 * }</pre>
 *
 * The workspace is T01, Callboard's account U0BOT. Fay (U07) is there, and the channel C05.
 */
public final class FakeSlack implements AutoCloseable {

  public static final String TEAM = "T01";
  public static final String BOT = "U0BOT";
  public static final String FAY = "U07";
  public static final String CLASS_ROOM = "C05";

  /** For faults: {@code chat.postMessage} to a person, not to a channel. */
  public static final String DIRECT = "chat.postMessage to a person";

  static final Secret SIGNING_SECRET = new Secret("8f742231b10e8888abcd99yyyzzz85a5");
  private static final Secret BOT_TOKEN = new Secret("xoxb-fake-bot");
  private static final Secret APP_TOKEN = new Secret("xapp-fake-app");

  private final HttpServer server;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch released = new CountDownLatch(1);
  private final SlackWorkspace workspace = new SlackWorkspace();
  private final SlackRequests requests;
  private final List<SlackCall> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<SlackFault>> once = new ConcurrentHashMap<>();
  private final Map<String, SlackFault> always = new ConcurrentHashMap<>();
  private volatile String socketUrl = "ws://127.0.0.1:9/";
  private volatile @Nullable String uploadUrl;
  private volatile Duration latency = Duration.ZERO;

  private FakeSlack(HttpServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    this.requests = new SlackRequests(clock, this::responseUrl);
    workspace.person(FAY, "Fay", "fay@example.com", TEAM);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Starts on a free port. */
  public static FakeSlack start(InstantSource clock) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new FakeSlack(HttpServer.create(any, 0), clock);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  /** Settings for requests over HTTP. */
  public SlackSettings settings() {
    return new SlackSettings(SIGNING_SECRET, BOT_TOKEN, null, apiUrl());
  }

  /** Settings for Socket Mode alone. */
  public SlackSettings socketSettings() {
    return new SlackSettings(null, BOT_TOKEN, APP_TOKEN, apiUrl());
  }

  /** Requests as Slack would send them to the app. */
  public SlackRequests requests() {
    return requests;
  }

  /** The next call of the method fails so; several wait in line. */
  public void failNext(String method, SlackFault fault) {
    once.computeIfAbsent(method, _ -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  /** Failures that did not come to pass will not. */
  public void forgetFaults() {
    once.clear();
  }

  public void failAlways(String method, SlackFault fault) {
    always.put(method, fault);
  }

  /** Slow calls are carried out and answered now. */
  public void release() {
    released.countDown();
  }

  /** From now on it answers so long after it has carried out a call. */
  public void latency(Duration time) {
    latency = time;
  }

  /** Somebody else in the directory. */
  public void person(String id, String name, @Nullable String email, String team) {
    workspace.person(id, name, email, team);
  }

  /** Where {@code apps.connections.open} sends the app. */
  public void socketUrl(String url) {
    socketUrl = url;
  }

  /** Where files are to be put from now on, with a slash at its end. */
  public void uploadUrl(String url) {
    uploadUrl = url;
  }

  /** Meetings whose cards say that they go on, by title and address. */
  public List<String> openMeetings() {
    return workspace.meetings().open();
  }

  /** Whom these cards show: accounts with an at sign, others by name. */
  public List<String> meetingPeople() {
    return workspace.meetings().people();
  }

  /** From now on this person's profile says so of huddles. */
  public void huddle(String id, String state, String call, long until) {
    workspace.huddle(id, state, call, until);
  }

  public List<SlackCall> calls() {
    return List.copyOf(calls);
  }

  public List<SlackCall> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  /** What everybody in the channel sees now, oldest first, as JSON. */
  public List<String> shows(String channel) {
    return workspace.inChannel(channel);
  }

  /** What this person alone sees now: their direct chat with the app and ephemeral messages. */
  public List<String> showsOnlyTo(String user) {
    return workspace.onlyTo(user);
  }

  /** The Home tab as last published for this person. */
  public Optional<JsonObject> home(String user) {
    return workspace.home(user);
  }

  /** Views opened, pushed or updated, in order. */
  public List<JsonObject> views() {
    return workspace.views();
  }

  /** A response_url for this person in this channel; five answers, as with Slack. */
  public String responseUrl(String channel, String user, @Nullable String original) {
    return apiUrl().resolve(workspace.way(channel, user, original)).toString();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    String body = new String(bytes, StandardCharsets.UTF_8);
    boolean api = path.startsWith("/api/");
    String elsewhere = path.startsWith("/upload/") ? "upload" : "response_url";
    String method = api ? path.substring("/api/".length()) : elsewhere;
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    String token = bearer == null ? "" : bearer.replace("Bearer ", "");
    Map<String, String> fields = api ? form(body) : Map.of("json", body, "path", path);
    calls.add(new SlackCall(clock.instant(), method, token, fields));
    boolean direct = method.equals("chat.postMessage") && isPerson(fields.get("channel"));
    SlackFault fault = direct ? fault(DIRECT) : null;
    fault = fault == null ? fault(method) : fault;
    if (fault == null) {
      Answer answer =
          method.equals("upload") ? upload(path, bytes) : carriedOut(method, path, body);
      hold(latency);
      answer(exchange, answer);
    } else {
      misbehave(exchange, fault, () -> carriedOut(method, path, body));
    }
  }

  static boolean isPerson(@Nullable String channel) {
    return channel != null && channel.matches("[UW].*");
  }

  private record Answer(int status, String body) {}

  private Answer upload(String path, byte[] bytes) {
    return workspace.files().put(path.replace("/upload/", ""), bytes)
        ? new Answer(200, "OK")
        : new Answer(404, "no such file");
  }

  private Answer carriedOut(String method, String path, String body) {
    if (!method.equals("response_url")) {
      String uploads = uploadUrl == null ? apiUrl().resolve("/upload/").toString() : uploadUrl;
      var addresses = new SlackMethods.Addresses(socketUrl, uploads);
      return new Answer(200, new SlackMethods(workspace, addresses).call(method, form(body)));
    }
    return workspace.answer(path, body)
        ? new Answer(200, "ok")
        : new Answer(404, "{\"ok\":false,\"error\":\"used_url\"}");
  }

  private @Nullable SlackFault fault(String method) {
    Queue<SlackFault> waiting = once.get(method);
    SlackFault next = waiting == null ? null : waiting.poll();
    return next == null ? always.get(method) : next;
  }

  private void misbehave(HttpExchange exchange, SlackFault fault, Supplier<Answer> call)
      throws IOException {
    switch (fault.manner()) {
      case ANSWER -> {}
      case ANSWER_AFTERWARDS -> {
        var _ = call.get();
      }
      case CUT -> {
        var _ = call.get();
        exchange.close();
        return;
      }
      case SLOW -> {
        hold(Duration.ofMinutes(1));
        answer(exchange, call.get());
        return;
      }
    }
    fault.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    answer(exchange, new Answer(fault.status(), fault.body()));
  }

  /** Waits, but no longer than until the release or the end. */
  private void hold(Duration time) {
    try {
      var _ = released.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }
}
