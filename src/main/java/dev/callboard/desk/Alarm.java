package dev.callboard.desk;

import java.time.Instant;

/** When the clock must look at a class next. Decided with every commit, and kept with it. */
public sealed interface Alarm {

  /** As it was set before. */
  record Keep() implements Alarm {}

  /** Then, and not before. */
  record At(Instant due) implements Alarm {}

  /** Not until something happens. */
  record Off() implements Alarm {}
}
