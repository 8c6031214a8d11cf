package dev.callboard.platform.slack;

import dev.callboard.platform.Door;
import dev.callboard.platform.PlatformContract;
import dev.callboard.platform.PlatformKit;
import dev.callboard.testing.SettableClock;

class SlackContractTest extends PlatformContract {

  @Override
  protected PlatformKit open(Door door, SettableClock clock) {
    return new SlackKit(door, clock);
  }
}
