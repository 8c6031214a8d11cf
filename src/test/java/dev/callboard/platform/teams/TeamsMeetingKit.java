package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Place;
import dev.callboard.platform.MeetingKit;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.TeamsActivities;
import java.time.Instant;

/** The meeting whose chat is the class room. A connection is whoever came without signing in. */
record TeamsMeetingKit(FakeTeams teams, Place meeting) implements MeetingKit {

  @Override
  public WebhookRequest joins(String connection, Instant at) {
    return somebody("event-participant-join", connection, at);
  }

  @Override
  public WebhookRequest leaves(String connection, Instant at) {
    return somebody("event-participant-leave", connection, at);
  }

  @Override
  public WebhookRequest ends(Instant at) {
    return teams.signed(TeamsActivities.of("event-meeting-end").put("timestamp", at.toString()));
  }

  private WebhookRequest somebody(String fixture, String connection, Instant at) {
    ObjectNode activity = TeamsActivities.of(fixture);
    activity.put("id", "f:" + fixture + connection).put("timestamp", at.toString());
    ((ObjectNode) activity.at("/value/members/0/user"))
        .removeAll()
        .put("id", "29:" + connection)
        .put("name", "Pat Learner")
        .put("userRole", "anonymous");
    return teams.signed(activity);
  }
}
