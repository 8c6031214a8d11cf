package dev.callboard.platform.slack;

import com.google.gson.JsonObject;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.request.users.UsersInfoRequest;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.chat.ChatMeMessageResponse;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.model.CallParticipant;
import com.slack.api.model.User;
import dev.callboard.chat.Block.MeetingLink;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import java.util.List;
import okhttp3.FormBody;

/**
 * The methods of the Web API that Callboard uses. Blocks and views go as they were built: the SDK's
 * own classes drop what they do not know. Thread-safe.
 */
final class SlackClient {

  private final SlackCalls calls;

  SlackClient(SlackCalls calls) {
    this.calls = calls;
  }

  /**
   * What Callboard wants to know of a message that was posted or changed. The SDK's own answer
   * describes the whole message, and the SDK builds its reader of that anew for every answer: most
   * of what a post cost.
   */
  private static final class Where extends ChatMeMessageResponse {}

  /** Where the bytes of a file go, and what the file is called then. */
  record Upload(String url, String file) {}

  AuthTestResponse whoAmI() throws PlatformException {
    return calls.repeatable("auth.test", methods -> methods.authTest(request -> request));
  }

  /**
   * Posts a message.
   *
   * @param channel its id, or a person's for the direct chat with them; the receipt has the chat's
   */
  SlackReceipt post(String channel, SlackMessage message) throws PlatformException {
    FormBody.Builder form =
        RequestFormBuilder.toForm(
            ChatPostMessageRequest.builder()
                .channel(channel)
                .text(message.text())
                .mrkdwn(false)
                .blocksAsString(message.blocks().toString())
                .build());
    Where posted =
        calls.once(
            Methods.CHAT_POST_MESSAGE, calls.form(Methods.CHAT_POST_MESSAGE, form, Where.class));
    return new SlackReceipt(posted.getChannel(), posted.getTs(), false);
  }

  SlackReceipt postEphemeral(String channel, String user, SlackMessage message)
      throws PlatformException {
    ChatPostEphemeralResponse posted =
        calls.once(
            "chat.postEphemeral",
            methods ->
                methods.chatPostEphemeral(request ->
                    request
                        .channel(channel)
                        .user(user)
                        .text(message.text())
                        .blocksAsString(message.blocks().toString())));
    return new SlackReceipt(channel, String.valueOf(posted.getMessageTs()), true);
  }

  SlackReceipt update(SlackReceipt post, SlackMessage message) throws PlatformException {
    FormBody.Builder form =
        RequestFormBuilder.toForm(
            ChatUpdateRequest.builder()
                .channel(post.channel())
                .ts(post.ts())
                .text(message.text())
                .blocksAsString(message.blocks().toString())
                .build());
    Where updated =
        calls.repeatable(Methods.CHAT_UPDATE, calls.form(Methods.CHAT_UPDATE, form, Where.class));
    return new SlackReceipt(updated.getChannel(), updated.getTs(), false);
  }

  /** A post that is gone already is as good as deleted. */
  void delete(SlackReceipt post) throws PlatformException {
    try {
      calls.repeatable(
          "chat.delete",
          methods -> methods.chatDelete(request -> request.channel(post.channel()).ts(post.ts())));
    } catch (PlatformException failure) {
      if (failure.kind() != Kind.NOT_FOUND) {
        throw failure;
      }
    }
  }

  User user(String id) throws PlatformException {
    return calls
        .repeatable("users.info", methods -> methods.usersInfo(request -> request.user(id)))
        .getUser();
  }

  /** In which huddle somebody is by their profile, as of now. */
  HuddleState huddle(String id) throws PlatformException {
    FormBody.Builder form = RequestFormBuilder.toForm(UsersInfoRequest.builder().user(id).build());
    return calls
        .repeatable("users.info", calls.form("users.info", form, HuddleState.Answer.class))
        .state();
  }

  String userByEmail(String email) throws PlatformException {
    return calls
        .repeatable(
            "users.lookupByEmail",
            methods -> methods.usersLookupByEmail(request -> request.email(email)))
        .getUser()
        .getId();
  }

  void openView(String trigger, JsonObject view) throws PlatformException {
    calls.once(
        "views.open",
        methods ->
            methods.viewsOpen(request -> request.triggerId(trigger).viewAsString(view.toString())));
  }

  void pushView(String trigger, JsonObject view) throws PlatformException {
    calls.once(
        "views.push",
        methods ->
            methods.viewsPush(request -> request.triggerId(trigger).viewAsString(view.toString())));
  }

  void updateView(String id, JsonObject view) throws PlatformException {
    calls.repeatable(
        "views.update",
        methods ->
            methods.viewsUpdate(request -> request.viewId(id).viewAsString(view.toString())));
  }

  /** Asks where to put a file of so many bytes. */
  Upload upload(String name, int length) throws PlatformException {
    FilesGetUploadURLExternalResponse granted =
        calls.repeatable(
            "files.getUploadURLExternal",
            methods ->
                methods.filesGetUploadURLExternal(
                    request -> request.filename(name).length(length)));
    return new Upload(String.valueOf(granted.getUploadUrl()), String.valueOf(granted.getFileId()));
  }

  /** Shows files that were put there to all in the channel. */
  void showFiles(String channel, List<SlackFiles.Carried> files) throws PlatformException {
    calls.once(
        Methods.FILES_COMPLETE_UPLOAD_EXTERNAL,
        methods ->
            methods.filesCompleteUploadExternal(
                request -> request.files(details(files)).channelId(channel)));
  }

  /** Keeps files that were put there, for messages to show; nobody sees them yet. */
  void keepFiles(List<SlackFiles.Carried> files) throws PlatformException {
    calls.repeatable(
        Methods.FILES_COMPLETE_UPLOAD_EXTERNAL,
        methods -> methods.filesCompleteUploadExternal(request -> request.files(details(files))));
  }

  private static List<FileDetails> details(List<SlackFiles.Carried> files) {
    return files.stream()
        .map(file -> FileDetails.builder().id(file.id()).title(file.name()).build())
        .toList();
  }

  /**
   * Makes a meeting that is held elsewhere known to Slack.
   *
   * @param id ours; a meeting that was ended stays so, and another time it is held has another
   * @return Slack's id of it
   */
  String addCall(String id, MeetingLink meeting, String by) throws PlatformException {
    return calls
        .repeatable(
            "calls.add",
            methods ->
                methods.callsAdd(request ->
                    request
                        .externalUniqueId(id)
                        .joinUrl(meeting.join().toASCIIString())
                        .title(meeting.title())
                        .createdBy(by)))
        .getCall()
        .getId();
  }

  /** Somebody who is shown already changes nothing. */
  void addParticipants(String call, List<CallParticipant> who) throws PlatformException {
    calls.repeatable(
        "calls.participants.add",
        methods -> methods.callsParticipantsAdd(request -> request.id(call).users(who)));
  }

  void removeParticipants(String call, List<CallParticipant> who) throws PlatformException {
    calls.repeatable(
        "calls.participants.remove",
        methods -> methods.callsParticipantsRemove(request -> request.id(call).users(who)));
  }

  void endCall(String id) throws PlatformException {
    calls.repeatable("calls.end", methods -> methods.callsEnd(request -> request.id(id)));
  }

  void publishHome(String user, JsonObject view) throws PlatformException {
    calls.repeatable(
        "views.publish",
        methods ->
            methods.viewsPublish(request -> request.userId(user).viewAsString(view.toString())));
  }
}
