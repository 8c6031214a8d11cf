package dev.callboard.platform.slack;

import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing.Edit;
import dev.callboard.chat.Outgoing.Post;
import dev.callboard.chat.Outgoing.Remove;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.slack.SlackFiles.Prepared;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one entry of the outbox. Thread-safe. */
final class SlackSender {

  private static final Logger LOG = LoggerFactory.getLogger(SlackSender.class);

  private final SlackClient client;
  private final SlackDirects directs;
  private final SlackFiles files;
  private final SlackPictures pictures;
  private final SlackMeetings meetings;

  /**
   * Makes it.
   *
   * @param pictures those of rooms; in other chats they are files
   */
  SlackSender(
      SlackClient client,
      SlackDirects directs,
      SlackFiles files,
      SlackPictures pictures,
      SlackMeetings meetings) {
    this.client = client;
    this.directs = directs;
    this.files = files;
    this.pictures = pictures;
    this.meetings = meetings;
  }

  Receipt send(Dispatch dispatch) throws PlatformException {
    return switch (dispatch.change()) {
      case Post post -> post(dispatch.session(), post.to(), post.message().content()).receipt();
      case Edit edit ->
          edit(
                  dispatch.session(),
                  SlackReceipt.changeable(dispatch.post()),
                  edit.message().content())
              .receipt();
      case Remove remove -> {
        SlackReceipt post = SlackReceipt.changeable(dispatch.post());
        client.delete(post);
        post.calls().forEach(meetings::end);
        yield post.receipt();
      }
    };
  }

  private SlackReceipt post(@Nullable String session, Destination to, Content content)
      throws PlatformException {
    if (to instanceof Destination.Room room && SlackPictures.areIn(content)) {
      Map<String, String> cards = meetings.cards(session, content);
      Optional<SlackReceipt> posted =
          pictures.send(content, cards, message -> client.post(room.place().id(), message));
      if (posted.isPresent()) {
        return posted.get().showing(cards);
      }
    }
    return postWithFiles(session, to, content);
  }

  private SlackReceipt postWithFiles(@Nullable String session, Destination to, Content content)
      throws PlatformException {
    Prepared prepared = files.prepare(content);
    Map<String, String> cards =
        to instanceof Destination.Room ? meetings.cards(session, content) : Map.of();
    SlackMessage message = SlackRenderer.message(prepared.content(), cards);
    SlackReceipt posted =
        switch (to) {
          case Destination.Room room -> client.post(room.place().id(), message);
          case Destination.Direct direct -> directs.post(direct, message);
        };
    if (!files.show(posted, prepared.files())) {
      saySo(posted, SlackRenderer.message(SlackFiles.withoutFiles(content), cards));
    }
    return posted.showing(cards);
  }

  /** What was said stays said, whether or not this goes well. */
  private void saySo(SlackReceipt posted, SlackMessage message) {
    try {
      client.update(posted, message);
    } catch (PlatformException refused) {
      LOG.warn("slack: a message names a file that is not there: {}", refused.getMessage());
    }
  }

  /** A meeting that the message names no longer is over. */
  private SlackReceipt edit(@Nullable String session, SlackReceipt post, Content content)
      throws PlatformException {
    Map<String, String> cards = meetings.cards(session, content);
    Optional<SlackReceipt> shown =
        SlackPictures.areIn(content)
            ? pictures.send(content, cards, message -> client.update(post, message))
            : Optional.empty();
    SlackReceipt edited =
        shown.isPresent()
            ? shown.get()
            : client.update(post, SlackRenderer.message(content, cards));
    post.calls().stream().filter(call -> !cards.containsValue(call)).forEach(meetings::end);
    return edited.showing(cards);
  }
}
