package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper of a client's reports. */
class PaperServerTest {

  private static final String CLASS = "hybrid-meetings-1124";

  @TempDir Path folder;

  @Test
  void report_isPrintedOnTheClientsPaperAsItsFileHasItNow() throws Exception {
    Path plans = Files.createDirectories(folder.resolve("plans"));
    String sample = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.writeString(plans.resolve("hybrid-meetings.yaml"), sample + "\nclient: acme\n");
    Path acme = Files.createDirectories(folder.resolve("clients")).resolve("acme.yaml");
    try (LobbyServer server = new LobbyServer(folder, plans)) {
      LobbyCaller priya = new LobbyCaller(server.url(), "hybrid-meetings", "priya");
      priya.types("open hybrid-meetings");
      priya.types("start");
      priya.types("end");
      DeskCaller desk = DeskCaller.signedIn(server.url(), priya);
      assertThat(width(desk)).isEqualTo(Math.round(PDRectangle.A4.getWidth()));

      Files.writeString(acme, "title: Acme Learning\npaper: letter\n");
      assertThat(width(desk)).isEqualTo(612);
      Files.writeString(acme, "title: Acme Learning\npaper: a4\n# again\n");
      assertThat(width(desk)).isEqualTo(Math.round(PDRectangle.A4.getWidth()));
    }
  }

  private static int width(DeskCaller desk) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient();
        PDDocument report =
            Loader.loadPDF(
                http.send(
                        desk.request("desk/" + CLASS + "/report?form=pdf").build(),
                        BodyHandlers.ofByteArray())
                    .body())) {
      return Math.round(report.getPage(0).getMediaBox().getWidth());
    }
  }
}
