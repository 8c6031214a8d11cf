package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.DeskCaller.Answer;
import dev.callboard.plan.PlanReader;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest as a page, and the new versions of a plan that are made there. */
class DigestServerTest {

  private static final String DIGEST = "desk/hybrid-meetings-1122/digest";
  private static final String PLAN = DIGEST + "?form=plan";
  private static final String POLL = "  - title: Poll 1\n    minutes: ";
  private static final String ROOMS = "    key: room-types\n    minutes: ";

  @TempDir Path folder;
  private LobbyServer server;
  private Path file;
  private String yaml;

  @BeforeEach
  void start() throws Exception {
    server = GivenClasses.server(folder);
    file = GivenClasses.plan(folder);
    yaml = Files.readString(file);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private DeskCaller at(String person) throws Exception {
    return DeskCaller.signedIn(
        server.url(), new LobbyCaller(server.url(), "hybrid-meetings", person));
  }

  private static Reading read(String text) {
    return new PlanReader(Commands.registry().words())
        .read("hybrid-meetings", "new.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void newVersion_isThePlansFileWithTheMinutesTicked() throws Exception {
    DeskCaller priya = at("priya");
    Answer page = priya.gets(DIGEST);
    assertThat(page.raw())
        .contains("name=\"change\" value=\"poll-1\" checked", "value=\"room-types\" checked")
        .contains("Download version 2 of the plan", "With all of these", "slot")
        .contains("href=\"/desk/hybrid-meetings-1122/report\">Report", "/timeline\">Timeline");
    assertThat(page.response().headers().firstValue("content-security-policy").orElseThrow())
        .contains("form-action 'self'", "frame-ancestors 'none'");

    Answer both = priya.gets(PLAN + "&change=poll-1&change=room-types");
    assertThat(both.response().headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"hybrid-meetings.v2.yaml\"");
    assertThat(both.raw())
        .isEqualTo(yaml.replace(POLL + "5", POLL + "8").replace(ROOMS + "8", ROOMS + "12"));
    assertThat(read(both.raw()).usable()).isPresent();

    Answer one = priya.gets(PLAN + "&change=poll-1");
    assertThat(one.raw()).isEqualTo(yaml.replace(POLL + "5", POLL + "8"));
    assertThat(Files.readString(file)).isEqualTo(yaml);
  }

  @Test
  void newVersionPutInItsPlace_isWhatTheNextClassHas() throws Exception {
    DeskCaller priya = at("priya");
    Files.writeString(file, priya.gets(PLAN + "&change=poll-1").raw());

    assertThat(
            new LobbyCaller(server.url(), "hybrid-meetings", "priya").types("open hybrid-meetings"))
        .startsWith("Opened");
    assertThat(priya.gets(DIGEST).raw())
        .contains("Poll 1 is planned at 8 minutes here, not 5.")
        .doesNotContain("value=\"poll-1\"")
        .contains("Download version 3 of the plan");
    Answer again = priya.gets(PLAN + "&change=poll-1");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.raw()).contains("Nothing would change", "planned at 8 minutes here");
  }

  @Test
  void nothingTicked_isSaidSo() throws Exception {
    for (String ticked : List.of("", "&change=", "&change=banana")) {
      Answer answer = at("priya").gets(PLAN + ticked);
      assertThat(answer.status()).as(ticked).isEqualTo(400);
      assertThat(answer.raw()).contains("tick one of the proposals");
    }
    assertThat(at("priya").gets(DIGEST + "?form=exe").status()).isEqualTo(404);
  }

  @Test
  void minutesThatAreAMistake_areNotGiven() throws Exception {
    DeskCaller priya = at("priya");
    Files.writeString(
        file, yaml.replace("    cuttable: true\n    lead: priya", "    min-minutes: 3"));
    Answer refused = priya.gets(PLAN + "&change=poll-1&change=gallery-walk");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.raw()).contains("the plan has mistakes: tick others");
    assertThat(priya.gets(PLAN + "&change=room-types").status()).isEqualTo(200);
  }

  @Test
  void planWithoutASoundFile_isOfferedInNoVersion() throws Exception {
    DeskCaller priya = at("priya");
    for (String broken : List.of(yaml.replace("min-minutes", "banana"), "", "{")) {
      Files.writeString(file, broken);
      assertThat(priya.gets(DIGEST).raw()).contains("Plan Poll 1 at 8").doesNotContain("<form");
      assertThat(priya.gets(PLAN + "&change=poll-1").raw()).contains("no sound file");
    }
    Files.delete(file);
    assertThat(priya.gets(PLAN + "&change=poll-1").status()).isEqualTo(404);
  }

  @Test
  void namesOfLearners_areNotForDesigners() throws Exception {
    DeskCaller dana = at("dana");
    String page = dana.gets(DIGEST).raw();
    assertThat(page)
        .contains("Plan Poll 1 at 8 minutes", "file names learners, so it stays with the producers")
        .contains("Download the changed segments", "name=\"change\" value=\"poll-1\" checked")
        .contains("With all of these: ", "the slot is 60: 4 min too many")
        .contains("title: &quot;Gallery walk&quot;", "/report\">Report")
        .doesNotContain("Amara", "/timeline");
    Answer changes = dana.gets(PLAN + "&change=poll-1&change=room-types");
    assertThat(changes.response().headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"hybrid-meetings.v2.changes.yaml\"");
    assertThat(changes.raw())
        .isEqualTo(
            """
            # Version 2 of hybrid-meetings: these minutes, and nothing else changed.
            segments:
              - title: "Poll 1"
                key: "poll-1"
                minutes: 8 # not 5
              - title: "Three room types"
                key: "room-types"
                minutes: 12 # not 8
            """);
    assertThat(dana.gets(PLAN).status()).isEqualTo(400);

    Files.writeString(file, withoutLearners());
    assertThat(dana.gets(DIGEST).raw()).contains("Download version 2 of the plan");
    Answer given = dana.gets(PLAN + "&change=poll-1");
    assertThat(read(given.raw()).usable().orElseThrow().withRole(Role.LEARNER)).isEmpty();
    assertThat(given.raw()).isEqualTo(withoutLearners().replace(POLL + "5", POLL + "8"));
  }

  /** As it is where the roster stands beside the plan. */
  private String withoutLearners() {
    int first = yaml.indexOf("  - {key: amara");
    return yaml.substring(0, first) + yaml.substring(yaml.indexOf("\n# In the browser"));
  }

  @Test
  void othersThanWhoMayReadTheFile_getNothing() throws Exception {
    assertThat(new DeskCaller(server.url()).gets(PLAN + "&change=poll-1").status()).isEqualTo(401);
    assertThat(at("fay").gets(PLAN + "&change=poll-1").status()).isEqualTo(404);

    DeskCaller priya = at("priya");
    Files.writeString(
        file,
        yaml.replace("{key: priya, name: Priya", "{key: pia, name: Pia").replace("priya", "pia"));
    assertThat(priya.gets(PLAN + "&change=poll-1").status()).isEqualTo(404);
    Files.writeString(file, "client: acme\n" + yaml);
    assertThat(at("ravi").gets(PLAN + "&change=poll-1").status()).isEqualTo(404);
  }
}
