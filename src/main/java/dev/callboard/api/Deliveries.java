package dev.callboard.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Route.Asked;
import dev.callboard.plan.delivery.DeliveryImport;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookResponse;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes classes, each as a copy of a plan of the program's client: all that were sent, or none. */
final class Deliveries {

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final PlanReads plans;
  private final Path folder;
  private final Intake intake;

  Deliveries(PlanReads plans, Path folder, Intake intake) {
    this.plans = plans;
    this.folder = folder;
    this.intake = intake;
  }

  WebhookResponse take(Asked asked) {
    Query query = Query.of(asked.request(), List.of("dry-run", "replace"));
    DeliveryImport.Wish wish =
        new DeliveryImport.Wish(
            query.yesOrNo("dry-run").orElse(false), query.yesOrNo("replace").orElse(false));
    return intake.take(
        asked,
        "classes",
        (file, ending) ->
            answer(
                asked,
                DeliveryImport.of(
                    file, "classes" + ending, plans.copied(asked.program(), folder), wish)));
  }

  private static WebhookResponse answer(Asked asked, DeliveryImport.Outcome outcome) {
    if (outcome.mistaken()) {
      throw Problem.of(422, "Nothing was taken. Mend these lines, then send it again.")
          .listing(outcome.findings());
    }
    if (outcome.written()) {
      LOG.info(
          "{} brought classes: {} new, {} replaced",
          asked.program(),
          outcome.fresh(),
          outcome.replaced());
    }
    ObjectNode root =
        JsonNodeFactory.instance
            .objectNode()
            .put("new", outcome.fresh())
            .put("replaced", outcome.replaced())
            .put("same", outcome.same())
            .put("written", outcome.written());
    Problem.findings(root.putArray("findings"), outcome.findings());
    return WebhookResponse.json(200, PageAnswers.write(root));
  }
}
