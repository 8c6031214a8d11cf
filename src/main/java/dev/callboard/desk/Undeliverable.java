package dev.callboard.desk;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;

/** The report backstage about a message that did not arrive. */
final class Undeliverable {

  /** Keys of these reports begin so; one that fails is not reported again. */
  static final String KEY = "undelivered-";

  private static final int SHOWN = 120;

  private Undeliverable() {}

  static List<Outgoing> report(Session session, Outgoing change, String sentence) {
    Message message =
        new Message(
            new Audience.Team(),
            Content.of(
                new Text(Line.empty().strong("Not delivered. ").plain(sentence)),
                new Small(Line.of(what(change)))));
    List<Outgoing> reports = new ArrayList<>();
    for (Place place : session.rooms().backstages()) {
      String key = KEY + (session.seq() + 1) + "." + reports.size();
      reports.add(new Outgoing.Post(key, new Destination.Room(place), message));
    }
    return reports;
  }

  private static String what(Outgoing change) {
    return switch (change) {
      case Outgoing.Post post -> "Post: " + shortened(post.message());
      case Outgoing.Edit edit -> "Change: " + shortened(edit.message());
      case Outgoing.Remove remove -> "A post that was to be taken back may still be there.";
    };
  }

  /** Private words stay private: of a message for one person only its being is told. */
  private static String shortened(Message message) {
    if (message.audience() instanceof Audience.One one) {
      return "a private message to " + one.who();
    }
    String text = message.content().plainText().replace('\n', ' ');
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }
}
