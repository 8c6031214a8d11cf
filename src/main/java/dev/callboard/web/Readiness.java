package dev.callboard.web;

import java.util.Optional;

/** Tells whether requests can be served. */
@FunctionalInterface
public interface Readiness {

  /** Why requests cannot be served now, in a few words; empty when they can. */
  Optional<String> obstacle();
}
