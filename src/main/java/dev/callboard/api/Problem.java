package dev.callboard.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a request is not done, as RFC 9457 has it, with a sentence that says what to do. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String TYPE = "application/problem+json; charset=utf-8";
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Bad request",
          401, "Unknown program",
          403, "Not allowed",
          404, "Not found",
          405, "No such method",
          409, "Not as it stands",
          413, "Too long",
          415, "Wrong kind of content",
          422, "Mistakes in it",
          429, "Too often");

  private final int status;
  private final transient List<Finding> findings;
  private final transient Map<String, String> headers;

  private Problem(
      int status, String sentence, List<Finding> findings, Map<String, String> headers) {
    super(sentence, null, false, false); // an answer, not a fault: nobody looks for its origin
    this.status = status;
    this.findings = List.copyOf(findings);
    this.headers = Map.copyOf(headers);
  }

  static Problem of(int status, String sentence) {
    return new Problem(status, sentence, List.of(), Map.of());
  }

  /** There is nothing of that name, or it is not the program's to see; it is not told which. */
  static Problem nothing(String what) {
    return of(404, "There is no such " + what + " that this token may see.");
  }

  /** With everything that is wrong, at once. */
  Problem listing(List<Finding> more) {
    return new Problem(status, String.valueOf(getMessage()), more, headers);
  }

  Problem with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Problem(status, String.valueOf(getMessage()), findings, more);
  }

  int status() {
    return status;
  }

  WebhookResponse answer() {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", TITLES.getOrDefault(status, "Not done"))
            .put("status", status)
            .put("detail", getMessage());
    if (!findings.isEmpty()) {
      findings(node.putArray("errors"), findings);
    }
    byte[] body = PageAnswers.write(node).getBytes(StandardCharsets.UTF_8);
    return new WebhookResponse(status, TYPE, body, headers);
  }

  /** Findings as the API tells them. */
  static void findings(ArrayNode list, List<Finding> findings) {
    for (Finding finding : findings) {
      list.addObject()
          .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
          .put("file", finding.file())
          .put("line", finding.line())
          .put("message", finding.message());
    }
  }
}
