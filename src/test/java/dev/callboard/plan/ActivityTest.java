package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ActivityTest {

  @Test
  void kinds_areThoseOfTheSchema() throws IOException {
    JsonNode schema = new JsonMapper().readTree(Path.of("config/plans/plan.schema.json").toFile());

    assertThat(schema.findValue("activity").at("/properties/kind/enum").valueStream())
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(Activity.KINDS);
  }
}
