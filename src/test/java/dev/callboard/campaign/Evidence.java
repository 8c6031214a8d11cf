package dev.callboard.campaign;

import dev.callboard.outbox.DeadLetter;
import dev.callboard.outbox.Shelf;
import dev.callboard.session.Event;
import dev.callboard.session.Post;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.store.Store;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.SlackCall;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is left of a campaign: what people were told, what the disk holds, what Slack was sent. */
final class Evidence {

  private final List<ScriptedClass> classes;
  private final FakeSlack slack;
  private final List<SlackCall> calls;
  private final String databaseUrl;
  private final List<String> faults = new ArrayList<>();
  private int acknowledged;
  private int unanswered;
  private int committedAllTheSame;
  private int posts;
  private int doubled;
  private int changed;
  private int tooLate;
  private int sentAllTheSame;

  Evidence(List<ScriptedClass> classes, FakeSlack slack, String databaseUrl) {
    this.classes = classes;
    this.slack = slack;
    this.calls = slack.calls();
    this.databaseUrl = databaseUrl;
  }

  /**
   * @param faults everything that must not be, in words; empty when nothing was lost or doubled
   * @param changed posts that were edited or taken back after they had been sent
   * @param doubled posts that came twice because of a crash between send and record
   * @param tooLate posts that were held back and told of, for the next class had the room by then
   * @param sentAllTheSame those of them that a life had sent when it was killed
   */
  record Finding(
      List<String> faults,
      int acknowledged,
      int unanswered,
      int committedAllTheSame,
      int posts,
      int changed,
      int doubled,
      int tooLate,
      int sentAllTheSame) {

    String figures(int kills) {
      return kills
          + " kills, "
          + acknowledged
          + " acknowledged commands, "
          + posts
          + " posts, "
          + changed
          + " of them edited or taken back after they were sent, "
          + doubled
          + " doubled by a crash between send and record, "
          + tooLate
          + " too late for the room ("
          + sentAllTheSame
          + " sent all the same by a life that could not note it), "
          + committedAllTheSame
          + " of "
          + unanswered
          + " unanswered commands nevertheless committed";
    }
  }

  Finding examine() {
    try (Store store = Store.open(databaseUrl)) {
      for (ScriptedClass played : classes) {
        examine(played, store);
      }
      if (store.shelf().depth() > 0) {
        faults.add(store.shelf().depth() + " messages still wait");
      }
    }
    return new Finding(
        List.copyOf(faults),
        acknowledged,
        unanswered,
        committedAllTheSame,
        posts,
        changed,
        doubled,
        tooLate,
        sentAllTheSame);
  }

  private void examine(ScriptedClass played, Store store) {
    List<Event> log = new ArrayList<>();
    List<Post> said = new ArrayList<>();
    Set<Post> late = new HashSet<>();
    for (SessionId id : played.sessions()) {
      List<Recorded> recorded = store.ledger().read(id, 0);
      Set<String> tooLate =
          tooLate(played, id, store.shelf(), recorded.stream().map(Recorded::event).toList());
      recorded.stream()
          .filter(one -> !one.by().equals(Recorded.CALLBOARD)) // a class near its hour has prompts
          .map(Recorded::event)
          .filter(event -> !(event instanceof Event.Recognised))
          .forEach(log::add);
      Session.fold(id, recorded).stream()
          .flatMap(session -> session.posts().stream())
          .forEach(post -> {
            said.add(post);
            if (tooLate.contains("post-" + post.number())) {
              late.add(post);
            }
          });
    }
    int answered = (int) played.attempts().stream().filter(Attempt::acknowledged).count();
    acknowledged += answered;
    unanswered += played.attempts().size() - answered;
    committedAllTheSame += log.size() - answered;
    posts += said.size() - late.size();
    compare(played, log);
    deliver(played, said, late);
  }

  /**
   * The keys of posts that came too late: the next class was given the room meanwhile, and what was
   * for the learners of one must not be read by those of another. The class must have been told.
   * Nothing else is given up, for this Slack takes everything.
   */
  private Set<String> tooLate(ScriptedClass played, SessionId id, Shelf shelf, List<Event> log) {
    Set<String> keys = new HashSet<>();
    for (DeadLetter dead : shelf.dead(id, 100)) {
      String key = dead.entry().change().key();
      boolean taken = dead.death().reason().endsWith("a room that belongs to no class)");
      boolean told =
          log.stream().anyMatch(e -> e instanceof Event.Undelivered lost && lost.key().equals(key));
      if (taken && told && !id.equals(List.copyOf(played.sessions()).getLast())) {
        keys.add(key);
      } else {
        faults.add(played.plan() + ": given up: " + dead.entry() + ", " + dead.death().reason());
      }
    }
    tooLate += keys.size();
    return keys;
  }

  /**
   * The log must be the attempts in their order: each acknowledged one exactly once, each
   * unanswered one at most once, and nothing else. Several ways to assign them are followed at
   * once.
   */
  private void compare(ScriptedClass played, List<Event> log) {
    boolean[] reached = new boolean[log.size() + 1];
    reached[0] = true;
    for (Attempt attempt : played.attempts()) {
      boolean[] next = new boolean[reached.length];
      boolean possible = false;
      for (int i = 0; i < reached.length; i++) {
        if (reached[i] && !attempt.acknowledged()) {
          next[i] = true;
        }
        if (reached[i] && i < log.size() && attempt.event().test(log.get(i))) {
          next[i + 1] = true;
        }
      }
      for (boolean one : next) {
        possible |= one;
      }
      if (!possible) {
        faults.add(played.plan() + ": the log does not hold as told: " + attempt.line());
        return;
      }
      reached = next;
    }
    if (!reached[log.size()]) {
      faults.add(played.plan() + ": the log holds what nobody typed, or something twice");
    }
  }

  /**
   * The channel must have got the posts of the log in their order, but perhaps not those that were
   * taken back before they left; what was taken back or edited afterwards must show it. One that
   * came again must have been the last thing its life said there and the first of a later life. One
   * that came too late may have come before it, as the last thing of a life that could not note it.
   */
  private void deliver(ScriptedClass played, List<Post> said, Set<Post> late) {
    List<SlackCall> there =
        calls.stream().filter(call -> call.field("channel").equals(played.classRoom())).toList();
    Traces traces = new Traces(there, slack.shows(played.classRoom()));
    int at = 0;
    for (Post post : said) {
      while (at < there.size() && !there.get(at).method().equals("chat.postMessage")) {
        at++;
      }
      if (at == there.size() || !shows(there.get(at), post)) {
        if (post.takenBack() || late.contains(post)) {
          continue;
        }
        faults.add(
            "%s: missing or out of order: %s; there instead: %s; of it the outbox says %s"
                .formatted(
                    played.plan(),
                    post,
                    at == there.size() ? "nothing" : there.get(at),
                    outbox(played, "post-" + post.number())));
        return;
      }
      int first = at;
      for (at++; at < there.size() && again(there, at, post); at++) {
        doubled++;
        if (there.get(at).token().equals(there.get(at - 1).token())) {
          faults.add(played.plan() + ": said twice in one life: " + post);
        }
      }
      if (late.contains(post)) {
        sentAllTheSame++;
        if (!traces.lastOfItsLife(at - 1)) {
          faults.add(played.plan() + ": sent, noted, and yet given up: " + post);
        }
        continue;
      }
      changed += post.takenBack() || post.rewording() != null ? 1 : 0;
      traces.faults(post, first, at).forEach(fault -> faults.add(played.plan() + ": " + fault));
    }
    if (there.stream().skip(at).anyMatch(call -> call.method().equals("chat.postMessage"))) {
      faults.add(played.plan() + ": said without being in the log");
    }
  }

  /** What became of messages with this key, in all classes of the plan: newest last. */
  private List<String> outbox(ScriptedClass played, String key) {
    List<String> rows = new ArrayList<>();
    String query =
        "select session || ': state ' || state || ', tries ' || attempts || ', settled '"
            + " || coalesce(settled, '-') || ', ' || coalesce(reason, '-') || ', ' || body"
            + " from outbox where post = ? and session like ? order by id";
    try (Connection connection = DriverManager.getConnection(databaseUrl);
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, key);
      statement.setString(2, played.plan() + "-%");
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
    } catch (SQLException unread) {
      rows.add(unread.toString());
    }
    return rows;
  }

  private static boolean again(List<SlackCall> there, int at, Post post) {
    SlackCall call = there.get(at);
    return call.method().equals("chat.postMessage") && shows(call, post);
  }

  private static boolean shows(SlackCall call, Post post) {
    return Traces.holds(call.field("blocks"), Traces.words(post));
  }
}
