package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.Bell;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.Site;
import dev.callboard.platform.Site.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What is new on one board: all rows at first, then those that changed. */
final class BoardFeed implements Site.Feed {

  /** Nobody reads faster, however much happens; but what is still to be read is not waited for. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final String pass;
  private final Supplier<Board.Now> board;
  private final Bell roused = new Bell();
  private final BooleanSupplier allowed;
  private final Map<String, ObjectNode> told = new HashMap<>();
  private ObjectNode own = JsonNodeFactory.instance.objectNode();
  private boolean begun;
  private int pending;
  private volatile boolean woken;
  private boolean over;

  /**
   * Makes a feed.
   *
   * @param pass what tells its reader from others
   * @param allowed whether they may still have it
   */
  BoardFeed(String pass, Supplier<Board.Now> board, BooleanSupplier allowed) {
    this.pass = pass;
    this.board = board;
    this.allowed = allowed;
  }

  @Override
  public List<News> await(Duration patience) throws InterruptedException {
    if (!allowed.getAsBoolean()) {
      over = true;
      return List.of(new News("out", null, "{}"));
    }
    long heard = roused.rings();
    long looks = Math.max(1, patience.dividedBy(LOOK));
    for (long look = 0; look < looks && !woken; look++) {
      if (begun && pending == 0) {
        roused.await(heard, LOOK);
      }
      Optional<News> news = changes(board.get());
      if (news.isPresent()) {
        return List.of(news.get());
      }
    }
    woken = false;
    return List.of(DeskFeed.STILL);
  }

  @Override
  public void wake() {
    woken = true;
    roused.ring();
  }

  /** A row that did not change is the same object, see {@link BoardRows.Row}. */
  @SuppressWarnings("ReferenceEquality")
  private Optional<News> changes(Board.Now now) {
    ObjectNode change = JsonNodeFactory.instance.objectNode().put("clock", now.at().toString());
    change.put("pending", now.pending());
    List<ObjectNode> rows = new ArrayList<>();
    Map<String, ObjectNode> left = new HashMap<>(told);
    for (ObjectNode row : now.rows()) {
      String id = row.path("id").textValue();
      if (left.remove(id) != row) {
        told.put(id, row);
        rows.add(row);
      }
    }
    RowPayload.tell(change, rows);
    ArrayNode gone = change.putArray("gone");
    left.keySet().forEach(gone::add);
    told.keySet().removeAll(left.keySet());
    boolean read = now.pending() == pending;
    pending = now.pending();
    boolean same = now.own().equals(own);
    if (begun && read && same && rows.isEmpty() && gone.isEmpty()) {
      return Optional.empty();
    }
    if (!same) {
      change.set("own", now.own());
      own = now.own();
    }
    begun = true;
    return Optional.of(new News("board", null, PageAnswers.write(change)));
  }

  @Override
  public String reader() {
    return pass;
  }

  @Override
  public boolean over() {
    return over;
  }
}
