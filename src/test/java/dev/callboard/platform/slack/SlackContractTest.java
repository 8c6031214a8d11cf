package dev.callboard.platform.slack;

import dev.callboard.platform.Door;
import dev.callboard.platform.HttpPlatformContract;
import dev.callboard.platform.PlatformKit;
import dev.callboard.testing.SettableClock;
import org.jspecify.annotations.Nullable;

class SlackContractTest extends HttpPlatformContract {

  @Override
  protected PlatformKit open(Door door, SettableClock clock) {
    return new SlackKit(door, clock);
  }

  @Override
  protected void failNext(int status, @Nullable String retryAfter) {
    ((SlackKit) kit).failNext(status, retryAfter);
  }
}
