package dev.callboard.platform.teams.bf;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.Entity;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads bytes into the SDK's activity, and that into neutral words. Thread-safe. */
final class ActivityParser {

  private static final int DEEPEST = 64;

  /** The SDK refuses times on the full second and misreads fractions of one, so it gets none. */
  private static final List<String> TIMES = List.of("timestamp", "localTimestamp", "expiration");

  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
          .build();

  ActivityParser() {
    json.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
  }

  IncomingActivity parse(byte[] body) throws MalformedActivityException {
    try {
      if (json.readTree(body) instanceof ObjectNode told) {
        return incoming(told);
      }
      throw new MalformedActivityException("body: no object (expected: an activity in JSON)");
    } catch (IOException | RuntimeException unreadable) {
      // The parser's words quote the body; its class says enough.
      throw new MalformedActivityException(
          "body: " + unreadable.getClass().getSimpleName() + " (expected: an activity in JSON)");
    }
  }

  private IncomingActivity incoming(ObjectNode told)
      throws MalformedActivityException, IOException {
    String timestamp = told.path("timestamp").asText("");
    Activity activity = json.treeToValue(told.without(TIMES), Activity.class);
    if (blank(activity.getType())
        || blank(activity.getChannelId())
        || blank(activity.getServiceUrl())
        || activity.getConversation() == null
        || blank(activity.getConversation().getId())) {
      throw new MalformedActivityException(
          "activity: without type, channelId, serviceUrl or conversation (expected: all of them)");
    }
    return new IncomingActivity(activity, turn(activity, timestamp));
  }

  private Turn turn(Activity activity, String timestamp) {
    return new Turn(
        text(activity.getType()),
        text(activity.getId()),
        timestamp,
        text(activity.getReplyToId()),
        text(activity.getName()).strip(),
        text(activity.getAction()),
        text(activity.getChannelId()),
        text(activity.getServiceUrl()),
        account(activity.getFrom()),
        account(activity.getRecipient()),
        conversation(activity.getConversation(), tree(activity.getChannelData())),
        text(activity.getText()),
        mentions(activity.getEntities()),
        ids(activity.getMembersAdded()),
        tree(activity.getValue()));
  }

  private static Turn.Account account(@Nullable ChannelAccount account) {
    if (account == null) {
      return new Turn.Account("", "", false);
    }
    JsonNode targeted = account.getProperties().get("isTargeted");
    return new Turn.Account(
        text(account.getId()),
        text(account.getName()),
        targeted != null && targeted.asBoolean(false));
  }

  private static Turn.Conversation conversation(ConversationAccount account, JsonNode channelData) {
    String told = channelData.path("tenant").path("id").asText("");
    return new Turn.Conversation(
        text(account.getId()),
        text(account.getConversationType()),
        told.isBlank() ? text(account.getTenantId()) : told,
        channelData.path("meeting").path("id").asText(""));
  }

  private static List<Turn.Mention> mentions(@Nullable List<Entity> entities) {
    return orEmpty(entities).stream()
        .filter(entity -> entity != null && "mention".equals(entity.getType()))
        .map(Entity::getProperties)
        .filter(told -> told.get("mentioned") != null && told.get("text") != null)
        .map(told ->
            new Turn.Mention(
                told.get("mentioned").path("id").asText(""), told.get("text").asText("")))
        .toList();
  }

  private static List<String> ids(@Nullable List<ChannelAccount> accounts) {
    return orEmpty(accounts).stream()
        .filter(Objects::nonNull)
        .map(account -> text(account.getId()))
        .toList();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private JsonNode tree(@Nullable Object value) {
    return value == null ? MissingNode.getInstance() : json.valueToTree(value);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
