package dev.callboard.platform.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at what Callboard sends as Teams and its clients would. */
final class TeamsWire {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Marks some client reads as markdown; a backslash before them is shown by others. */
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_~\\[\\]<>#|]");

  /** Marks that Callboard makes itself, around words without any. */
  private static final Pattern OWN =
      Pattern.compile("\\*\\*[^*\\[\\]]+\\*\\*|\\[[^*\\[\\]]+]\\(https?://[^()\\s]+\\)");

  private static final Set<String> ELEMENTS =
      Set.of("TextBlock", "RichTextBlock", "FactSet", "ActionSet", "Input.Text");
  private static final Set<String> ACTIONS =
      Set.of("Action.Execute", "Action.OpenUrl", "Action.Submit");

  private TeamsWire() {}

  static JsonNode read(String wire) {
    try {
      return JSON.readTree(wire);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  static JsonNode card(JsonNode activity) {
    return activity.path("attachments").path(0).path("content");
  }

  /** What Teams would not take or not show. */
  static List<String> faults(String wire) {
    List<String> faults = new ArrayList<>();
    JsonNode activity = read(wire);
    if (wire.length() * 2 > 80 * 1024) {
      faults.add("size: " + wire.length() * 2 + " (expected: 80 KB at most)");
    }
    if (activity.has("text") == activity.has("attachments")) {
      faults.add("text and card together, or neither");
    }
    if (activity.has("attachments")) {
      cardFaults(activity, faults);
    }
    return faults;
  }

  private static void cardFaults(JsonNode activity, List<String> faults) {
    JsonNode card = card(activity);
    if (activity.path("attachments").size() != 1
        || !card.path("type").asText("").equals("AdaptiveCard")
        || !card.path("version").asText("").equals("1.5")) {
      faults.add("card: not one of version 1.5");
    }
    if (activity.path("summary").asText("").isBlank()
        || card.path("fallbackText").asText("").isBlank()) {
      faults.add("fallback: empty");
    }
    for (JsonNode element : card.path("body")) {
      if (!ELEMENTS.contains(element.path("type").asText(""))) {
        faults.add("element: " + element.path("type"));
      }
      if (element.path("type").asText("").equals("RichTextBlock")
          && element.path("inlines").isEmpty()) {
        faults.add("rich text: empty");
      }
      if (element.path("actions").size() > 6) {
        faults.add("actions: " + element.path("actions").size() + " (expected: 6 at most)");
      }
      for (JsonNode action : element.path("actions")) {
        actionFaults(action, faults);
      }
    }
  }

  private static void actionFaults(JsonNode action, List<String> faults) {
    if (!ACTIONS.contains(action.path("type").asText(""))) {
      faults.add("action: " + action.path("type"));
    }
    if (action.path("title").asText("").isBlank() || action.path("title").asText().length() > 40) {
      faults.add("title: " + action.path("title"));
    }
    if (action.path("type").asText("").equals("Action.Execute")
        && !action.path("fallback").path("type").asText("").equals("Action.Submit")) {
      faults.add("Action.Execute without fallback for old clients");
    }
  }

  /** Whether nothing the name holds is markup, a macro or a mention to any client. */
  static boolean harmless(String wire) {
    JsonNode activity = read(wire);
    boolean mentions = activity.has("entities") || card(activity).path("msteams").has("entities");
    boolean formatted =
        activity.path("textFormat").asText("").equals("markdown")
            && MARKS.matcher(activity.path("text").asText("")).find();
    return !mentions && !formatted && marked(activity).isEmpty() && macros(activity).isEmpty();
  }

  /** Texts people see in which a client would find its date macro. */
  private static List<String> macros(JsonNode activity) {
    return Stream.of("text", "title", "value", "label", "summary", "fallbackText", "speak")
        .flatMap(key -> activity.findValuesAsText(key).stream())
        .filter(text -> text.contains("{{"))
        .toList();
  }

  /** Texts of elements that clients read as markdown and that hold marks. */
  private static List<String> marked(JsonNode activity) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : card(activity).path("body")) {
      if (element.path("type").asText("").equals("TextBlock")) {
        texts.add(element.path("text").asText(""));
      }
      for (JsonNode fact : element.path("facts")) {
        texts.add(fact.path("title").asText(""));
        texts.add(fact.path("value").asText(""));
      }
    }
    return texts.stream()
        .filter(text -> MARKS.matcher(OWN.matcher(text).replaceAll("")).find())
        .toList();
  }
}
