package dev.callboard.platform.teams;

import dev.callboard.platform.Door;
import dev.callboard.platform.PlatformContract;
import dev.callboard.platform.PlatformKit;
import dev.callboard.testing.SettableClock;

class TeamsContractTest extends PlatformContract {

  @Override
  protected PlatformKit open(Door door, SettableClock clock) {
    return new TeamsKit(door, clock);
  }
}
