package dev.callboard;

import dev.callboard.report.AttendanceTable;
import dev.callboard.report.CsvFile;
import dev.callboard.report.Layout;
import dev.callboard.report.LayoutReading;
import dev.callboard.report.Layouts;
import dev.callboard.report.Sheet;
import dev.callboard.report.XlsxFile;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.store.Archive;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes who was in a class to a file. A server may be running meanwhile. */
@Command(
    name = "report",
    description = "Writes who was in a class, as CSV or xlsx.",
    mixinStandardHelpOptions = true)
final class Report implements Callable<Integer> {

  private static final int LISTED = 12;

  @Parameters(
      paramLabel = "SESSION",
      description = "The class's id, or its plan's key when the plan was given once.")
  private String named = "";

  @Option(names = "--csv", description = "CSV; so it is when nothing is said.")
  private boolean csv;

  @Option(names = "--xlsx", description = "A workbook; its second page tells segment by segment.")
  private boolean xlsx;

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description = "The columns of another system: a file in config/layouts.")
  private @Nullable String layout;

  @Option(names = "--segments", description = "A row a person and segment, as CSV.")
  private boolean segments;

  @Option(names = "--bom", description = "CSV that Excel opens with its accents right.")
  private boolean bom;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file; without it CSV is printed, and a workbook is named after the class.")
  private @Nullable Path out;

  @Option(names = "--config", paramLabel = "FILE", description = "The settings' file.")
  private @Nullable Path config;

  @Override
  public Integer call() throws IOException {
    if ((csv || segments) && xlsx) {
      return Inquiry.complain("--xlsx: with --csv or --segments (expected: one of them)");
    }
    if (segments && layout != null) {
      return Inquiry.complain("--layout: with --segments (expected: one of them)");
    }
    return Inquiry.ask("report", config, this::write);
  }

  private int write(Archive archive) throws IOException {
    Optional<Session> session = find(archive);
    return session.isEmpty() ? 2 : write(session.get());
  }

  /** The class that is meant; empty, and said why, when that is not clear. */
  private Optional<Session> find(Archive archive) {
    Optional<Session> exact = archive.session(new SessionId(named));
    if (exact.isPresent()) {
      return exact;
    }
    List<SessionId> ofPlan = archive.ofPlan(named);
    if (ofPlan.size() == 1) {
      return archive.session(ofPlan.getFirst());
    }
    if (!ofPlan.isEmpty()) {
      Inquiry.complain(
          "“" + named + "” was given " + ofPlan.size() + " times (expected: one of these ids)");
      list(ofPlan);
      return Optional.empty();
    }
    List<SessionId> newest = archive.newest(Inquiry.COMPARED);
    List<String> names = newest.stream().map(SessionId::value).toList();
    String hint =
        Inquiry.hint(
            named,
            names,
            "there is none yet",
            "expected: a plan's key, or one of these ids, the newest first");
    Inquiry.complain("“" + named + "” is no class (" + hint + ")");
    list(newest);
    return Optional.empty();
  }

  private static void list(List<SessionId> ids) {
    ids.stream().limit(LISTED).forEach(id -> System.err.println("  " + id.value()));
    if (ids.size() > LISTED) {
      System.err.println("  and " + (ids.size() - LISTED) + " more");
    }
  }

  private int write(Session session) throws IOException {
    AttendanceTable table = AttendanceTable.of(session, Main.clock().instant());
    Optional<Layout> chosen = Optional.empty();
    if (layout != null) {
      chosen = layout(layout);
      if (chosen.isEmpty()) {
        return 2;
      }
    }
    Path file = out == null && xlsx ? Path.of(session.id().value() + ".xlsx") : out;
    if (file == null) {
      write(table, chosen, System.out);
      System.out.flush();
      return 0;
    }
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(table, chosen, stream);
    } catch (IOException exception) {
      return Inquiry.complain(
          "--out: " + file + " cannot be written (expected: a file in a folder)");
    }
    System.out.println("Written: " + file);
    return 0;
  }

  private void write(AttendanceTable table, Optional<Layout> chosen, OutputStream stream)
      throws IOException {
    Sheet sheet =
        chosen
            .map(columns -> columns.sheet(table))
            .orElseGet(() -> segments ? table.bySegment() : table.people());
    if (xlsx) {
      XlsxFile.write(
          chosen.isPresent() ? List.of(sheet) : List.of(sheet, table.bySegment()), stream);
      return;
    }
    CsvFile usual = chosen.map(Layout::file).orElse(CsvFile.USUAL);
    new CsvFile(usual.separator(), bom || usual.bom()).write(sheet, stream);
  }

  /** Layouts are Callboard's own, or those of the working folder when it has some. */
  private static Optional<Layout> layout(String name) {
    Layouts layouts = new Layouts(Main.local("config/layouts"));
    Optional<LayoutReading> reading = layouts.read(name);
    if (reading.isEmpty()) {
      String known = layouts.names().stream().collect(Collectors.joining(", "));
      String expected = "expected: one of " + known;
      String hint = Inquiry.hint(name, layouts.names(), expected, expected);
      Inquiry.complain("--layout: “" + name + "” (" + hint + ")");
      return Optional.empty();
    }
    reading.get().findings().forEach(finding -> System.err.println(finding));
    return reading.get().usable();
  }
}
