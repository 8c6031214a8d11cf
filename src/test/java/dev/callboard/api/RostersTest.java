package dev.callboard.api;

import static dev.callboard.api.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.api.ApiServer.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rosters in bulk. */
class RostersTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TempDir Path folder;

  @AutoClose private ApiServer api;
  private String token;

  @BeforeEach
  void open() throws IOException {
    api = new ApiServer(folder);
    token = api.token("acme", "read, command, import");
  }

  private HttpResponse<String> bring(String path, String type, byte[] body) throws Exception {
    return api.send(
        new Call("POST", path, token, body, List.of())
            .with("content-type", type)
            .with("idempotency-key", UUID.randomUUID().toString()));
  }

  private HttpResponse<String> csv(String path, String text) throws Exception {
    return bring(path, "text/csv; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(api.plans())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @Test
  void rosterOfAPlan_isThereWhenItsClassIsOpened() throws Exception {
    HttpResponse<String> answer =
        csv("rosters/hybrid", "name;email\nZoe Lim;zoe@example.com\nKai Ito;kai@example.com\n");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("people").intValue()).isEqualTo(2);
    assertThat(written()).containsExactly("hybrid.roster.csv");
    String id = api.opens("hybrid", token);
    assertThat(api.send(api.get("sessions/" + id + "/attendance", token)).body())
        .contains("Zoe Lim", "kai@example.com");
  }

  @Test
  void workbook_isTakenToo() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("people");
      sheet.value(0, 0, "name");
      sheet.value(0, 1, "email");
      sheet.value(1, 0, "Zoe Lim");
      sheet.value(1, 1, "zoe@example.com");
    }

    HttpResponse<String> answer = bring("rosters/hybrid", XLSX, out.toByteArray());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Files.readString(api.plans().resolve("hybrid.roster.csv"))).contains("Zoe Lim");
  }

  @Test
  void allBadLines_areToldAtOnce_andNothingIsTaken() throws Exception {
    HttpResponse<String> answer =
        csv(
            "rosters",
            """
            class,name,email
            hybrid,Zoe,nowhere
            hybird,Kai,kai@example.com
            hybrid,=1+1,x@example.com
            theirs,Ann,ann@example.com
            """);

    JsonNode problem = json(answer);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(problem.path("errors").findValuesAsText("line")).containsExactly("2", "3", "4", "5");
    assertThat(problem.path("errors").findValuesAsText("file")).containsOnly("roster.csv");
    assertThat(problem.path("errors").toString()).contains("did you mean hybrid?", "nowhere");
    assertThat(written()).isEmpty();
  }

  @Test
  void dryRun_writesNothing_andOthersPlansAreNotThere() throws Exception {
    HttpResponse<String> dry = csv("rosters/hybrid?dry-run=true", "name\nZoe\n");

    assertThat(dry.statusCode()).isEqualTo(200);
    assertThat(json(dry).path("written").booleanValue()).isFalse();
    assertThat(csv("rosters/theirs", "name\nZoe\n").statusCode()).isEqualTo(404);
    assertThat(written()).isEmpty();
  }

  @Test
  void folderThatTakesNothing_isToldAndNothingIsTaken() throws Exception {
    String sample = Files.readString(api.plans().resolve("hybrid.yaml"));
    api.plan("zebra", sample);
    Files.createDirectories(api.plans().resolve("zebra.roster.csv"));

    HttpResponse<String> answer = csv("rosters", "class,name\nhybrid,Zoe\nzebra,Kai\n");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(json(answer).path("detail").textValue()).contains("cannot be kept");
    assertThat(written()).containsExactly("zebra.roster.csv");
  }

  @Test
  void hintsWithoutEnd_areNoMistake() throws Exception {
    HttpResponse<String> answer =
        csv("rosters/hybrid", "name,email\n" + "Zoe,zoe@example.com\n".repeat(1_500));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("written").booleanValue()).isTrue();
    assertThat(written()).containsExactly("hybrid.roster.csv");
  }

  @Test
  void hostileFiles_areRefused() throws Exception {
    byte[] bomb = {'P', 'K', 3, 4, 0, 0, 0};
    assertThat(bring("rosters/hybrid", XLSX, bomb).statusCode()).isEqualTo(422);
    assertThat(bring("rosters/hybrid", XLSX, new byte[0]).statusCode()).isEqualTo(422);
    assertThat(csv("rosters/hybrid", "").statusCode()).isEqualTo(422);
    assertThat(csv("rosters/hybrid", "name\n\"").statusCode()).isIn(200, 422);
    assertThat(bring("rosters/hybrid", "text/csv", new byte[] {(byte) 0xff, 0}).statusCode())
        .isEqualTo(422);
    assertThat(written()).isEmpty();
  }

  /** The bulk that the largest customers bring: 5,000 classes, 100,000 people. */
  @Test
  void hundredThousandRows_doNotChokeIt() throws Exception {
    String plan =
        """
        title: Short
        client: acme
        zone: Europe/London
        start: "14:00"
        slot: 60
        languages: [en]
        people: [{key: priya, name: Priya Nair, role: producer, email: priya@example.com}]
        segments: [{title: All, key: all, minutes: 60}]
        """;
    StringBuilder rows = new StringBuilder("class,name,email\n");
    for (int i = 0; i < 5_000; i++) {
      api.plan("p" + i, plan);
      for (int j = 0; j < 20; j++) {
        rows.append("p%d,Learner %d,l%d@example.com\n".formatted(i, j, j));
      }
    }

    HttpResponse<String> answer = csv("rosters", rows.toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("people").intValue()).isEqualTo(100_000);
    assertThat(written()).hasSize(5_000);
  }
}
