package dev.callboard.outbox;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a class says from its opening to its end, prompts and answers and reports of what was
 * lost among it, with a word in each message that tells for whom it is.
 */
record PlayedClass(TestDesk desk, List<Outgoing> said) {

  private static final List<String> LINES =
      List.of(
          "open hybrid",
          "welcome",
          "start",
          "page 7",
          "say Mute please",
          "edit 3 Mute, please",
          "link handout",
          "prompt Smile",
          "prompt to ravi Ana is stuck",
          "prompt in 2 Breathe",
          "status",
          "next",
          "note team: late",
          "extend 5",
          "pause",
          "resume",
          "say as-post-1 Wrong",
          "undo 5",
          "catchup",
          "insert \"Quiz\" 5",
          "move qa after poll-1",
          "lead qa ravi",
          "skip qa",
          "unskip qa",
          "profile left 4 1",
          "quiet-prompts on",
          "quiet-prompts off",
          "links",
          "help",
          "undelivered",
          "next",
          "back",
          "next",
          "say Still asked about");

  static PlayedClass play() {
    TestDesk desk = TestDesk.hybrid();
    int number = 0;
    for (String line : LINES) {
      String who = number % 5 == 4 ? "fay" : "priya";
      desk.hear(
          new Inbound.Command(
              new Delivery("lobby:played-" + number, Delivery.Route.POSTED),
              TestDesk.person(who),
              number % 3 == 2 ? desk.classRoom() : desk.backstage(),
              PlaceKind.UNKNOWN,
              line,
              Inbound.Via.TYPED));
      desk.passes(Duration.ofMinutes(2));
      number++;
    }
    List<Outgoing> lost = desk.ledger().shelved().stream().map(Entry::change).toList();
    lost.forEach(change ->
        desk.desk()
            .undelivered(
                new SessionId("hybrid-1124"), List.of(change), "It could not be delivered."));
    desk.types("priya", "end");
    return new PlayedClass(desk, desk.ledger().shelved().stream().map(Entry::change).toList());
  }

  /** The same, said in the rooms of a stage. */
  List<Outgoing> on(Stage stage) {
    return said.stream()
        .map(change -> {
          Destination to = to(change.to(), stage);
          return switch (change) {
            case Outgoing.Post post ->
                (Outgoing) new Outgoing.Post(post.key(), to, marked(post.message()), post.terms());
            case Outgoing.Edit edit ->
                new Outgoing.Edit(edit.key(), to, marked(edit.message()), edit.terms());
            case Outgoing.Remove remove -> new Outgoing.Remove(remove.key(), to, remove.terms());
          };
        })
        .toList();
  }

  private Destination to(Destination to, Stage stage) {
    return switch (to) {
      case Destination.Room room -> new Destination.Room(place(room.place(), stage));
      case Destination.Direct direct -> {
        Place near = direct.near();
        @Nullable Place there = near == null ? null : place(near, stage);
        yield new Destination.Direct(stage.person(), there);
      }
    };
  }

  private Place place(Place place, Stage stage) {
    return place.equals(desk.classRoom()) ? stage.classRoom() : stage.backstage();
  }

  private static Message marked(Message message) {
    return new Message(
        message.audience(), message.content().and(new Small(Line.of(secret(message.audience())))));
  }

  /** What stands in every message for an audience, and in no other. */
  static String secret(Audience audience) {
    return switch (audience) {
      case Audience.Learners _ -> "secret of learners";
      case Audience.Team _ -> "secret of team";
      case Audience.One _ -> "secret of one";
    };
  }
}
