package dev.callboard.command;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;

/** What the team reads, in each backstage of a class. */
public final class Backstage {

  private Backstage() {}

  /**
   * Says something in all of them, or changes what was said.
   *
   * @param key names the message within the class, for later edits
   * @param edit whether it stands there already
   */
  public static List<Outgoing> say(Session session, String key, Content content, boolean edit) {
    Message message = new Message(new Audience.Team(), content);
    List<Outgoing> all = new ArrayList<>();
    List<Place> places = session.rooms().backstages();
    for (int i = 0; i < places.size(); i++) {
      String own = i == 0 ? key : key + "." + i;
      Destination to = new Destination.Room(places.get(i));
      all.add(edit ? new Outgoing.Edit(own, to, message) : new Outgoing.Post(own, to, message));
    }
    return all;
  }
}
