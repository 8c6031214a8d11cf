package dev.callboard.web;

import dev.callboard.platform.Site;

/** A page that listens: what it is told, and whether it is to make room. Thread-safe. */
final class Listener {

  private final Site.Feed feed;
  private volatile boolean sentAway;

  Listener(Site.Feed feed) {
    this.feed = feed;
  }

  /** To be used by the thread that tells it, alone. */
  Site.Feed feed() {
    return feed;
  }

  String reader() {
    return feed.reader();
  }

  /** Has a sign of life written to it soon, which is how one whose browser left is noticed. */
  void probe() {
    feed.wake();
  }

  /** Has it told that it is to make room, and closed. */
  void sendAway() {
    sentAway = true;
    feed.wake();
  }

  boolean isSentAway() {
    return sentAway;
  }
}
