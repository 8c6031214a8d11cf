package dev.callboard.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Route.Asked;
import dev.callboard.plan.Library;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Reading.Severity;
import dev.callboard.plan.delivery.DeliveryImport;
import dev.callboard.plan.roster.RosterImport;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What programs may read of plans: those of their client, sound or not. */
final class PlanReads {

  private final Library plans;

  PlanReads(Library plans) {
    this.plans = plans;
  }

  WebhookResponse list(Asked asked) {
    Query.of(asked.request(), List.of());
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode list = root.putArray("plans");
    for (String key : plans.keys()) {
      own(asked.program(), key).ifPresent(reading -> list.add(row(key, reading)));
    }
    return WebhookResponse.json(200, PageAnswers.write(root));
  }

  private static ObjectNode row(String key, Reading reading) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("key", key)
        .put("title", reading.usable().map(Plan::title).orElse(null))
        .put("usable", reading.usable().isPresent())
        .put("mistakes", count(reading, Severity.MISTAKE))
        .put("warnings", count(reading, Severity.WARNING));
  }

  private static long count(Reading reading, Severity severity) {
    return reading.findings().stream().filter(f -> f.severity() == severity).count();
  }

  WebhookResponse check(Asked asked) {
    Query.of(asked.request(), List.of());
    Reading reading =
        own(asked.program(), asked.named()).orElseThrow(() -> Problem.nothing("plan"));
    ObjectNode root =
        JsonNodeFactory.instance
            .objectNode()
            .put("key", asked.named())
            .put("usable", reading.usable().isPresent());
    Problem.findings(root.putArray("findings"), reading.findings());
    return WebhookResponse.json(200, PageAnswers.write(root));
  }

  /** A plan of the program's client; empty for all others. */
  Optional<Reading> own(Program program, String key) {
    return own(plans, program, key);
  }

  static Optional<Reading> own(Library plans, Program program, String key) {
    return plans.read(key).filter(reading -> reading.client().equals(program.client()));
  }

  /** These plans, as those that may be brought rosters. */
  RosterImport.Plans these(List<String> keys, Path folder) {
    return new RosterImport.Plans(keys, plans, folder);
  }

  /** All plans of the program's client, as those that may be copied. */
  DeliveryImport.Plans copied(Program program, Path folder) {
    return new DeliveryImport.Plans(keys(program), plans, folder, program.client());
  }

  /** Keys of all plans of the program's client. */
  List<String> keys(Program program) {
    return plans.keys().stream().filter(key -> own(program, key).isPresent()).toList();
  }
}
