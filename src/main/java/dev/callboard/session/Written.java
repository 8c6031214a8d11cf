package dev.callboard.session;

import dev.callboard.session.Event.Noted;
import dev.callboard.session.Event.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What people wrote in a class, to the class and for the team. Immutable. */
record Written(List<Post> posts, List<Note> notes, Issues issues) {

  static final Written NOTHING = new Written(List.of(), List.of(), Issues.NONE);

  Written {
    posts = List.copyOf(posts);
    notes = List.copyOf(notes);
  }

  /** Once this event has happened. */
  Written after(Recorded recorded) {
    return switch (recorded.event()) {
      case Posted posted -> new Written(plus(posts, post(posted, recorded)), notes, issues);
      case Event.Reworded reworded ->
          changed(reworded.post(), post -> post.reworded(reworded.text()));
      case Event.TakenBack back -> changed(back.post(), Post::withdrawn);
      case Noted noted -> new Written(posts, plus(notes, note(noted, recorded)), issues);
      default -> new Written(posts, notes, issues.after(recorded));
    };
  }

  private static Post post(Posted posted, Recorded recorded) {
    return new Post(
        posted.post(), posted.kind(), posted.subject(), recorded.by(), recorded.at(), null, false);
  }

  private static Note note(Noted noted, Recorded recorded) {
    return new Note(
        noted.reader(),
        noted.text(),
        recorded.by(),
        recorded.at(),
        noted.segment(),
        noted.behind());
  }

  private Written changed(int number, UnaryOperator<Post> change) {
    return new Written(
        posts.stream().map(post -> post.number() == number ? change.apply(post) : post).toList(),
        notes,
        issues);
  }

  /** Quicker than a stream, for it is on the way of every post. */
  private static <T> List<T> plus(List<T> list, T last) {
    List<T> more = new ArrayList<>(list.size() + 1);
    more.addAll(list);
    more.add(last);
    return more;
  }
}
