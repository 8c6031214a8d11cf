package dev.callboard.platform.teams;

import dev.callboard.platform.Door;
import dev.callboard.platform.HttpPlatformContract;
import dev.callboard.platform.PlatformKit;
import dev.callboard.testing.SettableClock;
import org.jspecify.annotations.Nullable;

class TeamsContractTest extends HttpPlatformContract {

  @Override
  protected PlatformKit open(Door door, SettableClock clock) {
    return new TeamsKit(door, clock);
  }

  @Override
  protected void failNext(int status, @Nullable String retryAfter) {
    ((TeamsKit) kit).failNext(status, retryAfter);
  }
}
