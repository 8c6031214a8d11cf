package dev.callboard.testing;

import dev.callboard.platform.Adapter;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A platform that takes everything, or fails as it was told. Thread-safe. */
public final class FakeAdapter implements Adapter {

  private final String platform;
  private final List<Dispatch> sent = new CopyOnWriteArrayList<>();
  private final Deque<PlatformException> failures = new ArrayDeque<>();

  public FakeAdapter() {
    this("lobby");
  }

  private Rate tenant = Rate.perSecond(1_000);

  public FakeAdapter(String platform) {
    this.platform = platform;
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public String path() {
    return "/fake";
  }

  @Override
  public WebhookResponse accept(WebhookRequest request) {
    return WebhookResponse.empty(404);
  }

  @Override
  public Receipt send(Dispatch dispatch) throws PlatformException {
    synchronized (failures) {
      if (!failures.isEmpty()) {
        throw failures.pop();
      }
    }
    sent.add(dispatch);
    return new Receipt("r" + dispatch.id());
  }

  /** The next sends fail so, one after the other. */
  public void failNext(PlatformException... next) {
    synchronized (failures) {
      failures.addAll(List.of(next));
    }
  }

  /** It fails no more. */
  public void answers() {
    synchronized (failures) {
      failures.clear();
    }
  }

  public List<Dispatch> sent() {
    return List.copyOf(sent);
  }

  /** The whole tenant takes so many a second; a thousand unless told. */
  public void slowTo(int perSecond) {
    tenant = Rate.perSecond(perSecond);
  }

  @Override
  public Pace pace() {
    return new Pace(Rate.perSecond(1_000), tenant, null, Pace.Refusal.LANE);
  }

  @Override
  public void start() {}

  @Override
  public void close() {}
}
