package dev.callboard.api;

import static dev.callboard.api.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read of attendance and reports, by the real server. */
class ReportReadsTest {

  @TempDir Path folder;

  @AutoClose private ApiServer api;
  private String acme;

  @BeforeEach
  void open() throws IOException {
    api = new ApiServer(folder);
    acme = api.token("acme", "read, command");
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return api.send(api.get(path, token));
  }

  @Test
  void attendance_isTheSameInJsonAndCsv() throws Exception {
    String id = api.opens("hybrid", acme);
    api.says(id, acme, "start");

    JsonNode rows = json(get("sessions/" + id + "/attendance", acme)).path("rows");
    HttpResponse<String> file = get("sessions/" + id + "/attendance.csv", acme);

    List<String> lines = file.body().lines().toList();
    List<String> names = new ArrayList<>();
    rows.path(0).fieldNames().forEachRemaining(names::add);
    assertThat(lines.getFirst()).isEqualTo(String.join(",", names));
    assertThat(lines).hasSize(rows.size() + 1);
    assertThat(file.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
    for (int i = 0; i < rows.size(); i++) {
      assertThat(lines.get(i + 1))
          .startsWith(id + ",hybrid,")
          .contains("," + rows.path(i).path("name").textValue() + ",")
          .contains("," + rows.path(i).path("status").textValue() + ",");
    }
    assertThat(file.body()).doesNotContain("Leeds meeting room");
  }

  @Test
  void report_isTheClients_inJsonAndOnPaper() throws Exception {
    String id = api.opens("hybrid", acme);
    api.says(id, acme, "start");
    api.says(id, acme, "note client: the room is cold");
    api.says(id, acme, "note designer: the poll is too short");

    JsonNode report = json(get("sessions/" + id + "/report", acme));
    assertThat(report.path("for").textValue()).isEqualTo("client");
    assertThat(report.path("state").textValue()).isEqualTo("live");
    assertThat(report.toString())
        .contains("the room is cold")
        .doesNotContain("the poll is too short", "@example.com", "Leeds meeting room");
    HttpResponse<String> paper = get("sessions/" + id + "/report.pdf", acme);
    assertThat(paper.headers().firstValue("content-type")).contains("application/pdf");
    assertThat(paper.headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"" + id + "-report.pdf\"");
    assertThat(paper.body()).startsWith("%PDF-");
  }
}
