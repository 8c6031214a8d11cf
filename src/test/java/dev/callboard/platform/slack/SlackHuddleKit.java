package dev.callboard.platform.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.callboard.chat.Place;
import dev.callboard.platform.MeetingKit;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.SlackRequests;
import java.time.Instant;

/** A huddle in the class room. A connection is an account, for Slack tells no others. */
record SlackHuddleKit(SlackRequests requests, Place meeting) implements MeetingKit {

  /** The message that stands for the huddle; nobody is in it yet. */
  static WebhookRequest begin(SlackRequests requests) {
    JsonObject envelope = SlackRequests.json("huddle_thread.json");
    envelope.getAsJsonObject("event").getAsJsonObject("room").add("participants", new JsonArray());
    return requests.event(envelope);
  }

  @Override
  public WebhookRequest joins(String connection, Instant at) {
    return somebody("user_huddle_changed_join.json", connection, at);
  }

  @Override
  public WebhookRequest leaves(String connection, Instant at) {
    return somebody("user_huddle_changed_leave.json", connection, at);
  }

  @Override
  public WebhookRequest ends(Instant at) {
    JsonObject envelope = SlackRequests.json("huddle_thread_ended.json");
    JsonObject room =
        envelope.getAsJsonObject("event").getAsJsonObject("message").getAsJsonObject("room");
    room.addProperty("date_end", at.getEpochSecond());
    room.add("participant_history", new JsonArray()); // the fixture's own people were not there
    return requests.event(envelope);
  }

  private WebhookRequest somebody(String fixture, String connection, Instant at) {
    JsonObject envelope = SlackRequests.json(fixture);
    envelope.addProperty("event_id", fixture + connection);
    JsonObject event = envelope.getAsJsonObject("event");
    event.addProperty("event_ts", at.getEpochSecond() + ".000000");
    JsonObject user = event.getAsJsonObject("user");
    user.addProperty("id", "U07" + connection);
    JsonObject profile = user.getAsJsonObject("profile");
    profile.addProperty("display_name", "Pat Learner");
    profile.addProperty("email", "");
    return requests.event(envelope);
  }
}
