package dev.callboard.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Route.Asked;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.command.Wording;
import dev.callboard.plan.Member;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.PageBlocks;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.session.Session;
import java.util.List;

/** Commands in a class, as somebody of its team types them. Who may what, the plan says. */
final class Commanding {

  private final SessionWrites writes;

  Commanding(SessionWrites writes) {
    this.writes = writes;
  }

  WebhookResponse command(Asked asked) {
    Query.of(asked.request(), List.of());
    Delivery delivery = SessionWrites.delivery(asked);
    Sent sent = Sent.of(asked.request(), List.of("line", "as"));
    String line = sent.text("line", PageBlocks.LONGEST_LINE);
    String key = sent.text("as", 80);
    Session session = writes.own(asked);
    Member speaker = SessionWrites.speaker(session.plan(), key);
    check(line);
    if (writes.done(delivery).isPresent()) {
      return answer(asked, new Reply.Quiet(), true);
    }
    Place from = new Place(Person.PROGRAMS, asked.program().client(), Person.PROGRAMS);
    Reply reply =
        writes.says(asked.program(), speaker, from, "@" + session.id() + " " + line, delivery);
    if (reply instanceof Reply.Quiet) {
      writes.done(delivery); // somebody else's may have come first under this key
    }
    return answer(asked, reply, false);
  }

  /** A class is named by the address alone; and a program must not sign anybody in. */
  private static void check(String line) {
    Wording wording = Wording.of(line);
    if (wording.session() != null || line.codePoints().anyMatch(Commanding::isUnseen)) {
      throw Problem.of(422, "line: not understood (expected: a command alone, such as next).");
    }
    switch (wording.word()) {
      case "open" ->
          throw Problem.of(422, "line: open (expected: POST " + Api.ROOT + "sessions for that).");
      case "desk" -> throw Problem.of(422, "line: desk (expected: typed in chat, by a person).");
      case "today" ->
          throw Problem.of(422, "line: today (expected: typed in chat, for it is a person's own).");
      default -> {}
    }
  }

  private static boolean isUnseen(int codePoint) {
    return Character.isISOControl(codePoint) && !Character.isWhitespace(codePoint);
  }

  private WebhookResponse answer(Asked asked, Reply reply, boolean repeated) {
    ObjectNode root = PageAnswers.node(reply);
    root.put("text", SessionWrites.text(reply))
        .put("repeated", repeated)
        .put("seq", writes.own(asked).seq());
    return WebhookResponse.json(200, PageAnswers.write(root));
  }
}
