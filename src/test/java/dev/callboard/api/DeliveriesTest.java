package dev.callboard.api;

import static dev.callboard.api.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.api.ApiServer.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes in bulk, by a client's program. */
class DeliveriesTest {

  private static final String HEAD = "copy,key,date,time,client,facilitator\n";

  @TempDir Path folder;

  @AutoClose private ApiServer api;
  private String token;

  @BeforeEach
  void open() throws IOException {
    api = new ApiServer(folder);
    token = api.token("acme", "read, command, import");
  }

  private HttpResponse<String> csv(String path, String text) throws Exception {
    return api.send(
        new Call("POST", path, token, text.getBytes(StandardCharsets.UTF_8), List.of())
            .with("content-type", "text/csv"));
  }

  private List<String> plans() throws IOException {
    try (Stream<Path> files = Files.list(api.plans())) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void classes_areThereToBeOpenedAndTheSameTableAgainChangesNothing() throws Exception {
    String table = HEAD + "hybrid,hybrid-1,2026-11-24,14:00,,Zoe Lim <zoe@example.com>\n";
    HttpResponse<String> answer = csv("plans", table);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("new").intValue()).isEqualTo(1);
    assertThat(json(answer).path("written").booleanValue()).isTrue();
    String id = api.opens("hybrid-1", token);
    assertThat(api.send(api.get("sessions/" + id, token)).body()).contains("Facilitating Hybrid");
    JsonNode again = json(csv("plans", table));
    assertThat(again.path("same").intValue()).isEqualTo(1);
    assertThat(again.path("new").intValue()).isZero();
  }

  @Test
  void othersPlans_areNeitherCopiedNorReplacedNorShown() throws Exception {
    List<String> before = plans();
    String theirs = Files.readString(api.plans().resolve("theirs.yaml"));
    HttpResponse<String> answer =
        csv(
            "plans?replace=true",
            HEAD
                + "theirs,mine,2026-11-24,,,\n"
                + "hybrid,theirs,2026-11-24,,,\n"
                + "hybrid,other,2026-11-24,,rival,\n"
                + "broken,fourth,2026-11-24,,,\n");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors").valueStream())
        .filteredOn(error -> error.path("severity").asText().equals("mistake"))
        .extracting(error -> error.path("line").intValue())
        .containsExactly(2, 3, 4, 5);
    assertThat(json(answer).path("errors").findValuesAsText("message"))
        .anyMatch(words -> words.startsWith("copy: “theirs” (expected: the key of a plan"))
        .anyMatch(words -> words.equals("key: “theirs” is taken (expected: another)"))
        .anyMatch(words -> words.equals("client: “rival” (expected: acme, or nothing)"))
        .anyMatch(words -> words.startsWith("copy: “broken” cannot be copied"));
    assertThat(plans()).isEqualTo(before);
    assertThat(Files.readString(api.plans().resolve("theirs.yaml"))).isEqualTo(theirs);
  }

  @Test
  void planThatSaysSomethingElse_isReplacedWhenAskedForAlone() throws Exception {
    csv("plans", HEAD + "hybrid,hybrid-1,2026-11-24,14:00,,\n");
    String moved = HEAD + "hybrid,hybrid-1,2026-11-25,14:00,,\n";
    assertThat(csv("plans", moved).statusCode()).isEqualTo(422);
    JsonNode dry = json(csv("plans?replace=true&dry-run=true", moved));
    assertThat(dry.path("replaced").intValue()).isEqualTo(1);
    assertThat(dry.path("written").booleanValue()).isFalse();
    assertThat(json(csv("plans?replace=true", moved)).path("written").booleanValue()).isTrue();
    assertThat(Files.readString(api.plans().resolve("hybrid-1.yaml")))
        .contains("start: \"2026-11-25T14:00\"");
  }
}
