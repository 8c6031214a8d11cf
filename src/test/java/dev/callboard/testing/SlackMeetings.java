package dev.callboard.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Meetings held elsewhere that a {@link FakeSlack} has cards for. Thread-safe. */
final class SlackMeetings {

  private final Map<String, String> open = new LinkedHashMap<>();
  private int added;

  /** A meeting from now on; answers its id. */
  synchronized String add(Map<String, String> fields) {
    String id = "R0CALL" + ++added;
    open.put(id, fields.getOrDefault("title", "") + " " + fields.getOrDefault("join_url", ""));
    return id;
  }

  /** False when it is over already, or never was. */
  synchronized boolean end(String id) {
    return open.remove(id) != null;
  }

  /** Title and address of those that go on. */
  synchronized List<String> open() {
    return List.copyOf(open.values());
  }
}
