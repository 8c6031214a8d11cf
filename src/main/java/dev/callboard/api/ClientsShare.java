package dev.callboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.plan.Member;
import dev.callboard.plan.Resource.Show;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Event.NoteFor;
import dev.callboard.session.Post;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an event a client may have, by the rule of its report ({@link Reader#CLIENT}): words the
 * team said to each other are not for it, nor is what was taken back, nor are addresses of the
 * team. What people need in class is nobody's business outside.
 */
final class ClientsShare {

  /** Kinds in which nobody of the team says anything in words of their own. */
  private static final Set<String> WORDLESS =
      Set.of(
          ("Started Entered Ended Extended Skipped Restored Paused Resumed Moved Inserted Led"
                  + " TakenBack Seen Snoozed Relayed Rearmed Disarmed Freed Missed Hushed Convened"
                  + " Witnessed Acquainted Matched Forgotten Merged Parted Accompanied Ruled Rolled"
                  + " Reported Settled Accounted Unaccounted Reconciled Finalised Erasing Erased"
                  + " IssueUndone DebriefAsked DebriefDone DebriefClosed")
              .split(" "));

  private static final Set<String> WITH_WORDS =
      Set.of(
          "Opened",
          "Recognised",
          "Posted",
          "Reworded",
          "Noted",
          "Prompted",
          "Asked",
          "Profiled",
          "Marked",
          "Debriefed",
          "IssueRaised",
          "IssueTurned",
          "Undelivered");

  private static final String NEEDS = "accommodations";

  private final Session session;
  private final Set<String> team;
  private final Set<String> addresses;

  ClientsShare(Session session) {
    this.session = session;
    List<Member> members =
        session.plan().people().stream().filter(one -> one.role().team()).toList();
    team = members.stream().map(Member::key).collect(Collectors.toSet());
    addresses =
        Stream.concat(
                members.stream().map(Member::email),
                session.accounts().stream()
                    .filter(known -> team.contains(known.person()))
                    .map(known -> known.account().email()))
            .filter(email -> email != null && !email.isBlank())
            .map(email -> email.strip().toLowerCase(Locale.ROOT))
            .flatMap(email -> Stream.of(email, Trait.mail(email)))
            .collect(Collectors.toSet());
  }

  /** Whether somebody has thought of what is told of such events; of others nothing is. */
  static boolean decided(String type) {
    return WORDLESS.contains(type) || WITH_WORDS.contains(type);
  }

  /** Whether the client may know of the event at all. */
  boolean tells(String type, JsonNode body) {
    return switch (type) {
      case "Noted" -> body.path("reader").asText().equals(NoteFor.CLIENT.name());
      case "Undelivered" -> false;
      default -> decided(type);
    };
  }

  /** Takes out of an event what is not for the client. */
  void narrow(String type, ObjectNode body) {
    switch (type) {
      case "Opened" -> opened(body);
      case "Recognised" -> {
        if (team.contains(body.path("person").asText())) {
          body.remove("account");
        }
      }
      case "Posted" -> {
        if (isAmended(body, post -> post.takenBack() || post.rewording() != null)) {
          body.remove("subject");
        }
      }
      case "Reworded" -> {
        if (isAmended(body, post -> post.takenBack() || !isLast(body, post.rewording()))) {
          body.remove("text");
        }
      }
      case "Prompted", "Asked" -> body.remove("text");
      case "Profiled" -> body.remove(List.of("identity", "profile"));
      case "Marked" -> body.remove("reason");
      case "IssueRaised" -> body.remove("what");
      case "IssueTurned" -> body.remove("text");
      case "Debriefed" -> body.remove(List.of("text", "went"));
      default -> {}
    }
    sweep(body);
  }

  private boolean isAmended(JsonNode body, Predicate<Post> how) {
    return session.post(body.path("post").asInt()).filter(how).isPresent();
  }

  private static boolean isLast(JsonNode body, @Nullable String rewording) {
    return body.path("text").asText().equals(rewording);
  }

  private void opened(ObjectNode body) {
    if (!(body.get("plan") instanceof ObjectNode plan)) {
      return;
    }
    plan.remove("leads");
    for (JsonNode person : plan.path("people")) {
      if (person instanceof ObjectNode member && team.contains(member.path("key").asText())) {
        member.remove(List.of("email", "accounts"));
      }
    }
    for (JsonNode segment : plan.path("segments")) {
      if (segment instanceof ObjectNode part) {
        part.remove("cue");
      }
    }
    if (plan.get("resources") instanceof ArrayNode resources) {
      resources.removeIf(one -> one.path("audience").asText().equals(Show.TEAM.name()));
    }
  }

  /** Wherever a meeting, or a match, has them. */
  private void sweep(JsonNode node) {
    switch (node) {
      case ObjectNode object -> {
        object.remove(NEEDS);
        object.properties().removeIf(one -> isAddress(one.getKey()) || isAddress(one.getValue()));
      }
      case ArrayNode array -> array.removeIf(this::isAddress);
      default -> {}
    }
    node.forEach(this::sweep);
  }

  private boolean isAddress(JsonNode value) {
    return value.isTextual() && isAddress(value.textValue());
  }

  private boolean isAddress(String text) {
    return addresses.contains(text.toLowerCase(Locale.ROOT));
  }
}
