package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Button;
import dev.callboard.chat.Form;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.platform.teams.TeamsClient.Eyes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Buttons as card actions, and the way back from what they carry. Pure. */
final class TeamsActions {

  /** What a row of buttons holds on every client; more would hide behind dots. */
  private static final int MOST_IN_A_ROW = 6;

  private static final int MOST_ROWS = 3;
  private static final int LONGEST_TITLE = 40;
  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_ANSWER = 4_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TeamsActions() {}

  /**
   * A button or form that was used.
   *
   * @param eyes who could see the card it stands on
   */
  record Pressed(String line, Via via, Eyes eyes) {}

  /** Rows of buttons. */
  static List<ObjectNode> rows(List<Button> buttons, Eyes eyes) {
    List<ObjectNode> actions =
        buttons.stream()
            .flatMap(button -> action(button, eyes).stream())
            .limit((long) MOST_IN_A_ROW * MOST_ROWS)
            .toList();
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < actions.size(); i += MOST_IN_A_ROW) {
      ObjectNode row = JSON.objectNode().put("type", "ActionSet");
      ArrayNode all = row.putArray("actions");
      actions.subList(i, Math.min(i + MOST_IN_A_ROW, actions.size())).forEach(all::add);
      rows.add(row);
    }
    return rows;
  }

  /** The button under a form. */
  static ObjectNode submit(Form form) {
    ObjectNode data = data(form.line(), Eyes.ONE).put("form", true);
    ObjectNode row = JSON.objectNode().put("type", "ActionSet");
    row.putArray("actions").add(execute(form.submit(), data, "positive"));
    return row;
  }

  /** Reads what a button or form of Callboard's carries; empty for anybody else's. */
  static Optional<Pressed> read(JsonNode data) {
    JsonNode line = data.path("callboard").path("line");
    if (!line.isTextual() || line.asText().length() > LONGEST_LINE) {
      return Optional.empty();
    }
    Eyes eyes = data.path("callboard").path("eyes").asText("").equals("one") ? Eyes.ONE : Eyes.ALL;
    if (!data.path("form").asBoolean(false)) {
      return Optional.of(new Pressed(line.asText().strip(), Via.BUTTON, eyes));
    }
    String answer = data.path("answer").asText("").strip();
    return answer.length() > LONGEST_ANSWER
        ? Optional.empty()
        : Optional.of(new Pressed((line.asText().strip() + " " + answer).strip(), Via.FORM, eyes));
  }

  /** Opens a page; empty for addresses that are no web pages. */
  static Optional<ObjectNode> open(String title, URI url) {
    return web(url)
        ? Optional.of(
            JSON.objectNode()
                .put("type", "Action.OpenUrl")
                .put("title", title(title))
                .put("url", url.toASCIIString()))
        : Optional.empty();
  }

  static boolean web(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
  }

  private static Optional<ObjectNode> action(Button button, Eyes eyes) {
    return switch (button) {
      case Button.Open open -> open(open.label(), open.url());
      case Button.Press press ->
          press.line().length() > LONGEST_LINE
              ? Optional.empty()
              : Optional.of(execute(press.label(), data(press.line(), eyes), style(press.style())));
    };
  }

  private static ObjectNode data(String line, Eyes eyes) {
    ObjectNode data = JSON.objectNode();
    data.putObject("callboard").put("line", line).put("eyes", eyes == Eyes.ONE ? "one" : "all");
    return data;
  }

  /** An action whose answer comes back at once; old clients send the same as a message. */
  private static ObjectNode execute(String title, ObjectNode data, String style) {
    String label = title(title);
    ObjectNode action =
        JSON.objectNode()
            .put("type", "Action.Execute")
            .put("title", label)
            .put("verb", "run")
            .put("style", style);
    action.set("data", data);
    action
        .putObject("fallback")
        .put("type", "Action.Submit")
        .put("title", label)
        .put("style", style)
        .set("data", data.deepCopy());
    return action;
  }

  private static String title(String label) {
    return Brief.of(TeamsWords.inert(label).replace('\n', ' '), LONGEST_TITLE);
  }

  private static String style(Button.Style style) {
    return switch (style) {
      case PLAIN -> "default";
      case MAIN -> "positive";
      case DANGER -> "destructive";
    };
  }
}
