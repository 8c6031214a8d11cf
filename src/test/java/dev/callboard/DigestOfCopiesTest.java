package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest of a plan whose deliveries have plans of their own, as an import makes them. */
class DigestOfCopiesTest {

  @TempDir Path folder;

  @Test
  void copiesOfAPlan_countWithItAndThoseOfAnotherClientDoNot() throws Exception {
    try (LobbyServer server = GivenClasses.serverWithCopies(folder)) {
      DeskCaller priya =
          DeskCaller.signedIn(
              server.url(), new LobbyCaller(server.url(), "hybrid-meetings", "priya"));
      for (String one : new String[] {"ours-1123", "hybrid-meetings-1122"}) {
        JsonNode digest = priya.gets("desk/" + one + "/digest?form=json").body();
        assertThat(digest.path("plan").asText()).isEqualTo("hybrid-meetings");
        assertThat(digest.path("deliveries").asInt()).isEqualTo(4);
        assertThat(digest.path("versions")).hasSize(1);
        assertThat(priya.gets("desk/" + one + "/digest").raw())
            .contains("Download version 2 of the plan")
            .doesNotContain("acme");
      }
      JsonNode acmes = priya.gets("desk/acme-1-1123/digest?form=json").body();
      assertThat(acmes.path("deliveries").asInt()).isEqualTo(1);
      assertThat(priya.gets("desk/acme-1-1123/digest").raw()).doesNotContain("Download version");
    }
  }
}
