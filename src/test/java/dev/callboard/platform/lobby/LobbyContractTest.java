package dev.callboard.platform.lobby;

import dev.callboard.platform.Door;
import dev.callboard.platform.PlatformContract;
import dev.callboard.platform.PlatformKit;
import dev.callboard.testing.SettableClock;

class LobbyContractTest extends PlatformContract {

  @Override
  protected PlatformKit open(Door door, SettableClock clock) {
    return new LobbyKit(door, clock);
  }
}
