package dev.callboard.platform.slack;

import dev.callboard.platform.PlatformException.Kind;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Slack's error names and HTTP statuses mean for a message. Pure. */
final class SlackErrors {

  private static final Map<String, Kind> KINDS =
      Stream.of(
              of(
                  Kind.UNAUTHORIZED,
                  "invalid_auth not_authed token_revoked token_expired account_inactive"
                      + " missing_scope not_allowed_token_type no_permission org_login_required"
                      + " ekm_access_denied team_access_not_granted two_factor_setup_required"
                      + " enterprise_is_restricted accesslimited"),
              of(
                  Kind.FORBIDDEN,
                  "not_in_channel is_archived user_not_in_channel restricted_action"
                      + " restricted_action_read_only_channel restricted_action_thread_only_channel"
                      + " restricted_action_non_threadable_channel restricted_action_thread_locked"
                      + " messages_tab_disabled cannot_dm_bot user_disabled user_not_visible"
                      + " cant_update_message cant_delete_message edit_window_closed access_denied"
                      + " slack_connect_blocked_file_type slack_connect_file_link_sharing_blocked"
                      + " slack_connect_canvas_sharing_blocked not_allowed"
                      + " channel_is_limited_access not_enabled cannot_find_service"),
              of(
                  Kind.NOT_FOUND,
                  "channel_not_found user_not_found users_not_found message_not_found"
                      + " thread_not_found team_not_found view_not_found not_found"),
              of(Kind.RATE_LIMITED, "ratelimited rate_limited message_limit_exceeded"),
              of(
                  Kind.UNAVAILABLE,
                  "service_unavailable request_timeout team_added_to_org deprecated_endpoint"),
              of(Kind.UNCERTAIN, "internal_error fatal_error"))
          .flatMap(kinds -> kinds.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private SlackErrors() {}

  /** Of {@code "ok": false}. What is not known here is a fault of the message. */
  static Kind named(String error) {
    return KINDS.getOrDefault(error, Kind.INVALID);
  }

  /** Of an HTTP status that is not 2xx. */
  static Kind status(int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404, 410 -> Kind.NOT_FOUND;
      case 408, 503 -> Kind.UNAVAILABLE;
      case 429 -> Kind.RATE_LIMITED;
      default -> status >= 500 || status < 400 ? Kind.UNCERTAIN : Kind.INVALID;
    };
  }

  private static Map<String, Kind> of(Kind kind, String names) {
    return Stream.of(names.split(" ")).collect(Collectors.toMap(name -> name, _ -> kind));
  }
}
