package dev.callboard.api;

import dev.callboard.api.Route.Asked;
import dev.callboard.plan.Client;
import dev.callboard.plan.Client.May;
import dev.callboard.plan.Library;
import dev.callboard.platform.Door;
import dev.callboard.platform.Site;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.report.file.Printing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The API under {@code /api/v1}. Whatever is asked, it answers: what cannot be done is a problem
 * with a sentence. Thread-safe.
 */
public final class Api implements Site {

  static final String ROOT = "/api/v1/";
  private static final String DESCRIPTION = "openapi.json";

  /** Requests say a line, or a plan; only tables are long. */
  private static final int SHORT = 64 * 1024;

  private static final int TABLE = 16 * 1024 * 1024;

  private final Gate gate;
  private final List<Route> routes;

  /**
   * What the API is given.
   *
   * @param clients what the file of a client says; empty when there is none without mistakes
   * @param folder of the plans, where rosters and classes that come in bulk are laid
   */
  public record Surroundings(
      Classes classes,
      Library plans,
      Function<String, Optional<Client>> clients,
      Printing printing,
      Path folder,
      InstantSource clock) {}

  public Api(Door door, Surroundings around) {
    gate = new Gate(around.clients());
    SessionReads reads = new SessionReads(around.classes(), around.clock());
    ReportReads reports = new ReportReads(around);
    SessionWrites writes = new SessionWrites(door, around.classes(), around.plans());
    Commanding commanding = new Commanding(writes);
    PlanReads plans = new PlanReads(around.plans());
    Intake intake = new Intake();
    Rosters rosters = new Rosters(plans, around.folder(), intake);
    Deliveries deliveries = new Deliveries(plans, around.folder(), intake);
    routes =
        List.of(
            new Route("GET", "sessions", May.READ, reads::list),
            new Route("POST", "sessions", May.COMMAND, writes::open),
            new Route("GET", "sessions/{id}", May.READ, reads::one),
            new Route("GET", "sessions/{id}/attendance", May.READ, reads::attendance),
            new Route("GET", "sessions/{id}/attendance.csv", May.READ, reads::attendanceFile),
            new Route("GET", "sessions/{id}/report", May.READ, reports::json),
            new Route("GET", "sessions/{id}/report.pdf", May.READ, reports::pdf),
            new Route("GET", "sessions/{id}/events", May.READ, reads::events),
            new Route("POST", "sessions/{id}/commands", May.COMMAND, commanding::command),
            new Route("GET", "plans", May.READ, plans::list),
            new Route("POST", "plans", May.IMPORT, deliveries::take),
            new Route("GET", "plans/{key}/check", May.READ, plans::check),
            new Route("POST", "rosters", May.IMPORT, rosters::all),
            new Route("POST", "rosters/{key}", May.IMPORT, rosters::one));
  }

  /** Everything that can be asked with a token. */
  List<Route> routes() {
    return routes;
  }

  @Override
  public String root() {
    return ROOT;
  }

  @Override
  public WebhookResponse read(WebhookRequest request) {
    return asked(request).equals(DESCRIPTION)
        ? WebhookResponse.json(200, description())
        : answer(request);
  }

  @Override
  public WebhookResponse write(WebhookRequest request) {
    return answer(request);
  }

  @Override
  public WebhookResponse other(WebhookRequest request) {
    return answer(request);
  }

  @Override
  public int largest(WebhookRequest head) {
    boolean table = asked(head).startsWith("rosters") || asked(head).equals("plans");
    return table && gate.knows(head) ? TABLE : SHORT;
  }

  @Override
  public WebhookResponse tooLong(int largest) {
    return Problem.of(
            413, "The body is too long: " + largest / 1024 + " KiB at most. Send it in parts.")
        .answer();
  }

  @Override
  public boolean hasFeeds() {
    return false;
  }

  @Override
  public Optional<Feed> follow(WebhookRequest request) {
    return Optional.empty();
  }

  /** What is asked for under the root; nothing also where the root's own slash is missing. */
  private static String asked(WebhookRequest request) {
    return request.path().startsWith(ROOT) ? request.path().substring(ROOT.length()) : "";
  }

  private WebhookResponse answer(WebhookRequest request) {
    try {
      return answer(request, asked(request));
    } catch (Problem problem) {
      return problem.answer();
    }
  }

  private WebhookResponse answer(WebhookRequest request, String path) {
    List<Route> there = routes.stream().filter(route -> route.named(path).isPresent()).toList();
    if (there.isEmpty()) {
      throw Problem.of(
          404, "There is nothing here. " + ROOT + DESCRIPTION + " says what there is.");
    }
    Route route =
        there.stream()
            .filter(one -> one.method().equals(request.method()))
            .findFirst()
            .orElseThrow(() -> otherMethod(there.stream().map(Route::method)));
    Program program = gate.admit(request);
    if (!program.may().contains(route.may())) {
      throw Problem.of(
          403,
          "The token does not allow that: its line in the client's file must say may: ["
              + route.may().word()
              + "].");
    }
    return route.handler().answer(new Asked(program, route.named(path).orElse(""), request));
  }

  private static Problem otherMethod(Stream<String> methods) {
    String allowed = methods.collect(Collectors.joining(", "));
    return Problem.of(405, "Only " + allowed + " is taken here.").with("Allow", allowed);
  }

  private static String description() {
    try (InputStream in = Api.class.getResourceAsStream("/api/" + DESCRIPTION)) {
      if (in == null) {
        throw new IllegalStateException(DESCRIPTION + ": missing (expected: among the resources)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
