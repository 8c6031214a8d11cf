package dev.callboard.command.say;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Decision;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Event.Posted;
import dev.callboard.session.Post;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Saying something to the class: the same event, messages and answer for every kind of post. */
final class Posting {

  private Posting() {}

  /**
   * @param said what the caller reads, beside the buttons that take it back or change it
   */
  static Decision decide(Call call, PostKind kind, String subject, Line said) {
    Session session = call.openClass();
    int number = session.nextPost();
    Content content = new PostText(session.plan(), call.house().texts()).of(kind, subject);
    return Decision.of(new Posted(number, kind, subject))
        .saying(inClassRooms(session, number, (key, to) -> post(key, to, content)))
        .answering(Content.text(said).and(change(session, number)));
  }

  static List<Outgoing> edit(Session session, Post post, Content content) {
    return inClassRooms(
        session, post.number(), (key, to) -> new Outgoing.Edit(key, to, toLearners(content)));
  }

  static List<Outgoing> remove(Session session, Post post) {
    return inClassRooms(session, post.number(), Outgoing.Remove::new);
  }

  static Button[] change(Session session, int number) {
    return new Button[] {
      Buttons.plain(session.id(), "Undo", "undo " + number),
      Buttons.plain(session.id(), "Edit", "edit " + number)
    };
  }

  private static Outgoing post(String key, Destination to, Content content) {
    return new Outgoing.Post(key, to, toLearners(content));
  }

  private static Message toLearners(Content content) {
    return new Message(new Audience.Learners(), content);
  }

  private static List<Outgoing> inClassRooms(
      Session session, int number, BiFunction<String, Destination, Outgoing> change) {
    List<Outgoing> all = new ArrayList<>();
    List<Place> places = session.rooms().classRooms();
    for (int i = 0; i < places.size(); i++) {
      String key = "post-" + number + (i == 0 ? "" : "." + i);
      all.add(change.apply(key, new Destination.Room(places.get(i))));
    }
    return all;
  }
}
