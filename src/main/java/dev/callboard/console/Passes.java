package dev.callboard.console;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in, on disk, for all servers. A pass is kept under the hash of what the browser
 * shows, so that nobody who reads the database can sign in with it.
 */
public interface Passes {

  /** The key that links are sealed with: 32 bytes, made once and the same ever after. */
  byte[] key();

  /**
   * Uses a link up and keeps the pass that it gives, both or neither.
   *
   * @param link what tells the link from others
   * @param forget when the link would have ended anyway
   * @return false when the link was used before
   */
  boolean admit(String link, Instant forget, String hash, Pass pass);

  /** Whether a link was used before. */
  boolean used(String link);

  /** The pass under a hash, which may have ended; empty when there is none. */
  Optional<Pass> find(String hash);

  /** Ends one pass. */
  void end(String hash);

  /** Forgets what ended before then. */
  void sweep(Instant before);
}
