package dev.callboard.platform.slack;

import com.slack.api.methods.response.chat.ChatMeMessageResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * In which huddle somebody is by their profile, as Slack says when it is asked.
 *
 * @param said whether Slack says anything of huddles; of people of other organisations it may not
 * @param call empty when they are in none
 * @param until when that is no longer so unless their client renews it; null when it is not said
 */
record HuddleState(boolean said, String call, @Nullable Instant until) {

  static final HuddleState UNSAID = new HuddleState(false, "", null);

  /** The answer, with what the SDK's own class leaves out. */
  static final class Answer extends ChatMeMessageResponse {
    private @Nullable User user;

    HuddleState state() {
      Profile profile = user == null ? null : user.profile;
      if (profile == null || profile.huddleState == null) {
        return UNSAID;
      }
      boolean in = profile.huddleState.equals("in_a_huddle") && profile.huddleStateCallId != null;
      Long until = profile.huddleStateExpirationTs;
      return new HuddleState(
          true,
          in ? String.valueOf(profile.huddleStateCallId) : "",
          in && until != null && until > 0 ? Instant.ofEpochSecond(until) : null);
    }
  }

  /** Of the user in the answer. */
  private static final class User {
    @Nullable Profile profile;
  }

  /** Of their profile. */
  private static final class Profile {
    @Nullable String huddleState;
    @Nullable String huddleStateCallId;
    @Nullable Long huddleStateExpirationTs;
  }
}
