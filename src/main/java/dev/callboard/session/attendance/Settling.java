package dev.callboard.session.attendance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at new facts: who was greeted and what backstage was told.
 *
 * @param greeted traits of parties that were welcomed, or sent what latecomers get
 * @param needs people whose accommodations backstage was told of
 * @param missing whether backstage was told who is missing
 * @param storm when a mass drop began that backstage was told of; null when there was none
 * @param welcomed whether a welcome was posted for all to read
 * @param again when to look once more without a new fact, for somebody who left just now may only
 *     be moving, or the post of a mass drop is to be brought up to date; null for neither
 * @param offered whether backstage was asked to start the class clock; not so in logs from before
 *     it was
 */
public record Settling(
    List<String> greeted,
    List<String> needs,
    boolean missing,
    @Nullable Instant storm,
    boolean welcomed,
    @Nullable Instant again,
    boolean offered) {

  public Settling {
    greeted = List.copyOf(greeted);
    needs = List.copyOf(needs);
  }
}
