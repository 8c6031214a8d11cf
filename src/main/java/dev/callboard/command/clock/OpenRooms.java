package dev.callboard.command.clock;

import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.command.Call;
import dev.callboard.command.CommandException;
import dev.callboard.plan.Plan;
import dev.callboard.session.Rooms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of a new delivery on the platform it is opened from: the class room typed, else the
 * plan's; the plan's backstage, else the room it was typed in.
 */
final class OpenRooms {

  private static final String LOBBY = "lobby";

  private OpenRooms() {}

  /** Whether learners read where it is typed: in the room of a class, or of the one to come. */
  static boolean beforeLearners(Call call, Plan plan) {
    Optional<String> planned = planned(call, plan).map(dev.callboard.plan.Rooms::classRoom);
    return call.caller().kind() == PlaceKind.CLASS_ROOM
        || Stream.of(typed(call), planned)
            .flatMap(Optional::stream)
            .anyMatch(call.caller().place().id()::equals);
  }

  static Rooms of(Call call, Plan plan) {
    Place here = call.caller().place();
    Optional<dev.callboard.plan.Rooms> planned = planned(call, plan);
    String classRoom =
        typed(call).or(() -> planned.map(dev.callboard.plan.Rooms::classRoom)).orElse(null);
    String backstage = planned.map(dev.callboard.plan.Rooms::backstage).orElse(null);
    if (backstage == null && call.caller().kind() != PlaceKind.DIRECT) {
      backstage = here.id();
    }
    if (classRoom == null || backstage == null) {
      throw new CommandException(
          "Which rooms? Add `rooms: {"
              + here.platform()
              + ": {class: ID, backstage: ID}}` to the plan"
              + (backstage == null
                  ? "."
                  : ", or type `open " + plan.key() + " #class-room` backstage."));
    }
    if (classRoom.equals(backstage)) {
      throw new CommandException(
          "Class room and backstage are the same room, so learners would read what is for the team."
              + " Type `open "
              + plan.key()
              + "` in a room without learners.");
    }
    String meeting = planned.map(dev.callboard.plan.Rooms::meeting).orElse(null);
    Rooms own = new Rooms(places(here, classRoom), places(here, backstage), places(here, meeting));
    return here.platform().equals(LOBBY) ? own : elsewhere(call, plan, own);
  }

  /**
   * With the plan's rooms on other platforms that are on. The lobby is for trying: a class opened
   * in it stays in it, and no other class comes there.
   */
  private static Rooms elsewhere(Call call, Plan plan, Rooms own) {
    Rooms all = own;
    for (String platform : others(call, plan)) {
      Optional<Place> any = call.house().home(platform).map(home -> new Place(platform, home, ""));
      dev.callboard.plan.Rooms more = plan.rooms().get(platform);
      if (any.isPresent() && more != null) {
        all =
            all.and(
                new Rooms(
                    places(any.get(), more.classRoom()),
                    places(any.get(), more.backstage()),
                    places(any.get(), more.meeting())));
      }
    }
    return all;
  }

  /** Platforms on which the plan has rooms that cannot be found, because it is not known whose. */
  static List<String> leftOut(Call call, Plan plan) {
    return call.caller().place().platform().equals(LOBBY)
        ? List.of()
        : others(call, plan).stream()
            .filter(platform -> call.house().home(platform).isEmpty())
            .toList();
  }

  private static List<String> others(Call call, Plan plan) {
    return plan.rooms().keySet().stream()
        .filter(platform -> !platform.equals(LOBBY))
        .filter(platform -> !platform.equals(call.caller().place().platform()))
        .sorted()
        .toList();
  }

  private static Optional<dev.callboard.plan.Rooms> planned(Call call, Plan plan) {
    return Optional.ofNullable(plan.rooms().get(call.caller().place().platform()));
  }

  private static Optional<String> typed(Call call) {
    return call.arguments().find("#class-room").map(OpenRooms::id);
  }

  private static List<Place> places(Place here, @Nullable String id) {
    return id == null ? List.of() : List.of(new Place(here.platform(), here.tenant(), id));
  }

  private static String id(String typed) {
    return typed.startsWith("#") ? typed.substring(1) : typed;
  }
}
