package dev.callboard.platform.teams;

import dev.callboard.platform.teams.TeamsActions.Pressed;
import dev.callboard.platform.teams.TeamsClient.Eyes;
import dev.callboard.platform.teams.bf.Turn;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an activity means for Callboard. Pure.
 *
 * <p>In shared chats Teams may deliver every word said, when the organisation lets it. Only what is
 * meant for the bot is heard there: a message that mentions it, one sent to it alone, one that
 * begins with a slash. All else is dropped here and neither kept nor logged.
 *
 * <p>Keys of deliveries: a message has its conversation and its id, which Teams repeats when it
 * delivers it again. An invoke has an id of its own per press, repeated likewise, so a press
 * delivered again is one press, while two presses are two, for somebody may want two minutes twice;
 * Teams itself holds a button until it is answered, which stops the hasty double click. Being added
 * has one key per conversation, because two kinds of activity tell of it.
 */
final class TeamsPayloads {

  private static final String THREAD = ";messageid=";

  private TeamsPayloads() {}

  /** What was heard. */
  sealed interface Heard {

    /** Nothing that is meant for Callboard. */
    record Nothing() implements Heard {}

    /** Somebody typed a command. */
    record Typed(String key, String line) implements Heard {}

    /** Somebody pressed a button of an old client, which comes as a message. */
    record Submitted(String key, Pressed pressed) implements Heard {}

    /** Somebody pressed a button and waits for the answer. */
    record Executed(String key, Pressed pressed) implements Heard {}

    /** Somebody waits for an answer to a button that is not Callboard's. */
    record Strange() implements Heard {}

    /** Callboard was added to the conversation. */
    record Added(String key) implements Heard {}

    /** Something happened in the meeting whose chat this is. */
    record Meeting() implements Heard {}
  }

  static Heard read(Turn turn) {
    return switch (turn.type()) {
      case "message" -> message(turn);
      case "invoke" -> invoke(turn);
      case "installationUpdate" ->
          turn.action().startsWith("add") ? new Heard.Added(added(turn)) : new Heard.Nothing();
      case "conversationUpdate" ->
          turn.added().contains(turn.recipient().id()) && !turn.recipient().id().isBlank()
              ? new Heard.Added(added(turn))
              : new Heard.Nothing();
      case "event" -> TeamsMeetings.tells(turn) ? new Heard.Meeting() : new Heard.Nothing();
      default -> new Heard.Nothing();
    };
  }

  /** The conversation without the thread of a channel, as rooms of plans name it. */
  static String conversation(Turn turn) {
    String id = turn.conversation().id();
    int thread = id.indexOf(THREAD);
    return thread < 0 ? id : id.substring(0, thread);
  }

  /** Whether only one person and the bot are in the conversation. */
  static boolean personal(Turn turn) {
    String type = turn.conversation().type();
    return type.isBlank()
        ? turn.conversation().id().startsWith("a:")
        : type.toLowerCase(Locale.ROOT).equals("personal");
  }

  private static Heard message(Turn turn) {
    if (fromBot(turn)) {
      return new Heard.Nothing();
    }
    if (turn.text().isBlank()) {
      Optional<Pressed> pressed = TeamsActions.read(turn.value());
      return pressed.isEmpty()
          ? new Heard.Nothing()
          : new Heard.Submitted(key(turn), pressed.get());
    }
    boolean meant =
        personal(turn)
            || turn.recipient().targeted()
            || turn.mentions().stream().anyMatch(m -> m.id().equals(turn.recipient().id()))
            || TeamsText.slashed(turn);
    return meant ? new Heard.Typed(key(turn), TeamsText.line(turn)) : new Heard.Nothing();
  }

  private static Heard invoke(Turn turn) {
    if (!turn.name().equals("adaptiveCard/action") || fromBot(turn)) {
      return new Heard.Nothing();
    }
    if (turn.value().path("trigger").asText("").equals("automatic")) {
      return new Heard.Nothing();
    }
    return TeamsActions.read(turn.value().path("action").path("data"))
        .<Heard>map(
            pressed -> new Heard.Executed(pressKey(turn, pressed), inItsPlace(turn, pressed)))
        .orElseGet(Heard.Strange::new);
  }

  /** In a chat of two every card is private, whoever drew it. */
  private static Pressed inItsPlace(Turn turn, Pressed pressed) {
    return personal(turn) ? new Pressed(pressed.line(), pressed.via(), Eyes.ONE) : pressed;
  }

  private static boolean fromBot(Turn turn) {
    String from = turn.from().id();
    return from.startsWith("28:") || from.equals(turn.recipient().id());
  }

  private static String key(Turn turn) {
    return "teams:" + turn.conversation().id() + "/" + turn.id();
  }

  /** Should a press come without an id, the card, the time, the person and the words name it. */
  private static String pressKey(Turn turn, Pressed pressed) {
    if (!turn.id().isBlank()) {
      return key(turn);
    }
    String words =
        String.join("\n", List.of(turn.from().id(), pressed.line(), pressed.via().name()));
    return key(turn)
        + turn.replyToId()
        + "/"
        + turn.timestamp()
        + "/"
        + HexFormat.of().toHexDigits(words.hashCode());
  }

  private static String added(Turn turn) {
    return "teams:" + conversation(turn) + "/added";
  }
}
