package dev.callboard.report.deeds;

import dev.callboard.report.deeds.Deed.Kind;
import dev.callboard.report.model.Words;
import dev.callboard.session.Event;
import dev.callboard.session.Item;
import dev.callboard.session.Order;
import dev.callboard.session.Recorded;
import dev.callboard.session.Run;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the class clock did. */
record ClockWords(Scene scene) {

  Sentence of() {
    Run run = scene.then().run();
    return switch (scene.recorded().event()) {
      case Event.Opened opened -> words(null, opened(opened));
      case Event.Started _ -> words(null, started(run));
      case Event.Entered entered -> words(entered.segment(), entered(entered.segment()));
      case Event.Ended _ -> words(null, ended(run));
      case Event.Extended extended ->
          words(extended.segment(), extended(extended.segment(), extended.by()));
      case Event.Skipped skipped -> words(skipped.segment(), skipped(skipped.segment()));
      case Event.Restored restored ->
          words(restored.segment(), " put " + title(restored.segment()) + " back into the class");
      case Event.Paused _ -> words(null, " stopped the clock");
      case Event.Resumed _ -> words(null, resumed());
      case Event.Moved moved ->
          words(
              moved.segment(), " moved " + title(moved.segment()) + " to " + place(moved.after()));
      case Event.Inserted inserted ->
          words(
              inserted.segment(),
              " put in "
                  + title(inserted.segment())
                  + ", "
                  + Words.exactly(inserted.planned())
                  + ", at "
                  + place(inserted.after()));
      case Event.Led led ->
          words(
              led.segment(),
              " gave the lead of "
                  + title(led.segment())
                  + " to "
                  + scene.cast().person(led.person()));
      default -> throw EventWords.unknown(scene.recorded().event());
    };
  }

  private Sentence words(@Nullable String segment, String rest) {
    return new Sentence(Kind.CLOCK, segment, scene.who() + rest);
  }

  private String title(String segment) {
    return scene.title(segment);
  }

  private String opened(Event.Opened opened) {
    Instant start = opened.plannedStart();
    return " opened "
        + Words.quoted(opened.plan().title())
        + (start == null ? ", to start whenever somebody says so" : ", for " + scene.clock(start));
  }

  private String started(Run run) {
    Instant planned = run.plannedStart();
    Duration late = planned == null ? Duration.ZERO : Duration.between(planned, scene.at());
    boolean near = late.abs().toSeconds() < 30;
    return " started the class"
        + run.current().map(item -> " with " + item.segment().title()).orElse("")
        + (near ? "" : ", " + Words.punctual(late));
  }

  private String entered(String segment) {
    Order order = scene.then().run().order();
    boolean back =
        scene
            .before()
            .run()
            .current()
            .filter(left -> order.position(segment) < order.position(left.key()))
            .isPresent();
    boolean itself = scene.recorded().by().equals(Recorded.CALLBOARD);
    return (back ? " went back to " : " went on to ")
        + title(segment)
        + (itself ? " by itself" : "");
  }

  private String ended(Run run) {
    Instant started = run.startedAt();
    return started == null
        ? " closed the class, which never started"
        : " ended the class after " + Words.rounded(Duration.between(started, scene.at()));
  }

  private String extended(String segment, Duration by) {
    return by.isNegative()
        ? " took " + Words.exactly(by) + " from " + title(segment)
        : " gave " + title(segment) + " " + Words.exactly(by) + " more";
  }

  private String skipped(String segment) {
    boolean running =
        scene.before().run().current().map(Item::key).filter(segment::equals).isPresent();
    return running ? " left out the rest of " + title(segment) : " left out " + title(segment);
  }

  private String resumed() {
    Instant since = scene.before().run().pausedAt();
    return " let the clock run again"
        + (since == null ? "" : " after " + Words.rounded(Duration.between(since, scene.at())));
  }

  private String place(@Nullable String after) {
    return after == null ? "the beginning" : "its place after " + title(after);
  }
}
