package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line as people type it. */
@Timeout(60) // a server that starts after all would run for ever
@Isolated("prints to the JVM's own output")
class MainTest {

  private static final String APP = "11111111-2222-4333-8444-555555555555";

  @TempDir Path folder;

  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(usualOut);
    System.setErr(usualErr);
  }

  private int run(String... arguments) {
    return new CommandLine(new Main()).execute(arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void manifestForSlack_isPrinted() {
    assertThat(run("manifest", "slack", "--url", "https://bot.example.com")).isZero();
    assertThat(said()).contains("request_url: https://bot.example.com/slack/events");
  }

  @Test
  void manifestForSlackWithoutAnAddress_isForSocketMode() {
    assertThat(run("manifest", "slack")).isZero();
    assertThat(said()).contains("socket_mode_enabled: true").doesNotContain("request_url");
  }

  @Test
  void manifestForTeams_isWrittenAsAPackage() throws IOException {
    Path file = folder.resolve("app.zip");

    assertThat(
            run(
                "manifest",
                "teams",
                "--app-id",
                APP,
                "--url",
                "https://bot.example.com",
                "--out",
                file.toString()))
        .isZero();
    assertThat(said()).startsWith("Written: " + file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactly("manifest.json", "color.png", "outline.png");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bot.example.com", "http://bot.example.com", "https:bot", "/bot"})
  void addressThatNoPlatformReaches_isRefusedInOneSentence(String url) {
    Path file = folder.resolve("app.zip");

    assertThat(run("manifest", "slack", "--url", url)).isEqualTo(2);
    assertThat(run("manifest", "zoom", "--url", url)).isEqualTo(2);
    assertThat(run("manifest", "teams", "--app-id", APP, "--url", url, "--out", file.toString()))
        .isEqualTo(2);
    assertThat(complained().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("--url: " + url + " (expected: https and a host"));
    assertThat(said()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void checkOfASoundPlan_findsNothing() {
    assertThat(run("check", "config/plans/hybrid-meetings.yaml")).isZero();
    assertThat(said()).isEqualToIgnoringNewLines("hybrid-meetings.yaml: nothing to mend");
  }

  @Test
  void checkOfAMistake_namesItsLineAndTheWordThatWasMeant() throws IOException {
    Path plan = folder.resolve("mine.yaml");
    String sound = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.writeString(plan, sound.replace("facilitator: [page]", "facilitator: [pgae]"));

    assertThat(run("check", "config/plans/feedback-90.yaml", plan.toString())).isEqualTo(1);
    assertThat(said())
        .contains("feedback-90.yaml: nothing to mend")
        .containsPattern(
            "mine\\.yaml:[0-9]+: rights\\.facilitator\\[0]: “pgae” \\(did you mean page\\?\\)");
  }

  @Test
  void checkOfAFileThatIsNotThere_saysSo() {
    assertThat(run("check", folder.resolve("none.yaml").toString())).isEqualTo(1);
    assertThat(said()).contains("none.yaml: cannot be read (expected: a file that is there)");
    assertThat(complained()).isEmpty();
  }

  @Test
  void serverWithWrongSettings_doesNotStart() throws IOException {
    Path file = settings("server:\n  prot: 1\n");

    assertThat(run("serve", "--config", file.toString())).isEqualTo(2);
    assertThat(complained()).startsWith("Callboard does not start:\n").contains("server.prot");
  }

  @Test
  void serverWithoutEnglishTexts_doesNotStart() throws IOException {
    Path file = settings("messages: " + Files.createDirectory(folder.resolve("messages")) + "\n");

    assertThat(run("serve", "--config", file.toString())).isEqualTo(1);
    assertThat(complained().lines()).singleElement().asString().contains("no en.yaml");
    assertThat(complained()).startsWith("Callboard does not start: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "page: [", "- page", "page: {a: b}"})
  void serverWithBrokenTexts_doesNotStart(String texts) throws IOException {
    Path messages = Files.createDirectory(folder.resolve("messages"));
    Files.writeString(messages.resolve("en.yaml"), texts);
    Path file = settings("messages: " + messages + "\n");

    assertThat(run("serve", "--config", file.toString())).isEqualTo(1);
    assertThat(complained().lines())
        .singleElement()
        .asString()
        .startsWith("Callboard does not start: ")
        .contains("en.yaml", "cannot be read as texts");
  }

  @Test
  void importOfRosters_writesThemBesideThePlansUnlessALineIsBad() throws IOException {
    Path plans = Files.createDirectory(folder.resolve("plans"));
    Files.copy(Path.of("config/plans/onboarding-60.yaml"), plans.resolve("onboarding-60.yaml"));
    String config = settings("plans: " + plans + "\n").toString();
    Path roster = folder.resolve("in.csv");

    Files.writeString(roster, "class,name,email\nonboarding-60,Amara,nowhere\n");
    assertThat(run("import", roster.toString(), "--config", config)).isEqualTo(1);
    assertThat(said()).contains("in.csv:2: email: “nowhere” (expected:", "Nothing is written.");

    Files.writeString(roster, "class,name,email\nonboarding-60,Amara,amara@new.example.com\n");
    assertThat(run("import", roster.toString(), "--dry-run", "--config", config)).isZero();
    assertThat(plans.resolve("onboarding-60.roster.csv")).doesNotExist();
    assertThat(run("import", roster.toString(), "--config", config)).isZero();
    assertThat(said()).contains("Written beside the plans in " + plans + "; people: 1, classes: 1");
    assertThat(run("check", plans.resolve("onboarding-60.yaml").toString())).isZero();

    Files.writeString(plans.resolve("onboarding-60.roster.csv"), "name,email\nAmara,nowhere\n");
    assertThat(run("check", plans.resolve("onboarding-60.yaml").toString())).isEqualTo(1);
    assertThat(said()).contains("onboarding-60.roster.csv:2: email: “nowhere”");
  }

  @Test
  void importOfClasses_makesPlansOfThemAndIsToldFromOneOfRosters() throws IOException {
    Path plans = Files.createDirectories(folder.resolve("plans"));
    Files.copy(Path.of("config/plans/onboarding-60.yaml"), plans.resolve("onboarding-60.yaml"));
    String config = settings("plans: " + plans + "\n").toString();
    Path table = folder.resolve("in.csv");

    Files.writeString(table, "copy,key,date\nonboarding-60,acme-1,11.01.2027\n");
    assertThat(run("import", table.toString(), "--config", config)).isEqualTo(1);
    assertThat(said())
        .contains("in.csv:2: date: “11.01.2027” (expected: a day such as 2026-11-24)");
    Files.writeString(table, "copy,key,date\nonboarding-60,acme-1,2027-01-11\n");
    assertThat(run("import", table.toString(), "--dry-run", "--config", config)).isZero();
    assertThat(said()).contains("It is sound; new: 1, replaced: 0, there already: 0");
    assertThat(run("import", table.toString(), "--config", config)).isZero();
    assertThat(run("check", plans.resolve("acme-1.yaml").toString())).isZero();
    Files.writeString(table, "copy,key,date\nonboarding-60,acme-1,2027-01-12\n");
    assertThat(run("import", table.toString(), "--config", config)).isEqualTo(1);
    assertThat(run("import", table.toString(), "--replace", "--config", config)).isZero();
    assertThat(said()).contains("Plans written in " + plans + "; new: 0, replaced: 1");
  }

  @Test
  void newToken_isShownOnce_andKnownByItsLineAlone() throws IOException {
    Path plans = Files.createDirectory(folder.resolve("plans"));
    String config = settings("plans: " + plans + "\n").toString();
    Path clients = Files.createDirectory(folder.resolve("clients"));
    String[] make = {
      "token",
      "new",
      "--client",
      "acme",
      "--name",
      "LMS",
      "--may",
      "read,command",
      "--config",
      config
    };

    assertThat(run(make)).isZero();
    String line = said().lines().filter(l -> l.contains("sha256")).findFirst().orElseThrow();
    String token =
        said().lines().filter(l -> l.contains("Bearer ")).findFirst().orElseThrow().strip();
    assertThat(token).matches("Authorization: Bearer callboard_acme_[A-Za-z0-9_-]{43}");
    assertThat(said()).contains("Make " + clients.resolve("acme.yaml"));
    Files.writeString(clients.resolve("acme.yaml"), "title: Acme\ntokens:\n" + line + "\n");
    assertThat(run("token", "list", "--config", config)).isZero();
    assertThat(said()).containsPattern("acme  LMS  [0-9a-f]{8}…  may command, read");
    assertThat(run(make)).isZero();
    assertThat(said()).contains("Put this line under `tokens:` in " + clients.resolve("acme.yaml"));
  }

  @Test
  void tokenForNobody_orForAnything_isNotMade() {
    assertThat(run("token", "new")).isEqualTo(2);
    assertThat(run("token", "new", "--client", "../x")).isEqualTo(2);
    assertThat(run("token", "new", "--client", "acme", "--may", "all")).isEqualTo(2);
    assertThat(run("token", "new", "--client", "acme", "--name", "\"x")).isEqualTo(2);
    assertThat(complained())
        .contains("--client: “../x” (expected:", "--may: “all” (expected:", "--name: “\"x”");
    assertThat(said()).doesNotContain("callboard_");
  }

  private Path settings(String text) throws IOException {
    Path file = folder.resolve("callboard.yaml");
    return Files.writeString(
        file, text + "database:\n  url: jdbc:sqlite:" + folder.resolve("callboard.db") + "\n");
  }
}
