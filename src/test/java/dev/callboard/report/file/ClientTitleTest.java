package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.report.GivenClass;
import dev.callboard.report.model.ClassReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client is called in reports: its title where people read, its key beside it in data. */
class ClientTitleTest {

  @TempDir private Path folder;

  private ClassReport report(String clientFile) throws IOException {
    Path plans = Files.createDirectories(folder.resolve("plans"));
    String sample = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.writeString(plans.resolve("a.yaml"), sample + "\nclient: acme\n");
    if (!clientFile.isEmpty()) {
      Path clients = Files.createDirectories(folder.resolve("clients"));
      Files.writeString(clients.resolve("acme.yaml"), clientFile);
    }
    Plan plan =
        new PlanFolder(plans, Set.of("page")).read("a").orElseThrow().usable().orElseThrow();
    return GivenClass.ahead(plan).report(60);
  }

  @Test
  void title_isWhatPeopleReadAndTheKeyStaysInData() throws IOException {
    ClassReport report = report("title: Acme Learning\n");

    assertThat(ReadBack.html(report)).contains("Acme Learning · ").doesNotContain("acme");
    assertThat(ReadBack.words(ReadBack.pdf(report))).contains("Acme Learning · ");
    assertThat(ReadBack.rows(report, "Summary"))
        .contains(Map.of("what", "client", "value", "acme"))
        .contains(Map.of("what", "client title", "value", "Acme Learning"));
    assertThat(ReportJson.of(report).path("client").textValue()).isEqualTo("acme");
    assertThat(ReportJson.of(report).path("client_title").textValue()).isEqualTo("Acme Learning");
  }

  @Test
  void clientOfWhomNothingIsSaid_isCalledByItsKey() throws IOException {
    assertThat(ReadBack.html(report(""))).contains("acme · ");
  }
}
