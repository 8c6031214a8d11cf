package dev.callboard.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Route.Asked;
import dev.callboard.plan.roster.RosterImport;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes rosters and lays them beside their plans: all that was sent, or nothing of it. One at a
 * time, for a large one takes memory and seconds.
 */
final class Rosters {

  private static final Logger LOG = LoggerFactory.getLogger(Rosters.class);
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PlanReads plans;
  private final Path folder;
  private final Semaphore turn = new Semaphore(1);

  Rosters(PlanReads plans, Path folder) {
    this.plans = plans;
    this.folder = folder;
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
    String ending = ending(asked.request());
    if (!turn.tryAcquire()) {
      throw Problem.of(429, "Another roster is being taken. Try again in a few seconds.")
          .with("Retry-After", "5");
    }
    try {
      return taken(asked, plan, ending, dry);
    } finally {
      turn.release();
    }
  }

  private static String ending(WebhookRequest request) {
    return switch (Sent.type(request)) {
      case "text/csv" -> ".csv";
      case XLSX -> ".xlsx";
      default ->
          throw Problem.of(
              415, "Send CSV as Content-Type: text/csv, or a workbook as " + XLSX + ".");
    };
  }

  private WebhookResponse taken(Asked asked, @Nullable String plan, String ending, boolean dry) {
    try {
      Path file = Files.createTempFile("callboard-roster", ending);
      try {
        Files.write(file, asked.request().body());
        RosterImport.Source source = new RosterImport.Source(file, "roster" + ending, plan);
        List<String> keys = plan == null ? plans.keys(asked.program()) : List.of(plan);
        return answer(asked, RosterImport.of(source, plans.these(keys, folder), dry), dry);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException unwritable) {
      LOG.error("rosters of {} cannot be kept", asked.program(), unwritable);
      throw Problem.of(
          409,
          "The rosters cannot be kept beside their plans. Whoever runs Callboard finds the reason"
              + " in its log; once it is mended, send them again.");
    }
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
