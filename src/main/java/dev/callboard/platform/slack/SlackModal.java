package dev.callboard.platform.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Views: the form with one question, the page with an answer, the Home tab. Pure. */
final class SlackModal {

  private static final String FORM = "callboard-form";
  private static final String FIELD = "answer";
  private static final int LONGEST_ANSWER = 3_000;

  /**
   * What a form must remember until it is sent: Slack keeps it in the view.
   *
   * @param responseUrl how to answer the caller where the form was asked for
   * @param replaceable whether the message with the button may be replaced by the answer
   */
  record Memory(
      String line,
      String tenant,
      String channel,
      @Nullable String responseUrl,
      boolean replaceable) {}

  private SlackModal() {}

  static JsonObject form(Form form, Origin origin) {
    JsonObject view = modal(form.title());
    view.addProperty("callback_id", FORM);
    view.add("submit", BlockKit.plainText(form.submit(), BlockKit.TITLE));
    view.add("close", BlockKit.plainText("Cancel", BlockKit.TITLE));
    view.addProperty("private_metadata", metadata(form.line(), origin));
    view.add("blocks", BlockKit.array(List.of(question(form))));
    return view;
  }

  /** A private answer for a caller who looks at a view. */
  static JsonObject page(Content content) {
    JsonObject view = modal("Callboard");
    view.add("close", BlockKit.plainText("Close", BlockKit.TITLE));
    view.add("blocks", BlockKit.array(SlackRenderer.blocks(content)));
    return view;
  }

  static JsonObject home(Content content) {
    JsonObject view = BlockKit.typed("home");
    view.add("blocks", BlockKit.array(SlackRenderer.blocks(content)));
    return view;
  }

  /** What the form remembers; empty for a view that is not such a form. */
  static Optional<Memory> memory(@Nullable View view) {
    if (view == null || !FORM.equals(view.getCallbackId()) || view.getPrivateMetadata() == null) {
      return Optional.empty();
    }
    try {
      JsonObject kept =
          JsonParser.parseString(ButtonValue.line(view.getPrivateMetadata())).getAsJsonObject();
      return Optional.of(
          new Memory(
              kept.get("line").getAsString(),
              kept.get("tenant").getAsString(),
              kept.get("channel").getAsString(),
              kept.has("url") ? kept.get("url").getAsString() : null,
              kept.has("replace")));
    } catch (JsonParseException | IllegalStateException | NullPointerException notOurs) {
      return Optional.empty();
    }
  }

  /** What was typed into the form. */
  static String answer(View view) {
    @Nullable Map<String, Map<String, ViewState.Value>> values =
        view.getState() == null ? null : view.getState().getValues();
    if (values == null || !values.containsKey(FIELD)) {
      return "";
    }
    ViewState.Value value = values.get(FIELD).get(FIELD);
    return value == null || value.getValue() == null ? "" : value.getValue();
  }

  private static String metadata(String line, Origin origin) {
    JsonObject kept = new JsonObject();
    kept.addProperty("line", line);
    kept.addProperty("tenant", origin.place().tenant());
    kept.addProperty("channel", origin.place().id());
    if (origin.responseUrl() != null) {
      kept.addProperty("url", origin.responseUrl());
    }
    if (origin.replaceable()) {
      kept.addProperty("replace", true);
    }
    String whole = ButtonValue.of(kept.toString());
    if (whole.length() > BlockKit.METADATA) {
      kept.remove("url");
      whole = ButtonValue.of(kept.toString());
    }
    return whole;
  }

  private static JsonObject question(Form form) {
    JsonObject input = BlockKit.typed("plain_text_input");
    input.addProperty("action_id", FIELD);
    input.addProperty("multiline", true);
    input.addProperty("max_length", LONGEST_ANSWER);
    if (!form.answer().isEmpty()) {
      input.addProperty("initial_value", Brief.of(form.answer(), LONGEST_ANSWER));
    }
    JsonObject block = BlockKit.typed("input");
    block.addProperty("block_id", FIELD);
    block.add("label", BlockKit.plainText(form.label(), BlockKit.INPUT_LABEL));
    block.add("element", input);
    return block;
  }

  private static JsonObject modal(String title) {
    JsonObject view = BlockKit.typed("modal");
    view.add("title", BlockKit.plainText(title, BlockKit.TITLE));
    return view;
  }
}
