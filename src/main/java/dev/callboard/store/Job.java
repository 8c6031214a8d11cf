package dev.callboard.store;

import dev.callboard.desk.Outcome;
import dev.callboard.store.EarlyFacts.Keep;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One thing to write: a commit, a fact to keep, or some other work.
 *
 * @param row null unless it is a commit
 * @param keep null unless it is a fact
 * @param resource what other work locks
 * @param work null unless it is other work
 */
record Job(
    @Nullable Row row,
    @Nullable Keep keep,
    String resource,
    @Nullable Work work,
    CompletableFuture<Outcome> outcome) {

  Job(Row row) {
    this(row, null, "", null, new CompletableFuture<>());
  }

  Job(Keep keep) {
    this(null, keep, "", null, new CompletableFuture<>());
  }

  Job(String resource, Work work) {
    this(null, null, resource, work, new CompletableFuture<>());
  }

  void failed(Throwable failure) {
    outcome.completeExceptionally(failure);
  }
}
