package dev.callboard.platform.teams.bf;

import com.microsoft.bot.schema.Activity;

/** A parsed activity, ready for its turn. */
public final class IncomingActivity {

  private final Activity activity;
  private final Turn turn;

  IncomingActivity(Activity activity, Turn turn) {
    this.activity = activity;
    this.turn = turn;
  }

  public Turn turn() {
    return turn;
  }

  Activity activity() {
    return activity;
  }
}
