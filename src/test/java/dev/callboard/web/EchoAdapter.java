package dev.callboard.web;

import dev.callboard.platform.Adapter;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Pace;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Takes every webhook and keeps it. Thread-safe. */
final class EchoAdapter implements Adapter {

  private final List<WebhookRequest> received = new CopyOnWriteArrayList<>();
  private volatile Supplier<WebhookResponse> answer = () -> WebhookResponse.text(200, "heard");

  void answer(Supplier<WebhookResponse> next) {
    answer = next;
  }

  List<WebhookRequest> received() {
    return List.copyOf(received);
  }

  WebhookRequest last() {
    return received.getLast();
  }

  @Override
  public String platform() {
    return "echo";
  }

  @Override
  public String path() {
    return "/echo";
  }

  @Override
  public WebhookResponse accept(WebhookRequest request) {
    received.add(request);
    return answer.get();
  }

  @Override
  public Receipt send(Dispatch dispatch) {
    return new Receipt("");
  }

  @Override
  public Pace pace() {
    return new Pace(Rate.perSecond(1), Rate.perSecond(1), null, Pace.Refusal.LANE);
  }

  @Override
  public void start() {}

  @Override
  public void close() {}
}
