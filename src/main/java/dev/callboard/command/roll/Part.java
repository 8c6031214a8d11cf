package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Forgotten;
import dev.callboard.session.Event.Parted;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Stay;
import java.util.List;
import java.util.stream.Stream;

/** Takes back who somebody was taken for: that stay stands for itself from now on. */
public final class Part implements Command {

  private static final Spec SPEC =
      new Spec(
          "part",
          List.of(Param.name("#number")),
          Spec.PRODUCER,
          "Say that somebody is not who they were taken for",
          List.of("part #3"),
          40);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    String typed = call.arguments().text("#number");
    Party party = Numbers.party(session, roll, typed);
    int number = Integer.parseInt(typed.replace("#", ""));
    Event[] events =
        party.stays().stream()
            .filter(stay -> stay.number() == number)
            .flatMap(stay -> events(session, stay))
            .toArray(Event[]::new);
    return Registered.decide(
        call,
        _ ->
            Content.text(Line.of("#" + number + " " + party.name() + " stands alone now."))
                .and(Buttons.plain(session.id(), "Who is it?", "match #" + number)),
        events);
  }

  /** What it is known by is nobody's any more either, or the next who show it would be mistaken. */
  private static Stream<Event> events(Session session, Stay stay) {
    return Stream.of(
        new Parted(stay.trait()),
        new Forgotten(session.register().traits(stay), session.plan().clientKey()));
  }
}
