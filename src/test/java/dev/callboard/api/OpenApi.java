package dev.callboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API, which answers are held against; it remembers what was seen. */
final class OpenApi {

  private final JsonNode root;
  private final Set<String> seen = new TreeSet<>();

  OpenApi(JsonNode root) {
    this.root = root;
  }

  /** One thing that can be asked, such as {@code GET /plans}. */
  record Operation(String method, String path) {}

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                  if (!method.equals("parameters")) {
                    all.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()));
                  }
                }));
    return all;
  }

  /** Statuses that an operation says it answers. */
  List<String> statuses(Operation operation) {
    List<String> all = new ArrayList<>();
    responses(operation).fieldNames().forEachRemaining(all::add);
    return all;
  }

  private JsonNode responses(Operation operation) {
    return root.path("paths")
        .path(operation.path())
        .path(operation.method().toLowerCase(Locale.ROOT))
        .path("responses");
  }

  private JsonNode resolved(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : root.at(ref.substring(1));
  }

  /** What of an answer is not as the description says; empty when all is. */
  List<String> complaints(Operation operation, HttpResponse<String> answer) throws IOException {
    String status = String.valueOf(answer.statusCode());
    JsonNode described = resolved(responses(operation).path(status));
    if (described.isMissingNode()) {
      return List.of("status " + status + " is not described: " + answer.body());
    }
    seen.add(operation.method() + " " + operation.path() + " " + status);
    List<String> complaints = new ArrayList<>();
    described
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> {
          if (answer.headers().firstValue(name).isEmpty()) {
            complaints.add("no header " + name);
          }
        });
    String type = answer.headers().firstValue("content-type").orElse("").split(";", 2)[0];
    JsonNode content = described.path("content").path(type);
    if (content.isMissingNode()) {
      complaints.add("type " + type + " is not described");
    } else if (type.endsWith("json")) {
      for (Error error : validate(content.path("schema"), ApiServer.json(answer))) {
        complaints.add(error.toString());
      }
    }
    return complaints;
  }

  private List<Error> validate(JsonNode schema, JsonNode value) {
    ObjectNode whole = ApiServer.JSON.createObjectNode();
    whole.set("components", root.path("components"));
    whole.set("allOf", ApiServer.JSON.createArrayNode().add(schema));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  /** What is described and was never answered. */
  List<String> unseen() {
    return operations().stream()
        .flatMap(operation ->
            statuses(operation).stream()
                .map(status -> operation.method() + " " + operation.path() + " " + status))
        .filter(one -> !seen.contains(one))
        .toList();
  }
}
