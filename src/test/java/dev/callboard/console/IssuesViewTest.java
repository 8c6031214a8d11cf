package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import dev.callboard.testing.TestDesk;
import org.junit.jupiter.api.Test;

/** Issues on the desk. */
class IssuesViewTest {

  private final TestDesk desk = TestDesk.shipped();

  private ArrayNode issues(Reader reader) {
    SessionId id = desk.ledger().at(desk.backstage()).orElseThrow();
    Session session = Session.fold(id, desk.ledger().read(id, 0)).orElseThrow();
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    Roll roll = Roll.of(session.register(), session.plan(), desk.clock().instant());
    IssuesView.fill(node, session, roll, reader);
    return node;
  }

  @Test
  void whoeverMayNotReadNames_isToldWhatIsWrongAndNotWithWhom() {
    desk.types("priya", "open hybrid-meetings");
    desk.sees(new Sighting.Joined(new Attendee("c1", "c1", null, null, "Zora Quist", null, null)));
    desk.types("priya", "issue ben no audio, nor Zora Quist");

    assertThat(issues(Reader.PRODUCER).path(0).path("what").asText())
        .isEqualTo("no audio, nor Zora Quist");
    assertThat(issues(Reader.PRODUCER).path(0).path("who").asText()).isEqualTo("Ben Carter");
    assertThat(issues(Reader.DESIGNER).path(0).path("what").asText())
        .isEqualTo("no audio, nor a learner");
    assertThat(issues(Reader.DESIGNER).path(0).has("who")).isFalse();
  }
}
