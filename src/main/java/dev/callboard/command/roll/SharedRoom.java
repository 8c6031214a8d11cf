package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.plan.Member;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Accompanied;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Company;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down who sits in whose room, and is there whenever that one is. */
final class SharedRoom {

  private static final int MOST_BESIDE = 500;

  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|\\band\\b)\\s*");

  /**
   * In whose room people sit.
   *
   * @param key of the plan; of anybody else, the trait of their stay
   * @param typed what to type for them
   * @param member null when nobody knows who it is
   */
  private record Host(String key, String name, String typed, @Nullable Member member) {

    static Host of(Member member) {
      return new Host(member.key(), member.name(), member.key(), member);
    }

    static Host of(Party party) {
      return party.owner() instanceof Owner.Known known
          ? of(known.member())
          : new Host(party.own(), party.name(), "#" + party.number(), null);
    }
  }

  private SharedRoom() {}

  /** Whoever sat in another room before sits there no more. */
  static Decision together(Call call, String names, String host) {
    Session session = call.inClass();
    Host with = host(call, host, "mark " + names + " with ");
    List<Member> people = people(session, names, key -> "mark " + key + " with " + with.typed());
    if (with.member() != null && people.contains(with.member())) {
      throw new CommandException(with.name() + " cannot sit beside themselves.");
    }
    Company company = company(session, with);
    List<String> keys = new ArrayList<>(company.people());
    people.stream().map(Member::key).filter(key -> !keys.contains(key)).forEach(keys::add);
    List<Event> events = new ArrayList<>(leaving(session, people));
    events.add(new Accompanied(with.key(), new Company(keys, company.others())));
    String one = keys.size() == 1 ? " counts" : " count";
    return decide(
        call,
        named(session, keys) + one + " as present whenever " + with.name() + " is.",
        "mark " + typed(people) + " alone",
        events);
  }

  /** They sit in nobody else's room any more. */
  static Decision alone(Call call, String names) {
    Session session = call.inClass();
    List<Member> people = people(session, names, key -> "mark " + key + " alone");
    List<Event> events = leaving(session, people);
    String who = people.stream().map(Member::name).collect(Collectors.joining(", "));
    boolean one = people.size() == 1;
    if (events.isEmpty()) {
      throw new CommandException(
          "Nothing is written about " + who + ", so there is nothing to take back.");
    }
    return Registered.decide(
        call,
        _ -> Content.text(Line.of(who + (one ? " counts" : " count") + " by themselves again.")),
        events.toArray(Event[]::new));
  }

  static Decision beside(Call call, int others, String host) {
    if (others > MOST_BESIDE) {
      throw CommandException.usage(
          "“+" + others + "” does not work here: I need a number up to " + MOST_BESIDE + ".");
    }
    Session session = call.inClass();
    Host with = host(call, host, "mark +" + others + " with ");
    Company company = company(session, with);
    return decide(
        call,
        others == 0
            ? "Nobody without a name sits with " + with.name() + " any more."
            : others
                + " more count as here whenever "
                + with.name()
                + " is. Whoever of them comes by themselves counts twice till you take one off.",
        "mark +" + company.others() + " with " + with.typed(),
        List.of(new Accompanied(with.key(), new Company(company.people(), others))));
  }

  private static Decision decide(Call call, String answer, String undo, List<Event> events) {
    return Registered.decide(
        call,
        session -> Content.text(Line.of(answer)).and(Buttons.plain(session.id(), "Undo", undo)),
        events.toArray(Event[]::new));
  }

  private static List<Member> people(Session session, String names, UnaryOperator<String> line) {
    List<Member> people = new ArrayList<>();
    for (String name : BETWEEN.split(names, -1)) {
      people.add(Learners.named(session, name, line));
    }
    return people.stream().distinct().toList();
  }

  /** Takes these people out of every room that they were said to share. */
  private static List<Event> leaving(Session session, List<Member> people) {
    List<String> keys = people.stream().map(Member::key).toList();
    return session.register().decisions().company().entrySet().stream()
        .filter(entry -> entry.getValue().people().stream().anyMatch(keys::contains))
        .sorted(Map.Entry.comparingByKey())
        .<Event>map(entry -> new Accompanied(entry.getKey(), without(entry.getValue(), keys)))
        .toList();
  }

  private static Company without(Company company, List<String> keys) {
    return new Company(
        company.people().stream().filter(key -> !keys.contains(key)).toList(), company.others());
  }

  /** Anybody of the plan, and whoever else is in the meeting, such as the device of a room. */
  private static Host host(Call call, String typed, String line) {
    Session session = call.inClass();
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    String host = typed.strip();
    if (host.startsWith("#")) {
      return Host.of(Numbers.party(session, roll, host));
    }
    List<Party> called =
        roll.guests().stream()
            .map(Roll.Guest::party)
            .filter(party -> party.name().equalsIgnoreCase(host))
            .toList();
    return called.size() == 1 && !Learners.isNamed(session, host)
        ? Host.of(called.getFirst())
        : Host.of(Learners.anybody(session, host, key -> line + key));
  }

  private static Company company(Session session, Host with) {
    return Objects.requireNonNullElse(
        session.register().decisions().company().get(with.key()), new Company(List.of(), 0));
  }

  private static String typed(List<Member> people) {
    return people.stream().map(Member::key).collect(Collectors.joining(" and "));
  }

  private static String named(Session session, List<String> people) {
    return people.stream()
        .map(key -> session.plan().person(key).map(Member::name).orElse(key))
        .collect(Collectors.joining(", "));
  }
}
