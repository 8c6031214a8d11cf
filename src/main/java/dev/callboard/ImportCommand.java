package dev.callboard;

import dev.callboard.config.SettingsException;
import dev.callboard.config.SettingsReader;
import dev.callboard.plan.PlanFolder;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.delivery.DeliveryImport;
import dev.callboard.plan.roster.RosterImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes many classes, or the people of many, from one table; a server may be running meanwhile. */
@Command(
    name = "import",
    description = "Takes classes, or rosters of classes, from a CSV or xlsx file.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = {
        "A class a line, with headings such as copy, key, date, time, facilitator;",
        "or a person a line, with headings such as class, name, email."
      })
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Only looks for mistakes.")
  private boolean dry;

  @Option(
      names = "--replace",
      description = "Also writes over plans of classes that say something else.")
  private boolean replace;

  @Option(names = "--config", description = "The settings' file.", paramLabel = "FILE")
  private @Nullable Path config;

  @Override
  public Integer call() throws IOException {
    Path plans;
    try {
      plans = new SettingsReader(Main.home()).read(config, System.getenv()).plans();
    } catch (SettingsException exception) {
      exception.problems().forEach(System.err::println);
      return 2;
    }
    PlanFolder library = new PlanFolder(plans, Commands.registry().words());
    boolean classes = DeliveryImport.isFor(file);
    try {
      return classes ? classes(library, plans) : rosters(library, plans);
    } catch (IOException unwritable) {
      String what = classes ? "classes" : "rosters";
      System.err.println("The " + what + " could not be kept in " + plans + ": " + unwritable);
      return 1;
    }
  }

  private int classes(PlanFolder library, Path plans) throws IOException {
    DeliveryImport.Outcome outcome =
        DeliveryImport.of(
            file,
            String.valueOf(file.getFileName()),
            new DeliveryImport.Plans(library.keys(), library, plans, null),
            new DeliveryImport.Wish(dry, replace));
    String found =
        "new: "
            + outcome.fresh()
            + ", replaced: "
            + outcome.replaced()
            + ", there already: "
            + outcome.same();
    return say(
        outcome.findings(),
        outcome.mistaken(),
        outcome.written() ? "Plans written in " + plans + "; " + found : "",
        found);
  }

  private int rosters(PlanFolder library, Path plans) throws IOException {
    RosterImport.Outcome outcome =
        RosterImport.of(file, RosterImport.Plans.all(library, plans), dry);
    String found = "people: " + outcome.people() + ", classes: " + outcome.classes();
    return say(
        outcome.findings(),
        outcome.mistaken(),
        outcome.written() ? "Written beside the plans in " + plans + "; " + found : "",
        found);
  }

  /**
   * The exit code.
   *
   * @param written empty when nothing was
   */
  private static int say(List<Finding> findings, boolean mistaken, String written, String found) {
    findings.forEach(System.out::println);
    System.out.println(
        !written.isEmpty()
            ? written
            : "Nothing is written. "
                + (mistaken ? "Mend the file first" : "It is sound; " + found));
    return mistaken ? 1 : 0;
  }
}
