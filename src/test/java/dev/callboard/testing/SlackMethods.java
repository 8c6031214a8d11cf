package dev.callboard.testing;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;

/** The Web API methods of a {@link FakeSlack}, with the answers Slack documents. */
final class SlackMethods {

  private final SlackWorkspace workspace;
  private final Addresses addresses;

  /**
   * Where callers are sent.
   *
   * @param uploads with a slash at its end
   */
  record Addresses(String socket, String uploads) {}

  SlackMethods(SlackWorkspace workspace, Addresses addresses) {
    this.workspace = workspace;
    this.addresses = addresses;
  }

  String call(String method, Map<String, String> fields) {
    if (method.startsWith("chat.") && !workspace.hasPictures(fields)) {
      return "{\"ok\":false,\"error\":\"invalid_blocks\"}";
    }
    return switch (method) {
      case "auth.test" -> whoAmI();
      case "users.info" -> user(workspace.person(fields.getOrDefault("user", "")));
      case "users.lookupByEmail" -> user(workspace.personByEmail(fields.getOrDefault("email", "")));
      case "chat.postMessage" -> post(fields.getOrDefault("channel", ""), fields);
      case "chat.postEphemeral" -> {
        String channel = fields.getOrDefault("channel", "");
        yield posted(channel, "message_ts", workspace.show(channel, fields.get("user"), fields));
      }
      case "chat.update" ->
          changed(
              fields,
              workspace.change(
                  fields.getOrDefault("channel", ""), fields.getOrDefault("ts", ""), fields));
      case "chat.delete" ->
          changed(
              fields,
              workspace.remove(fields.getOrDefault("channel", ""), fields.getOrDefault("ts", "")));
      case "views.open", "views.push", "views.update" -> {
        workspace.view(fields.getOrDefault("view", "{}"));
        yield view();
      }
      case "views.publish" -> {
        workspace.home(fields.getOrDefault("user_id", ""), fields.getOrDefault("view", "{}"));
        yield view();
      }
      case "apps.connections.open" -> with(ok(), "url", addresses.socket()).toString();
      case "calls.add" -> call(workspace.meetings().add(fields));
      case "calls.end" ->
          done(workspace.meetings().end(fields.getOrDefault("id", "")), "inactive_call");
      case "calls.participants.add" -> done(workspace.meetings().come(fields), "inactive_call");
      case "calls.participants.remove" -> done(workspace.meetings().leave(fields), "inactive_call");
      case "files.getUploadURLExternal" -> {
        String file = workspace.files().expect(fields.getOrDefault("filename", ""));
        JsonObject answer = with(ok(), "upload_url", addresses.uploads() + file);
        yield with(answer, "file_id", file).toString();
      }
      case "files.completeUploadExternal" -> done(workspace.showFiles(fields), "file_not_found");
      default -> "{\"ok\":false,\"error\":\"unknown_method\"}";
    };
  }

  private static String whoAmI() {
    JsonObject answer = with(ok(), "url", "https://acme.example.com/");
    with(answer, "team", "acme");
    with(answer, "user", "callboard");
    with(answer, "team_id", FakeSlack.TEAM);
    with(answer, "user_id", FakeSlack.BOT);
    with(answer, "bot_id", "B01");
    answer.addProperty("is_enterprise_install", false);
    return answer.toString();
  }

  private static String user(Optional<JsonObject> person) {
    return person
        .map(user -> {
          JsonObject answer = ok();
          answer.add("user", user);
          return answer.toString();
        })
        .orElse("{\"ok\":false,\"error\":\"user_not_found\"}");
  }

  /** To a person is to the direct chat with them, which the answer names. */
  private String post(String to, Map<String, String> fields) {
    if (FakeSlack.isPerson(to) && workspace.person(to).isEmpty()) {
      return "{\"ok\":false,\"error\":\"channel_not_found\"}";
    }
    String channel = FakeSlack.isPerson(to) ? SlackWorkspace.directChat(to) : to;
    return posted(channel, "ts", workspace.show(channel, null, fields));
  }

  private static String posted(String channel, String name, String ts) {
    return with(with(ok(), "channel", channel), name, ts).toString();
  }

  private static String changed(Map<String, String> fields, boolean done) {
    return done
        ? posted(fields.getOrDefault("channel", ""), "ts", fields.getOrDefault("ts", ""))
        : "{\"ok\":false,\"error\":\"message_not_found\"}";
  }

  private static String call(String id) {
    JsonObject answer = ok();
    answer.add("call", with(new JsonObject(), "id", id));
    return answer.toString();
  }

  private static String done(boolean done, String error) {
    return done ? ok().toString() : "{\"ok\":false,\"error\":\"" + error + "\"}";
  }

  private static String view() {
    JsonObject answer = ok();
    answer.add("view", with(with(new JsonObject(), "id", "V01"), "hash", "156.h"));
    return answer.toString();
  }

  private static JsonObject ok() {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    return answer;
  }

  private static JsonObject with(JsonObject object, String name, String value) {
    object.addProperty(name, value);
    return object;
  }
}
