package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for all classes of a client, from a file beside the plans. */
class ClientsTest {

  @TempDir Path folder;
  private Path plans;
  private PlanFolder library;

  @BeforeEach
  void planOfAClient() throws IOException {
    plans = Files.createDirectories(folder.resolve("plans"));
    String sample = Files.readString(Path.of("config/plans/onboarding-60.yaml"));
    Files.writeString(plans.resolve("a.yaml"), sample + "\nclient: acme\n");
    library = new PlanFolder(plans, Set.of("page"));
  }

  private void client(String yaml) throws IOException {
    Path file = Files.createDirectories(folder.resolve("clients")).resolve("acme.yaml");
    Files.writeString(file, yaml);
  }

  private Plan plan() {
    return library.read("a").orElseThrow().usable().orElseThrow();
  }

  @Test
  void clientWithoutFile_isAsUsual() {
    assertThat(plan().keep()).isNull();
    assertThat(plan().attendance()).isEqualTo(Policy.USUAL);
  }

  @Test
  void title_isWhatPeopleCallTheClient() throws IOException {
    assertThat(plan().clientName()).isEqualTo("acme");

    client("title: Acme Learning\n");
    assertThat(plan().clientName()).isEqualTo("Acme Learning");
    assertThat(plan().clientKey()).isEqualTo("acme");

    client("title: [Acme]\n");
    assertThat(library.read("a").orElseThrow().findings())
        .singleElement()
        .asString()
        .startsWith("clients/acme.yaml:1: title: ")
        .endsWith("(expected: the client's name, up to 120 characters)");
  }

  @Test
  void itsRulesHold_whereThePlanSaysNothing() throws IOException {
    client("title: Acme Learning\nattendance: {min-percent: 90, late-after: 2}\nkeep-days: 400\n");

    assertThat(plan().attendance().percent()).isEqualTo(90);
    assertThat(plan().attendance().lateAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(plan().keep()).isEqualTo(Duration.ofDays(400));
  }

  @Test
  void paper_isA4UnlessTheFileSaysLetter() throws IOException {
    ClientFolder clients = new ClientFolder(plans);
    client("title: Acme\n");
    assertThat(clients.find("acme").orElseThrow().paper()).isEqualTo(Paper.A4);
    client("title: Acme\npaper: letter\n");
    assertThat(clients.find("acme").orElseThrow().paper()).isEqualTo(Paper.LETTER);

    client("title: Acme\npaper: legal\n");
    assertThat(library.read("a").orElseThrow().findings())
        .singleElement()
        .asString()
        .isEqualTo(
            "clients/acme.yaml:2: paper: “legal” (expected: what PDF reports are printed on: a4 or"
                + " letter)");
  }

  @Test
  void changeOfTheFile_isSeen() throws IOException {
    client("title: Acme Learning\nkeep-days: 400\n");
    assertThat(plan().keep()).isEqualTo(Duration.ofDays(400));

    client("title: Acme Learning\nkeep-days: 30\n# shorter\n");

    assertThat(plan().keep()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void mistakes_areToldWithTheirLinesAndTheClassDoesNotOpen() throws IOException {
    client("title: Acme Learning\nkeep_days: 30\n");
    Reading reading = library.read("a").orElseThrow();

    assertThat(reading.usable()).isEmpty();
    assertThat(reading.findings())
        .singleElement()
        .asString()
        .isEqualTo("clients/acme.yaml:2: keep_days: unknown key (did you mean keep-days?)");

    client("title: Acme Learning\nkeep-days: 30\n");
    assertThat(plan().keep()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void tokensAndWebhooks_areReadByTheFolder_andStayWhileTheFileIsBroken() throws IOException {
    String hash = "0123456789abcdef".repeat(4);
    ClientFolder clients = new ClientFolder(plans);
    assertThat(clients.find("acme")).isEmpty();
    client(
        """
        title: Acme
        tokens: [{name: LMS, sha256: "%s", may: [read, import]}]
        webhooks:
          - {url: "https://acme.example/hook", secret-env: ACME_SECRET, events: [opened, report]}
        """
            .formatted(hash));

    Client acme = clients.find("acme").orElseThrow();
    assertThat(acme.tokens())
        .containsExactly(new Client.Token("LMS", hash, Set.of(Client.May.READ, Client.May.IMPORT)));
    assertThat(acme.hooks())
        .containsExactly(
            new Client.Hook(
                "https://acme.example/hook",
                "ACME_SECRET",
                Set.of(Client.Moment.OPENED, Client.Moment.REPORT),
                false));
    assertThat(clients.keys()).containsExactly("acme");

    client("title: Acme\ntokens: [{name: LMS, sha256: short, may: [everything]}]\n");
    assertThat(clients.find("acme")).contains(acme);
    assertThat(new ClientFolder(plans).find("acme")).isEmpty();
    assertThat(clients.find("../acme")).isEmpty();
    assertThat(library.read("a").orElseThrow().findings().toString())
        .contains("tokens[0].sha256", "tokens[0].may[0]", "read, command or import");

    client("");
    assertThat(clients.find("acme")).contains(acme);
    client("title: Acme\n");
    assertThat(clients.find("acme").orElseThrow().tokens()).isEmpty();
    client("title: [");
    assertThat(clients.find("acme").orElseThrow().hooks()).isEmpty();
    Files.delete(folder.resolve("clients/acme.yaml"));
    assertThat(clients.find("acme")).isEmpty();
  }

  @Test
  void webhookThatLeaksOrLeadsNowhere_isAMistake() throws IOException {
    for (String url : new String[] {"ftp://x", "https://u:p@acme.example/", "file:///etc", ""}) {
      client(
          "title: Acme\nwebhooks: [{url: \"%s\", secret-env: S, events: [opened]}]\n"
              .formatted(url));
      assertThat(library.read("a").orElseThrow().findings().toString())
          .as(url)
          .contains("webhooks[0].url");
    }
  }
}
