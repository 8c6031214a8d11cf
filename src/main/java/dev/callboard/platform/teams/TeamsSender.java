package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.teams.TeamsClient.Eyes;
import dev.callboard.platform.teams.TeamsClient.Spot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries changes out. A private message is shown inside the shared chat to that person alone where
 * Teams surely does that, else in their own chat with the bot; it has no third way, and a refusal
 * of both is told to the outbox. Thread-safe.
 */
final class TeamsSender {

  private final TeamsClient client;
  private final TeamsRoutes routes;
  private final boolean targeted;

  TeamsSender(TeamsClient client, TeamsRoutes routes, boolean targeted) {
    this.client = client;
    this.routes = routes;
    this.targeted = targeted;
  }

  Receipt send(Dispatch dispatch) throws PlatformException {
    return switch (dispatch.change()) {
      case Outgoing.Post post -> post(post).asReceipt();
      case Outgoing.Edit edit -> edit(edit, sent(dispatch));
      case Outgoing.Remove remove -> remove(remove, sent(dispatch));
    };
  }

  /** Says something to one person, by whichever private way works. */
  TeamsReceipt tell(Person person, @Nullable Place near, ObjectNode activity)
      throws PlatformException {
    Optional<TeamsReceipt> beside = beside(person, near, activity);
    return beside.isPresent() ? beside.get() : inChat(person, activity);
  }

  private TeamsReceipt post(Outgoing.Post post) throws PlatformException {
    Content content = post.message().content();
    return switch (post.to()) {
      case Destination.Room room -> {
        String conversation = room.place().id();
        Spot spot = spot(conversation, room.place().tenant(), Eyes.ALL);
        ObjectNode activity = TeamsRenderer.message(content, Eyes.ALL);
        yield new TeamsReceipt(Eyes.ALL, conversation, client.post(spot, from(spot, activity)));
      }
      case Destination.Direct direct ->
          tell(direct.person(), direct.near(), TeamsRenderer.message(content, Eyes.ONE));
    };
  }

  private Receipt edit(Outgoing.Edit edit, TeamsReceipt post) throws PlatformException {
    Eyes eyes = edit.to() instanceof Destination.Direct ? Eyes.ONE : Eyes.ALL;
    Spot spot = spot(post.conversation(), tenant(edit.to()), post.eyes());
    ObjectNode activity = TeamsRenderer.message(edit.message().content(), eyes);
    client.edit(spot, post.activity(), from(spot, activity).put("id", post.activity()));
    return post.asReceipt();
  }

  private Receipt remove(Outgoing.Remove remove, TeamsReceipt post) throws PlatformException {
    try {
      client.remove(spot(post.conversation(), tenant(remove.to()), post.eyes()), post.activity());
    } catch (PlatformException failure) {
      if (failure.kind() != PlatformException.Kind.NOT_FOUND) { // gone is as good as removed
        throw failure;
      }
    }
    return post.asReceipt();
  }

  /** Inside the shared chat; empty when that cannot be, and nothing was shown to anybody. */
  private Optional<TeamsReceipt> beside(Person person, @Nullable Place near, ObjectNode activity)
      throws PlatformException {
    if (!targeted
        || near == null
        || !near.tenant().equals(person.tenant())
        || !shared(near.id())
        || !routes.whispersIn(near.id())) {
      return Optional.empty();
    }
    Spot spot = spot(near.id(), near.tenant(), Eyes.ONE);
    ObjectNode addressed = from(spot, activity.deepCopy());
    addressed.putObject("recipient").put("id", person.id()).put("name", person.name());
    try {
      return Optional.of(new TeamsReceipt(Eyes.ONE, near.id(), client.post(spot, addressed)));
    } catch (PlatformException refused) {
      return switch (refused.kind()) {
        case FORBIDDEN, NOT_FOUND, INVALID -> Optional.empty();
        default -> throw refused;
      };
    }
  }

  private TeamsReceipt inChat(Person person, ObjectNode activity) throws PlatformException {
    Optional<String> known = routes.chat(person);
    if (known.isPresent()) {
      try {
        return postInChat(person, known.get(), activity);
      } catch (PlatformException gone) {
        if (gone.kind() != Kind.NOT_FOUND) {
          throw gone;
        }
        routes.forgetChat(person);
      }
    }
    TeamsRoutes.Route route = routes.to("", person.tenant());
    String chat = client.open(route, person.id(), person.tenant());
    routes.chat(person, chat);
    return postInChat(person, chat, activity);
  }

  private TeamsReceipt postInChat(Person person, String chat, ObjectNode activity)
      throws PlatformException {
    Spot spot = spot(chat, person.tenant(), Eyes.ALL);
    return new TeamsReceipt(Eyes.ALL, chat, client.post(spot, from(spot, activity.deepCopy())));
  }

  private Spot spot(String conversation, String tenant, Eyes eyes) {
    return new Spot(routes.to(conversation, tenant), conversation, eyes);
  }

  private static ObjectNode from(Spot spot, ObjectNode activity) {
    activity.putObject("from").put("id", spot.route().bot());
    activity.putObject("conversation").put("id", spot.conversation());
    return activity;
  }

  private static TeamsReceipt sent(Dispatch dispatch) throws PlatformException {
    Receipt post = dispatch.post();
    if (post == null) {
      throw new PlatformException(
          Kind.NOT_FOUND, "post: no receipt (expected: sent before it is changed)");
    }
    return TeamsReceipt.of(post);
  }

  private static String tenant(Destination to) {
    return switch (to) {
      case Destination.Room room -> room.place().tenant();
      case Destination.Direct direct -> direct.person().tenant();
    };
  }

  /** Group chats, meeting chats and channels have ids of this kind; chats of two never do. */
  private static boolean shared(String conversation) {
    return conversation.startsWith("19:");
  }
}
