package dev.callboard.command.roll;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.File;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Spelling;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.report.AttendanceTable;
import dev.callboard.report.CsvFile;
import dev.callboard.report.Layout;
import dev.callboard.report.LayoutReading;
import dev.callboard.report.Layouts;
import dev.callboard.report.Sheet;
import dev.callboard.report.XlsxFile;
import dev.callboard.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Posts who was there backstage, as a file. Platforms that take no files say in its place how to
 * have it. Layouts are read as plans are: when they are asked for.
 */
public final class ReportCommand implements Command {

  /** A file in chat travels through the outbox, which is no place for more. */
  private static final int LARGEST = 1024 * 1024;

  private static final int OFFERED = 6;
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** People open it by a double click, and Excel needs the mark to read their names. */
  private static final CsvFile FOR_PEOPLE = new CsvFile(',', true);

  private static final Spec SPEC =
      new Spec(
          "report",
          List.of(Param.name("layout|csv|xlsx").optional()),
          Spec.PRODUCER,
          "Get attendance as a file, backstage",
          List.of("report", "report csv", "report xlsx", "report moodle"),
          28);

  private final Layouts layouts;

  public ReportCommand(Layouts layouts) {
    this.layouts = layouts;
  }

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Optional<String> typed = call.arguments().find("layout|csv|xlsx");
    AttendanceTable table = AttendanceTable.of(session, call.now());
    if (typed.isEmpty()) {
      return Decision.tell(offer(session, table));
    }
    if (session.rooms().backstages().isEmpty()) {
      throw new CommandException("This class has no backstage to post a report in.");
    }
    String what = typed.get().toLowerCase(Locale.ROOT);
    File file = file(what, table);
    Content content = Content.text(summary(table)).and(file);
    String key = "report-" + what + "-" + call.now().getEpochSecond();
    return Decision.of()
        .saying(Backstage.say(session, key, content, false))
        .answering(Content.text(Line.of(file.name() + " is backstage.")));
  }

  private static Line summary(AttendanceTable table) {
    AttendanceTable.About about = table.about();
    int people = table.entries().size();
    return Line.empty()
        .strong("Attendance · " + about.title())
        .plain(" · " + (people == 1 ? "1 person" : people + " people"))
        .plain(" · " + about.revision().state().word() + " as of ")
        .clock(about.asOf(), about.zone());
  }

  private Content offer(Session session, AttendanceTable table) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Buttons.main(session.id(), "CSV", "report csv"));
    buttons.add(Buttons.plain(session.id(), "Excel", "report xlsx"));
    layouts.names().stream()
        .limit(OFFERED)
        .map(name -> Buttons.plain(session.id(), name, "report " + name))
        .forEach(buttons::add);
    return Content.text(summary(table)).and(new Actions(buttons));
  }

  private File file(String what, AttendanceTable table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean plain = what.equals("csv") || what.equals("xlsx");
    try {
      if (what.equals("xlsx")) {
        XlsxFile.write(List.of(table.people(), table.bySegment()), out);
      } else {
        Optional<Layout> layout = plain ? Optional.empty() : Optional.of(layout(what));
        Sheet sheet = layout.map(chosen -> chosen.sheet(table)).orElseGet(table::people);
        layout.map(Layout::file).orElse(FOR_PEOPLE).write(sheet, out);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    String id = table.about().session();
    if (out.size() > LARGEST) {
      String option = plain ? "--" + what : "--layout " + what;
      throw new CommandException(
          "That file is too large for a chat. On the server, `callboard report "
              + id
              + " "
              + option
              + " --out FILE` writes it.");
    }
    return new File(
        id + "-" + (plain ? "attendance." + what : what + ".csv"),
        what.equals("xlsx") ? XLSX : CSV,
        Base64.getEncoder().encodeToString(out.toByteArray()));
  }

  private Layout layout(String name) {
    List<String> names = Stream.concat(Stream.of("csv", "xlsx"), layouts.names().stream()).toList();
    LayoutReading reading =
        layouts
            .read(name)
            .orElseThrow(() -> {
              String hint =
                  Spelling.nearest(name, names)
                      .map(near -> "Did you mean `report " + near + "`?")
                      .orElse("There are: " + String.join(", ", names) + ".");
              return CommandException.usage("“" + name + "” is no layout. " + hint);
            });
    return reading
        .usable()
        .orElseThrow(() ->
            new CommandException("The layout has a mistake: " + reading.findings().getFirst()));
  }
}
