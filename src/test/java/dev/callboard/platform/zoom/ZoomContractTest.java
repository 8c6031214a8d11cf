package dev.callboard.platform.zoom;

import dev.callboard.platform.Door;
import dev.callboard.platform.HttpPlatformContract;
import dev.callboard.platform.PlatformKit;
import dev.callboard.testing.SettableClock;
import org.jspecify.annotations.Nullable;

class ZoomContractTest extends HttpPlatformContract {

  @Override
  protected PlatformKit open(Door door, SettableClock clock) {
    return new ZoomKit(door, clock);
  }

  @Override
  protected void failNext(int status, @Nullable String retryAfter) {
    ((ZoomKit) kit).failNext(status, retryAfter);
  }
}
