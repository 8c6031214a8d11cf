package dev.callboard.api;

import dev.callboard.api.Route.Asked;
import dev.callboard.plan.Client;
import dev.callboard.plan.Paper;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.report.file.Printing;
import dev.callboard.report.file.ReportJson;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The report of a class as its client has it. */
final class ReportReads {

  private final Classes classes;
  private final Function<String, Optional<Client>> clients;
  private final InstantSource clock;
  private final Printing printing;

  ReportReads(Api.Surroundings around) {
    classes = around.classes();
    clients = around.clients();
    printing = around.printing();
    clock = around.clock();
  }

  /**
   * A report.
   *
   * @param seq of the newest event in it
   */
  private record Told(ClassReport report, long seq) {}

  WebhookResponse json(Asked asked) {
    Query.of(asked.request(), List.of());
    return WebhookResponse.json(200, PageAnswers.write(ReportJson.of(told(asked).report())));
  }

  /** On the paper that the client's file names. */
  WebhookResponse pdf(Asked asked) {
    Query.of(asked.request(), List.of());
    Told told = told(asked);
    Paper paper = clients.apply(asked.program().client()).map(Client::paper).orElse(Paper.A4);
    byte[] pdf =
        printing
            .pdf(told.report(), told.seq(), paper)
            .orElseThrow(() ->
                Problem.of(429, "Other reports are being printed. Try again in a few seconds.")
                    .with("Retry-After", "10"));
    return new WebhookResponse(200, "application/pdf", pdf)
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + told.report().header().session() + "-report.pdf\"");
  }

  private Told told(Asked asked) {
    Session own = SessionReads.own(classes, asked);
    List<Recorded> log = classes.whole(own.id());
    Session session = Session.fold(own.id(), log).orElse(own);
    ClassReport report = ClassReport.of(session, log, clock.instant());
    return new Told(report.forReader(Reader.CLIENT), session.seq());
  }
}
