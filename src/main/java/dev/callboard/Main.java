package dev.callboard;

import dev.callboard.config.Settings;
import dev.callboard.config.SettingsException;
import dev.callboard.config.SettingsReader;
import dev.callboard.plan.CheckReport;
import dev.callboard.plan.PlanReader;
import dev.callboard.plan.Reading;
import dev.callboard.plan.roster.RosterBeside;
import dev.callboard.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line. */
@Command(
    name = "callboard",
    description = "The notice board backstage of a virtual classroom.",
    mixinStandardHelpOptions = true,
    version = "Callboard 0.1",
    subcommands = {
      Manifest.class,
      Report.class,
      DigestCommand.class,
      ImportCommand.class,
      Token.class
    })
public final class Main {

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    Logging.begin();
    // Servers are started most, and picocli takes 0.2 s: its classes are too old for the AOT cache.
    int exit = args.length == 1 && args[0].equals("serve") ? new Main().serve(null) : run(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  private static int run(String... args) {
    return new CommandLine(new Main()).execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  @Command(name = "serve", description = "Runs the server until it is stopped.")
  int serve(
      @Option(names = "--config", description = "The settings' file.", paramLabel = "FILE")
          @Nullable Path config)
      throws InterruptedException {
    Settings settings;
    try {
      settings = new SettingsReader(home()).read(config, System.getenv());
    } catch (SettingsException exception) {
      System.err.println("Callboard does not start:");
      exception.problems().forEach(problem -> System.err.println("  " + problem));
      return 2;
    }
    try {
      Server server = new Server(settings, InstantSource.system());
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      server.start();
      greet(settings, server.port());
    } catch (StoreException | IOException | UncheckedIOException exception) {
      System.err.println("Callboard does not start: " + exception.getMessage());
      return 1;
    }
    new CountDownLatch(1).await(); // until the process is stopped
    return 0;
  }

  private static void greet(Settings settings, int port) {
    String address = "http://localhost:" + port + "/";
    System.out.println(
        settings.lobby() ? "Callboard is open: " + address : "Callboard listens at " + address);
    settings.slack().ifPresent(_ -> System.out.println("Slack is on."));
    settings.teams().ifPresent(_ -> System.out.println("Teams is on."));
    settings.zoom().ifPresent(_ -> System.out.println("Zoom is on."));
  }

  @Command(name = "check", description = "Says everything that is wrong with plans.")
  int check(
      @Parameters(arity = "1..*", paramLabel = "PLAN", description = "Files of plans.")
          List<Path> files)
      throws IOException {
    PlanReader reader = new PlanReader(Commands.registry().words());
    boolean usable = true;
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        System.out.println(file + ": cannot be read (expected: a file that is there)");
        usable = false;
        continue;
      }
      String key = name.replaceAll("\\.ya?ml$", "");
      Path folder = file.toAbsolutePath().getParent();
      Reading reading =
          RosterBeside.add(
              reader.read(key, file.toString(), Files.readAllBytes(file), folder),
              key,
              file.resolveSibling(RosterBeside.name(key)));
      CheckReport.lines(name, reading).forEach(System.out::println);
      usable &= reading.usable().isPresent();
    }
    return usable ? 0 : 1;
  }

  /** Where Callboard's own config/ is: its tree, or the project when it is run from there. */
  static Path home() {
    return Path.of(System.getProperty("callboard.home", "."));
  }

  /** A path of the working folder if it is there, else of Callboard's own. */
  static Path local(String path) {
    return Files.exists(Path.of(path)) ? Path.of(path) : home().resolve(path);
  }

  /** The only clock that is not handed in; for commands that look at the present once. */
  static InstantSource clock() {
    return InstantSource.system();
  }
}
