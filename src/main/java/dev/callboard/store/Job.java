package dev.callboard.store;

import dev.callboard.desk.Outcome;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One thing to write: a commit, or some other work.
 *
 * @param row null for other work
 * @param resource what other work locks
 * @param work null for a commit
 */
record Job(
    @Nullable Row row, String resource, @Nullable Work work, CompletableFuture<Outcome> outcome) {

  Job(Row row) {
    this(row, "", null, new CompletableFuture<>());
  }

  Job(String resource, Work work) {
    this(null, resource, work, new CompletableFuture<>());
  }

  void failed(Throwable failure) {
    outcome.completeExceptionally(failure);
  }
}
