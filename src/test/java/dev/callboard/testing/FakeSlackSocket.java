package dev.callboard.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * The far end of Socket Mode on loopback: says hello, hands envelopes to whoever is connected, and
 * remembers what comes back. Give its address to {@link FakeSlack#socketUrl}. Thread-safe.
 */
public final class FakeSlackSocket implements AutoCloseable {

  private final CountDownLatch ready = new CountDownLatch(1);
  private final List<JsonObject> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final Server server = new Server();

  private FakeSlackSocket() {}

  /** Starts on a free port. */
  public static FakeSlackSocket start() throws InterruptedException {
    FakeSlackSocket socket = new FakeSlackSocket();
    socket.server.start();
    if (!socket.ready.await(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("web socket server: not up after 20 s");
    }
    return socket;
  }

  public String url() {
    return "ws://127.0.0.1:" + server.getPort() + "/";
  }

  /** How many apps are connected. */
  public int connections() {
    return server.getConnections().size();
  }

  /** How many connections there ever were. */
  public int opened() {
    return opened.get();
  }

  /**
   * Hands over an envelope.
   *
   * @param type {@code slash_commands}, {@code interactive} or {@code events_api}
   */
  public void send(String id, String type, JsonElement payload) {
    JsonObject envelope = new JsonObject();
    envelope.addProperty("envelope_id", id);
    envelope.addProperty("type", type);
    envelope.addProperty("accepts_response_payload", !type.equals("events_api"));
    envelope.add("payload", payload);
    server.broadcast(envelope.toString());
  }

  /** Any text at all. */
  public void send(String text) {
    server.broadcast(text);
  }

  /** Answers to envelopes so far. */
  public List<JsonObject> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    try {
      server.stop(1_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Server extends WebSocketServer {

    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      setReuseAddr(true);
      setDaemon(true);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      opened.incrementAndGet();
      connection.send("{\"type\":\"hello\",\"num_connections\":1}");
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onMessage(WebSocket connection, String message) {
      received.add(JsonParser.parseString(message).getAsJsonObject());
    }

    @Override
    public void onError(WebSocket connection, Exception exception) {}

    @Override
    public void onStart() {
      ready.countDown();
    }
  }
}
