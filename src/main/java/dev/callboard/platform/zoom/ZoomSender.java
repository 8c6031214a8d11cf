package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.zoom.ZoomPeople.Account;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries changes out. A private message goes to the chat of two, for it arrives even when the
 * person is away; where Zoom allows none, into a shared channel for their eyes alone; it has no
 * third way, and a refusal of both is told to the outbox. Thread-safe.
 */
final class ZoomSender {

  private static final Logger LOG = LoggerFactory.getLogger(ZoomSender.class);
  private static final Set<Kind> NO_CHAT = Set.of(Kind.FORBIDDEN, Kind.NOT_FOUND);

  private final ZoomClient client;
  private final ZoomPeople people;

  ZoomSender(ZoomClient client, ZoomPeople people) {
    this.client = client;
    this.people = people;
  }

  Receipt send(Dispatch dispatch) throws PlatformException {
    return switch (dispatch.change()) {
      case Outgoing.Post post -> post(post).asReceipt();
      case Outgoing.Edit edit -> edit(edit, ZoomReceipt.changeable(dispatch.post()));
      case Outgoing.Remove remove -> remove(remove, ZoomReceipt.changeable(dispatch.post()));
    };
  }

  private ZoomReceipt post(Outgoing.Post post) throws PlatformException {
    ObjectNode shown = ZoomRenderer.message(post.message().content());
    return switch (post.to()) {
      case Destination.Room room ->
          post(new ZoomMessage(room.place().tenant(), address(room.place()), null, "", shown));
      case Destination.Direct direct -> direct(direct, shown);
    };
  }

  private ZoomReceipt direct(Destination.Direct to, ObjectNode shown) throws PlatformException {
    String tenant = to.person().tenant();
    Account account = people.account(to.person());
    if (ZoomChat.shared(account.jid())) { // a plan may name a channel by mistake
      throw new PlatformException(
          Kind.NOT_FOUND, "zoom person: a channel (expected: somebody's own address)");
    }
    try {
      return post(new ZoomMessage(tenant, account.jid(), null, account.jid(), shown));
    } catch (PlatformException refused) {
      Place near = to.near();
      if (!NO_CHAT.contains(refused.kind())
          || near == null
          || account.id().isEmpty()
          || !ZoomChat.shared(near.id())
          || !near.tenant().equals(tenant)) {
        throw refused;
      }
      LOG.info("zoom: no chat of two ({}), shown to one in a channel", refused.getMessage());
      return post(new ZoomMessage(tenant, near.id(), account.id(), account.jid(), shown));
    }
  }

  private ZoomReceipt post(ZoomMessage message) throws PlatformException {
    return new ZoomReceipt(message.to(), message.onlyFor(), client.post(message));
  }

  private Receipt edit(Outgoing.Edit edit, ZoomReceipt post) throws PlatformException {
    ObjectNode shown = ZoomRenderer.message(edit.message().content());
    String behalf = behalf(edit.to(), post);
    client.edit(
        post.message(),
        new ZoomMessage(tenant(edit.to()), post.to(), post.onlyFor(), behalf, shown));
    return post.asReceipt();
  }

  private Receipt remove(Outgoing.Remove remove, ZoomReceipt post) throws PlatformException {
    client.remove(post.message(), tenant(remove.to()), behalf(remove.to(), post));
    return post.asReceipt();
  }

  /** Nothing can be posted into a meeting itself, and its number is no address. */
  private static String address(Place place) throws PlatformException {
    if (!place.id().contains("@")) {
      throw new PlatformException(
          Kind.FORBIDDEN, "zoom place: a meeting (expected: the address of a channel)");
    }
    return place.id();
  }

  /** In a chat of two the address is the reader's own. */
  private static String behalf(Destination to, ZoomReceipt post) {
    return to instanceof Destination.Direct && !ZoomChat.shared(post.to()) ? post.to() : "";
  }

  private static String tenant(Destination to) {
    return switch (to) {
      case Destination.Room room -> room.place().tenant();
      case Destination.Direct direct -> direct.person().tenant();
    };
  }
}
