package dev.callboard.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.console.Revisions.Made;
import dev.callboard.console.Visits.Visit;
import dev.callboard.plan.Client;
import dev.callboard.plan.Paper;
import dev.callboard.plan.Role;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.report.CsvFile;
import dev.callboard.report.deeds.Deed;
import dev.callboard.report.deeds.Deeds;
import dev.callboard.report.deeds.Sieve;
import dev.callboard.report.digest.DeliverySummary;
import dev.callboard.report.digest.Digest;
import dev.callboard.report.file.Printing;
import dev.callboard.report.file.ReportJson;
import dev.callboard.report.file.Workbook;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Reader;
import dev.callboard.report.page.DigestPage;
import dev.callboard.report.page.Links;
import dev.callboard.report.page.NoticePage;
import dev.callboard.report.page.ReportPage;
import dev.callboard.report.page.TimelinePage;
import dev.callboard.report.picture.Png;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is read rather than looked at: report, timeline and digest, as pages and as files. */
final class Documents {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String BUSY =
      "Other reports are being printed at this moment. Try it again in a minute.";

  /** People open it by a double click, and Excel needs the mark to read their names. */
  private static final CsvFile FOR_PEOPLE = new CsvFile(',', true);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final Classrooms classrooms;
  private final Revisions revisions;
  private final Function<String, Optional<Client>> clients;
  private final String assets;
  private final InstantSource clock;
  private final Printing printing;

  /** Summaries of classes that are over change seldom, and a digest needs hundreds. */
  private final Cache<SessionId, Summed> summaries =
      Caffeine.newBuilder().maximumSize(5_000).executor(Runnable::run).build();

  /**
   * A summary.
   *
   * @param seq of the newest event in it
   */
  private record Summed(long seq, Optional<DeliverySummary> summary) {}

  Documents(Console.Surroundings around) {
    this.classrooms = around.classrooms();
    this.revisions = new Revisions(around.plans());
    this.clients = around.clients();
    this.printing = around.printing();
    this.assets = around.assets();
    this.clock = around.clock();
  }

  /** For whoever may not see what they asked for. */
  WebhookResponse notice(int status, String sentence) {
    boolean stranger = status == 401;
    String title =
        stranger ? "Sign in from your chat" : status == 503 ? "Not at this moment" : "Not here";
    Links.Form classes = new Links.Form(Links.Group.PAGES, "Your classes", "/desk");
    Links links = Links.of(assets, stranger ? List.of() : List.of(classes));
    return html(status, NoticePage.html(title, sentence, links));
  }

  /** The report of a class, for whom it is asked, as far as the visitor may have that. */
  WebhookResponse report(Visit visit, WebhookRequest request) {
    Optional<Reader> reader = reader(visit, request.parameter("for").orElse(""));
    if (reader.isEmpty()) {
      return notice(404, "There is no such report for you.");
    }
    Session session = visit.session();
    List<Recorded> log = classrooms.log(session.id());
    Session told = Session.fold(session.id(), log).orElse(session);
    ClassReport report = ClassReport.of(told, log, clock.instant()).forReader(reader.get());
    String file = session.id().value() + "-report";
    return switch (request.parameter("form").orElse("")) {
      case "" -> html(200, ReportPage.html(report, links(visit, reader.get(), request)));
      case "pdf" ->
          printing
              .pdf(report, told.seq(), paper(report))
              .map(pdf -> file("application/pdf", file + ".pdf", out -> out.write(pdf)))
              .orElseGet(() -> notice(503, BUSY));
      case "xlsx" -> file(XLSX, file + ".xlsx", out -> Workbook.write(report, out));
      case "png" -> file("image/png", file + ".png", out -> Png.write(report, out));
      case "json" -> WebhookResponse.json(200, PageAnswers.write(ReportJson.of(report)));
      case "csv" ->
          reader.get().seesPeople()
              ? file(
                  "text/csv; charset=utf-8",
                  file + ".csv",
                  out -> FOR_PEOPLE.write(Workbook.people(report), out))
              : notice(404, "There is no such report for you.");
      default -> notice(404, "There is no such form of a report.");
    };
  }

  /** As the client's file has it now. */
  private Paper paper(ClassReport report) {
    return clients.apply(report.header().client()).map(Client::paper).orElse(Paper.A4);
  }

  private Links links(Visit visit, Reader reader, WebhookRequest request) {
    Links own = Links.beside(assets, reader);
    String whom = request.parameter("for").map(word -> "&for=" + reader.word()).orElse("");
    Stream<Links.Form> forms =
        own.forms().stream()
            .map(form -> new Links.Form(form.group(), form.label(), form.href() + whom));
    Stream<Links.Form> others =
        mayChoose(visit)
            ? Stream.of(Reader.values())
                .map(other ->
                    new Links.Form(
                        Links.Group.READERS,
                        other.words(),
                        other == reader ? "" : "?for=" + other.word()))
            : Stream.empty();
    Stream<Links.Form> pages = pages(visit, "report").stream();
    return own.with(Stream.of(forms, others, pages).flatMap(each -> each).toList());
  }

  /** The other pages of the class that the visitor may see. */
  private static List<Links.Form> pages(Visit visit, String here) {
    String desk = "/desk/" + visit.session().id().value();
    List<Links.Form> pages = new ArrayList<>();
    pages.add(new Links.Form(Links.Group.PAGES, "Desk", desk));
    pages.add(new Links.Form(Links.Group.PAGES, "Report", desk + "/report"));
    if (mayChoose(visit)) {
      pages.add(new Links.Form(Links.Group.PAGES, "Timeline", desk + "/timeline"));
    }
    if (mayDigest(visit)) {
      pages.add(new Links.Form(Links.Group.PAGES, "Digest", desk + "/digest"));
    }
    pages.removeIf(page -> page.href().endsWith("/" + here));
    return pages;
  }

  private static boolean mayDigest(Visit visit) {
    return mayChoose(visit) || visit.role() == Role.DESIGNER;
  }

  /** A producer, or who leads, hands reports on to the others, so they may see them as they are. */
  private static boolean mayChoose(Visit visit) {
    return visit.role() == Role.PRODUCER || visit.role() == Role.STRANGER;
  }

  private static Optional<Reader> reader(Visit visit, String asked) {
    Reader own = visit.reader();
    if (asked.isEmpty()) {
      return Optional.of(own);
    }
    return Stream.of(Reader.values())
        .filter(reader -> reader.word().equals(asked))
        .filter(reader -> reader == own || mayChoose(visit))
        .findFirst();
  }

  /** The whole log in words, which has private things in it: for who runs the class. */
  WebhookResponse timeline(Visit visit, WebhookRequest request) {
    if (!mayChoose(visit)) {
      return notice(404, "The timeline is for producers.");
    }
    List<Recorded> log = classrooms.log(visit.session().id());
    Session session = Session.fold(visit.session().id(), log).orElse(visit.session());
    Sieve sieve = Sieve.of(request.parameter("kind"), request.parameter("person"));
    List<Deed> deeds = Deeds.of(session, log);
    if (request.parameter("form").orElse("").equals("csv")) {
      return file(
          "text/csv; charset=utf-8",
          session.id().value() + "-timeline.csv",
          out -> FOR_PEOPLE.write(Deeds.sheet(sieve.of(deeds), session.plan().zone()), out));
    }
    long after =
        request
            .parameter("after")
            .filter(number -> number.matches("\\d{1,15}"))
            .map(Long::parseLong)
            .orElse(0L);
    return html(
        200,
        TimelinePage.html(
            session, deeds, sieve, after, Links.of(assets, pages(visit, "timeline"))));
  }

  /**
   * What all deliveries of the plan and of its copies teach; those of the same client that the
   * visitor may see.
   */
  WebhookResponse digest(Visit visit, Visits visits, WebhookRequest request) {
    if (!mayDigest(visit)) {
      return notice(404, "The digest is for designers and producers.");
    }
    List<DeliverySummary> all =
        classrooms.ofCourse(visit.session().plan().courseKey()).stream()
            .flatMap(id -> visits.of(visit.person(), id).stream())
            .map(Visit::session)
            .filter(session -> sameCourse(session, visit.session()))
            .flatMap(session -> summary(session).stream())
            .toList();
    Optional<Digest> digest = Digest.of(all);
    if (digest.isEmpty()) {
      return notice(404, "No class of this plan is over yet, so there is nothing to learn.");
    }
    String client = visit.session().plan().clientKey();
    return switch (request.parameter("form").orElse("")) {
      case "" ->
          html(
              200,
              DigestPage.html(
                  digest.get(),
                  revisions.offer(digest.get(), client, visit.person()),
                  besideTheDigest(visit)));
      case "json" -> json(digest.get());
      case "plan" ->
          plan(revisions.make(digest.get(), client, visit.person(), request.parameters("change")));
      default -> notice(404, "There is no such form of a digest.");
    };
  }

  private Links besideTheDigest(Visit visit) {
    List<Links.Form> forms = new ArrayList<>();
    forms.add(new Links.Form(Links.Group.FILES, "JSON", "?form=json"));
    forms.addAll(pages(visit, "digest"));
    return Links.of(assets, forms);
  }

  private static WebhookResponse json(Digest digest) {
    try {
      return WebhookResponse.json(200, JSON.writeValueAsString(digest));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("digest: not written (expected: any)", unwritable);
    }
  }

  private WebhookResponse plan(Made made) {
    return switch (made) {
      case Made.Refused refused -> notice(refused.status(), refused.sentence());
      case Made.Version version ->
          new WebhookResponse(
                  200,
                  "application/yaml; charset=utf-8",
                  version.text().getBytes(StandardCharsets.UTF_8))
              .with("Content-Disposition", "attachment; filename=\"" + version.name() + "\"");
    };
  }

  private static boolean sameCourse(Session one, Session other) {
    return one.plan().courseKey().equals(other.plan().courseKey())
        && one.plan().clientKey().equals(other.plan().clientKey());
  }

  private Optional<DeliverySummary> summary(Session session) {
    Summed kept = summaries.getIfPresent(session.id());
    if (kept == null || kept.seq() != session.seq()) {
      kept = new Summed(session.seq(), DeliverySummary.of(session));
      summaries.put(session.id(), kept);
    }
    return kept.summary();
  }

  private static WebhookResponse html(int status, String html) {
    return new WebhookResponse(status, HTML, html.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static WebhookResponse file(String type, String name, Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new WebhookResponse(200, type, out.toByteArray())
        .with("Content-Disposition", "inline; filename=\"" + name + "\"");
  }
}
