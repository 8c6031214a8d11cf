package dev.callboard.chat;

import org.jspecify.annotations.Nullable;

/** Where a message goes. */
public sealed interface Destination {

  /** The platform of clients' own addresses, which are told of their classes. */
  String WEBHOOK = "webhook";

  /** The platform that must carry it. */
  String platform();

  /**
   * The queue it stands in: messages of one lane arrive in the order they were committed, lanes do
   * not wait for each other.
   */
  String lane();

  /** A conversation that several people read. */
  record Room(Place place) implements Destination {
    @Override
    public String platform() {
      return place.platform();
    }

    @Override
    public String lane() {
      return place.toString();
    }
  }

  /**
   * One person, by whichever private route works; never by a public one.
   *
   * @param near a conversation both share, where the platform may show something to them alone;
   *     null when there is none
   */
  record Direct(Person person, @Nullable Place near) implements Destination {
    @Override
    public String platform() {
      return person.platform();
    }

    @Override
    public String lane() {
      return person.platform() + "/" + person.tenant() + "/@" + person.handle();
    }
  }
}
