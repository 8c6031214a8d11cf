package dev.callboard.web;

import java.time.Duration;

/**
 * How much one peer may ask of the server.
 *
 * @param connections open at once
 * @param body for sending a whole body
 * @param readers of streams at once
 * @param streams that one reader may have open at once; when there are more, the oldest are closed
 * @param crowd of one reader's streams, with those that are still being closed
 * @param heartbeat between signs of life on a stream where nothing happens
 * @param write for taking what a stream sends
 */
record Limits(
    int connections,
    Duration body,
    int readers,
    int streams,
    int crowd,
    Duration heartbeat,
    Duration write) {

  static final Limits USUAL =
      new Limits(
          20_000,
          Duration.ofSeconds(10),
          5_000,
          20,
          80,
          Duration.ofSeconds(15),
          Duration.ofSeconds(20));
}
