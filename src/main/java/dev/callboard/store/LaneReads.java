package dev.callboard.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;

/**
 * Reads what waits in the lanes of a database that one server has to itself. A thousand lanes are
 * woken in one second, and most of a short read is its beginning and its end: so one thread reads,
 * and what is asked meanwhile is read next, all in one transaction.
 */
final class LaneReads implements WaitingRows, AutoCloseable {

  private static final int GROUP = 512;

  private final BlockingQueue<Ask> queue = new LinkedBlockingQueue<>();
  private final HeldStatements held;
  private final Thread thread;
  private volatile boolean open = true;

  LaneReads(DataSource source) {
    held = new HeldStatements(source);
    thread = Thread.ofPlatform().name("store-lanes").daemon().start(this::run);
  }

  private record Ask(String lane, long id, int limit, CompletableFuture<List<WaitingRow>> answer) {}

  @Override
  public List<WaitingRow> since(String lane, long id, int limit) {
    Ask ask = new Ask(lane, id, limit, new CompletableFuture<>());
    queue.add(ask);
    if (!open) {
      stop();
    }
    try {
      return ask.answer().join();
    } catch (CompletionException exception) {
      Throwable cause = exception.getCause();
      throw StoreException.of("since", cause == null ? exception : cause);
    }
  }

  private void run() {
    List<Ask> asks = new ArrayList<>(GROUP);
    while (open) {
      try {
        asks.add(queue.take());
      } catch (InterruptedException closing) {
        break;
      }
      queue.drainTo(asks, GROUP - 1);
      together(asks);
      asks.clear();
    }
    stop();
    held.giveUp();
  }

  private void together(List<Ask> asks) {
    try {
      Statements prepared = held.get();
      List<List<WaitingRow>> answers = new ArrayList<>(asks.size());
      for (Ask ask : asks) {
        answers.add(read(prepared.of(SINCE), ask));
      }
      prepared.commit();
      for (int i = 0; i < asks.size(); i++) {
        asks.get(i).answer().complete(answers.get(i));
      }
    } catch (Throwable failure) { // even an Error must not end the thread that all lanes wait for
      held.giveUp();
      asks.forEach(ask -> ask.answer().completeExceptionally(failure));
    }
  }

  private static List<WaitingRow> read(PreparedStatement query, Ask ask) throws SQLException {
    query.setLong(1, WaitingRows.rack(ask.id()));
    query.setString(2, ask.lane());
    query.setLong(3, ask.id());
    query.setInt(4, ask.limit());
    List<WaitingRow> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        rows.add(WaitingRow.of(row));
      }
    }
    return rows;
  }

  /** Whoever asks from now on, or was not heard any more, is told so. */
  private void stop() {
    for (Ask late = queue.poll(); late != null; late = queue.poll()) {
      late.answer().completeExceptionally(new IllegalStateException("the store is closed"));
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
