package dev.callboard.command.clock;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Engagement.Stage;
import dev.callboard.command.Names;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Library;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Acquainted;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Profiled;
import dev.callboard.session.Identity;
import dev.callboard.session.Profile;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens one delivery of a plan, in the room it is typed in or the rooms the plan names. */
public final class Open implements Command {

  private static final Spec SPEC =
      new Spec(
          "open",
          List.of(Param.name("plan").optional(), Param.name("#class-room").optional()),
          Spec.ALL,
          "Open a class from its plan",
          List.of("open", "open hybrid-meetings"),
          1);

  /** Of more plans it takes too long to look whose they are. */
  private static final int FEW = 200;

  /** So many fit in a sentence. */
  private static final int NAMED = 10;

  /** Nobody has an address where there is no directory. */
  private static final Set<String> NO_ADDRESSES = Set.of("lobby", Person.PROGRAMS);

  /** A directory that was too slow for this once is a usual reason on a server just started. */
  private static final String ADDRESS_UNKNOWN =
      " I was told no address of yours just now: if the plan has it, try again in a minute.";

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Optional<String> typed = call.arguments().find("plan");
    if (typed.isEmpty()) {
      return Decision.tell(choice(call));
    }
    Plan plan = plan(call, typed.get());
    Member opener = opener(call, plan);
    if (OpenRooms.beforeLearners(call, plan)) {
      throw new CommandException(
          "Learners read here. Open the class backstage or in a direct chat.");
    }
    Rooms rooms = OpenRooms.of(call, plan);
    busy(call, rooms);
    Instant start = PlannedStart.of(plan, call.now()).orElse(null);
    SessionId id = call.house().freshId(plan.key(), call.now().atZone(plan.zone()).toLocalDate());
    Opened opened = new Opened(plan, rooms, start);
    Session session =
        Session.fold(id, List.of(new Recorded(1, call.now(), opener.key(), opened))).orElseThrow();
    Event[] events =
        Stream.of(Stream.of(opened), profiles(call, plan), acquainted(call, plan))
            .flatMap(event -> event)
            .toArray(Event[]::new);
    return Decision.of(events)
        .opening(id)
        .saying(Card.post(session, call.now()))
        .answering(answer(session, call));
  }

  /** How those before the class want to be prompted, as they said in other classes. */
  private static Stream<Event> profiles(Call call, Plan plan) {
    return plan.people().stream()
        .filter(member -> Spec.STAGE.contains(member.role()))
        .flatMap(member ->
            Profile.identity(member).flatMap(call.house()::profile).stream()
                .map(profile -> new Profiled(member.key(), null, profile)));
  }

  /** Whom of its people earlier classes of the client taught to recognise. */
  private static Stream<Event> acquainted(Call call, Plan plan) {
    Map<String, String> people = new HashMap<>();
    plan.people()
        .forEach(member ->
            Profile.identity(member).ifPresent(identity -> people.put(identity, member.key())));
    Map<String, String> aliases = new HashMap<>();
    call.house()
        .aliases(plan.clientKey())
        .forEach((trait, identity) -> {
          String person = people.get(identity);
          if (person != null) {
            aliases.put(trait, person);
          }
        });
    return aliases.isEmpty() ? Stream.of() : Stream.of(new Acquainted(aliases));
  }

  private static Content choice(Call call) {
    List<String> keys = call.house().plans().keys();
    boolean few = keys.size() <= FEW;
    List<Button> buttons =
        (few ? keys.stream().filter(key -> mayOpen(call, key)) : ofToday(call))
            .limit(10)
            .map(key -> (Button) new Button.Press(key, "open " + key))
            .toList();
    if (buttons.isEmpty() && !few) {
      return Content.text(
          Line.marked(
              "No plan for today names you as its producer. Type `open` and the key of another."));
    }
    if (buttons.isEmpty()) {
      return Content.text(
          Line.of("No plan names you as its producer. Put your address, or ")
              .code(call.caller().person().platform() + ": " + call.caller().person().id())
              .plain(" under accounts, on your line in the plan's people."));
    }
    return Content.text("Which class?").and(new Actions(buttons));
  }

  /** Of very many, those that are to be opened next; to look through all of them takes too long. */
  private static Stream<String> ofToday(Call call) {
    return call.house().today(call.caller().person()).classes().stream()
        .filter(one -> one.stage() == Stage.PLANNED)
        .flatMap(one -> Stream.ofNullable(one.next()))
        .flatMap(next -> Stream.ofNullable(next.type()))
        .map(typed -> typed.substring(SPEC.word().length()).strip());
  }

  private static boolean mayOpen(Call call, String key) {
    return call.house()
        .plans()
        .read(key)
        .flatMap(Reading::usable)
        .flatMap(plan -> Identity.member(plan, call.caller().person()))
        .filter(member -> member.role() == Role.PRODUCER)
        .isPresent();
  }

  private static Plan plan(Call call, String typed) {
    Library plans = call.house().plans();
    String exact = typed.toLowerCase(Locale.ROOT);
    Optional<Reading> named = plans.read(exact);
    List<String> keys = named.isPresent() ? List.of(exact) : plans.keys();
    String key = Names.closest(exact, keys).orElseThrow(() -> none(call, typed, keys));
    Reading reading = named.or(() -> plans.read(key)).orElseThrow(() -> none(call, typed, keys));
    return reading
        .usable()
        .orElseThrow(() ->
            new CommandException(
                "The plan “"
                    + key
                    + "” has mistakes, so it cannot be opened yet:\n"
                    + reading.findings().stream()
                        .filter(found -> found.severity() == Reading.Severity.MISTAKE)
                        .limit(5)
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"))));
  }

  /** Names those alone that the caller may open: others may be of clients they know nothing of. */
  private static CommandException none(Call call, String typed, List<String> keys) {
    List<String> few =
        keys.size() <= NAMED ? keys.stream().filter(key -> mayOpen(call, key)).toList() : List.of();
    String others =
        few.isEmpty()
            ? "`open` shows those you can open."
            : "There is " + String.join(", ", few) + ".";
    return new CommandException(
        "No plan is called “" + Brief.of(typed, 40) + "”. " + others,
        Names.similar(typed, keys).stream()
            .filter(key -> mayOpen(call, key))
            .map(name -> (Button) new Button.Press("Open " + name, "open " + name))
            .toArray(Button[]::new));
  }

  private static Member opener(Call call, Plan plan) {
    Person person = call.caller().person();
    Optional<Member> member = Identity.member(plan, person);
    if (member.isEmpty() || member.get().role() != Role.PRODUCER) {
      boolean unknown =
          member.isEmpty() && person.email() == null && !NO_ADDRESSES.contains(person.platform());
      throw new CommandException(
          "Only a producer can open “"
              + plan.title()
              + "”. The plan names "
              + plan.withRole(Role.PRODUCER).map(Member::name).collect(Collectors.joining(", "))
              + ". To be one of them, add your address, or `"
              + person.platform()
              + ": "
              + person.id()
              + "` under `accounts`, to the plan's people."
              + (unknown ? ADDRESS_UNKNOWN : ""));
    }
    return member.get();
  }

  private static void busy(Call call, Rooms rooms) {
    for (Place place : rooms.classRooms()) {
      call.house().openAt(place).ifPresent(other -> refuse(other, "class room"));
    }
    for (Place place : rooms.backstages()) {
      call.house().openAt(place).ifPresent(other -> refuse(other, "backstage"));
    }
    for (Place place : rooms.meetings()) {
      call.house().openAt(place).ifPresent(other -> refuse(other, "meeting"));
    }
  }

  private static void refuse(Session other, String room) {
    throw new CommandException(
        "“" + other.plan().title() + "” is still open in this " + room + ". End it first.",
        Buttons.plain(other.id(), "Status", "status"),
        Buttons.danger(other.id(), "End it", "end"));
  }

  private static Content answer(Session session, Call call) {
    Plan plan = session.plan();
    Instant start = session.run().plannedStart();
    Line line = Line.of("Opened ").strong(plan.title()).plain(". ");
    line =
        start == null
            ? line.plain(
                    "The plan says "
                        + plan.startTime()
                        + ", which is far from now, so the clock starts when you type ")
                .code("start")
                .plain(".")
            : line.plain("It starts at ").clock(start, plan.zone()).plain(".");
    if (session.rooms().classRooms().isEmpty()) {
      line = line.plain(" It has no class room on " + call.caller().place().platform() + ".");
    }
    List<String> leftOut = OpenRooms.leftOut(call, plan);
    if (!leftOut.isEmpty()) {
      line =
          line.plain(
              " Its rooms on "
                  + String.join(" and ", leftOut)
                  + " are left out: I am not connected there, or not told as whose; whoever runs"
                  + " Callboard can change that.");
    }
    return Content.text(line)
        .and(
            Buttons.main(session.id(), "Start", "start"),
            Buttons.plain(session.id(), "Welcome", "welcome"),
            Buttons.plain(session.id(), "Status", "status"));
  }
}
