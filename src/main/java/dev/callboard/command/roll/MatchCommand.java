package dev.callboard.command.roll;

import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Forgotten;
import dev.callboard.session.Event.Matched;
import dev.callboard.session.Event.Merged;
import dev.callboard.session.Profile;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Decisions;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Confirms who somebody in the meeting is. Names alone only ever propose; what a person confirms is
 * remembered for the client's next classes.
 */
public final class MatchCommand implements Command {

  private static final int NAMED = 10;

  private static final Spec SPEC =
      new Spec(
          "match",
          List.of(
              Param.name("#number").optional(), Param.text("name|nobody|clear", 200).optional()),
          Spec.PRODUCER,
          "Say who somebody in the meeting is",
          List.of("match", "match #3 amara", "match #3 nobody", "match addresses"),
          24);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    if (call.arguments().isEmpty()) {
      return Decision.tell(Questions.all(session, roll));
    }
    String typed = call.arguments().text("#number");
    if (typed.equalsIgnoreCase(Questions.ADDRESSES)) {
      return addresses(call, Questions.written(roll));
    }
    Party party = Numbers.party(session, roll, typed);
    String who = call.arguments().find("name|nobody|clear").orElse("").strip();
    if (who.isEmpty()) {
      return Decision.tell(Questions.one(session, party, roll.proposals(session.plan())));
    }
    if (who.startsWith("#")) {
      return merge(call, party, Numbers.party(session, roll, who));
    }
    if (who.equalsIgnoreCase("clear")) {
      return clear(call, party);
    }
    if (List.of("nobody", "guest", "none").contains(who.toLowerCase(Locale.ROOT))) {
      return Registered.decide(
          call,
          _ -> Content.text(Line.of(party.name() + " is a guest.")),
          new Matched(party.confirmable(), Decisions.NOBODY, null, ""));
    }
    Member member = Learners.anybody(session, who, key -> "match #" + party.number() + " " + key);
    return match(call, party, member);
  }

  private static Decision match(Call call, Party party, Member member) {
    Session session = call.inClass();
    return Registered.decide(
        call,
        _ ->
            Content.text(
                    Line.of(party.name() + " is ").strong(member.name()).plain(". Remembered."))
                .and(Buttons.plain(session.id(), "Undo", "match #" + party.number() + " clear")),
        matched(session, party, member));
  }

  private static Matched matched(Session session, Party party, Member member) {
    return new Matched(
        party.confirmable(),
        member.key(),
        Profile.identity(member).orElse(null),
        session.plan().clientKey());
  }

  /** Whoever was known in one class by their registration is known in the next by this. */
  private static Decision addresses(Call call, List<Roll.Guest> written) {
    if (written.isEmpty()) {
      throw new CommandException("Nobody who is new wrote an address of the roster.");
    }
    Session session = call.inClass();
    Event[] events =
        written.stream()
            .map(Roll.Guest::party)
            .map(party -> matched(session, party, Questions.writer(party).orElseThrow()))
            .toArray(Event[]::new);
    String names =
        written.stream()
            .limit(NAMED)
            .map(Roll.Guest::party)
            .map(party ->
                "#" + party.number() + " is " + Questions.writer(party).orElseThrow().name())
            .collect(Collectors.joining(", "));
    int more = written.size() - NAMED;
    return Registered.decide(
        call,
        _ ->
            Content.text(
                Line.of(names + (more > 0 ? ", and " + more + " more" : "") + ". Remembered. ")
                    .code("match #N clear")
                    .plain(" takes one of them back.")),
        events);
  }

  /** Takes back who somebody was said to be; what the meeting itself tells of them holds again. */
  private static Decision clear(Call call, Party party) {
    Session session = call.inClass();
    List<String> traits =
        party.stays().stream()
            .flatMap(stay -> session.register().traits(stay).stream())
            .distinct()
            .toList();
    return Registered.decide(
        call,
        _ ->
            Content.text(Line.of("Taken back for #" + party.number() + " " + party.name() + "."))
                .and(Buttons.plain(session.id(), "Who is it?", "match #" + party.number())),
        new Forgotten(traits, session.plan().clientKey()));
  }

  private static Decision merge(Call call, Party party, Party other) {
    if (party.equals(other)) {
      throw new CommandException("That is one person already.");
    }
    if (party.owner().isNot(other.owner())) {
      throw new CommandException(
          described(party)
              + ", and "
              + described(other)
              + ". That is two people. If one of them is mistaken for somebody, part it first.",
          parting(call, party),
          parting(call, other));
    }
    return Registered.decide(
        call,
        _ -> Content.text(Line.of(party.name() + " and " + other.name() + " are one person.")),
        new Merged(party.own(), other.own()));
  }

  private static Button parting(Call call, Party party) {
    String line = "part #" + party.number();
    return Buttons.plain(call.inClass().id(), "Part #" + party.number(), line);
  }

  private static String described(Party party) {
    String who =
        party.owner() instanceof Owner.Known known
            ? known.member().name() + " (" + known.how().words() + ")"
            : "a guest";
    return "#" + party.number() + " " + party.name() + " is " + who;
  }
}
