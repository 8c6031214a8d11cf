package dev.callboard.platform.slack;

import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing.Edit;
import dev.callboard.chat.Outgoing.Post;
import dev.callboard.chat.Outgoing.Remove;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Receipt;

/** Carries out one entry of the outbox. Thread-safe. */
final class SlackSender {

  private final SlackClient client;
  private final SlackDirects directs;

  SlackSender(SlackClient client, SlackDirects directs) {
    this.client = client;
    this.directs = directs;
  }

  Receipt send(Dispatch dispatch) throws PlatformException {
    return switch (dispatch.change()) {
      case Post post -> post(post.to(), post.message()).receipt();
      case Edit edit ->
          client
              .update(SlackReceipt.changeable(dispatch.post()), rendered(edit.message()))
              .receipt();
      case Remove remove -> {
        SlackReceipt post = SlackReceipt.changeable(dispatch.post());
        client.delete(post);
        yield post.receipt();
      }
    };
  }

  private SlackReceipt post(Destination to, Message message) throws PlatformException {
    return switch (to) {
      case Destination.Room room -> client.post(room.place().id(), rendered(message));
      case Destination.Direct direct -> directs.post(direct, rendered(message));
    };
  }

  private static SlackMessage rendered(Message message) {
    return SlackRenderer.message(message.content());
  }
}
