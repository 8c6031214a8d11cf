package dev.callboard.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Route.Asked;
import dev.callboard.plan.roster.RosterImport;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookResponse;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes rosters and lays them beside their plans: all that was sent, or nothing of it. */
final class Rosters {

  private static final Logger LOG = LoggerFactory.getLogger(Rosters.class);

  private final PlanReads plans;
  private final Path folder;
  private final Intake intake;

  Rosters(PlanReads plans, Path folder, Intake intake) {
    this.plans = plans;
    this.folder = folder;
    this.intake = intake;
  }

  /** Rosters of several plans, which a column names. */
  WebhookResponse all(Asked asked) {
    return taken(asked, null);
  }

  /** The roster of one plan. */
  WebhookResponse one(Asked asked) {
    if (plans.own(asked.program(), asked.named()).isEmpty()) {
      throw Problem.nothing("plan");
    }
    return taken(asked, asked.named());
  }

  private WebhookResponse taken(Asked asked, @Nullable String plan) {
    boolean dry = Query.of(asked.request(), List.of("dry-run")).yesOrNo("dry-run").orElse(false);
    return intake.take(
        asked,
        "rosters",
        (file, ending) -> {
          RosterImport.Source source = new RosterImport.Source(file, "roster" + ending, plan);
          List<String> keys = plan == null ? plans.keys(asked.program()) : List.of(plan);
          return answer(asked, RosterImport.of(source, plans.these(keys, folder), dry), dry);
        });
  }

  private static WebhookResponse answer(Asked asked, RosterImport.Outcome outcome, boolean dry) {
    if (outcome.mistaken()) {
      throw Problem.of(422, "Nothing was taken. Mend these lines, then send it again.")
          .listing(outcome.findings());
    }
    if (!dry) {
      LOG.info(
          "{} brought rosters: {} people, {} classes",
          asked.program(),
          outcome.people(),
          outcome.classes());
    }
    ObjectNode root =
        JsonNodeFactory.instance
            .objectNode()
            .put("classes", outcome.classes())
            .put("people", outcome.people())
            .put("written", outcome.written());
    Problem.findings(root.putArray("findings"), outcome.findings());
    return WebhookResponse.json(200, PageAnswers.write(root));
  }
}
