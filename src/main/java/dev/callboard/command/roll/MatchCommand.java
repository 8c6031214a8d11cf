package dev.callboard.command.roll;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
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
import dev.callboard.session.Event.Forgotten;
import dev.callboard.session.Event.Matched;
import dev.callboard.session.Event.Merged;
import dev.callboard.session.Profile;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Decisions;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Proposals;
import dev.callboard.session.attendance.Roll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Confirms who somebody in the meeting is. Names alone only ever propose; what a person confirms is
 * remembered for the client's next classes.
 */
public final class MatchCommand implements Command {

  private static final int SHOWN = 5;

  private static final Spec SPEC =
      new Spec(
          "match",
          List.of(
              Param.name("#number").optional(), Param.text("name|nobody|clear", 200).optional()),
          Spec.PRODUCER,
          "Say who somebody in the meeting is",
          List.of("match", "match #3 amara", "match #3 nobody"),
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
      return Decision.tell(questions(session, roll));
    }
    Party party = Numbers.party(session, roll, call.arguments().text("#number"));
    String who = call.arguments().find("name|nobody|clear").orElse("").strip();
    if (who.isEmpty()) {
      return Decision.tell(question(session, party, roll.proposals(session.plan())));
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
        new Matched(
            party.confirmable(),
            member.key(),
            Profile.identity(member).orElse(null),
            session.plan().clientKey()));
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

  private static Content questions(Session session, Roll roll) {
    List<Roll.Guest> unknown = roll.unknown();
    if (unknown.isEmpty()) {
      return Content.text("I know everybody who has come so far.");
    }
    Proposals proposals = roll.proposals(session.plan());
    Content content = question(session, unknown.getFirst().party(), proposals);
    for (Roll.Guest guest : unknown.subList(1, Math.min(SHOWN, unknown.size()))) {
      Content next = question(session, guest.party(), proposals);
      content = next.blocks().stream().reduce(content, Content::and, (one, _) -> one);
    }
    return unknown.size() > SHOWN
        ? content.and(new Small(Line.of("… and " + (unknown.size() - SHOWN) + " more")))
        : content;
  }

  private static Content question(Session session, Party party, Proposals among) {
    List<Button> buttons = new ArrayList<>();
    List<Member> proposals = party.owner() instanceof Owner.Unknown ? among.of(party) : List.of();
    String number = "match #" + party.number() + " ";
    proposals.forEach(
        member -> buttons.add(Buttons.main(session.id(), member.name(), number + member.key())));
    buttons.add(Buttons.plain(session.id(), "A guest", number + "nobody"));
    String ask =
        proposals.isEmpty()
            ? "who is that? Type `match #" + party.number() + " NAME`."
            : proposals.size() == 1
                ? "is that " + proposals.getFirst().name() + "?"
                : "which of these is that?";
    Line line =
        Line.empty()
            .strong("#" + party.number() + " " + party.name())
            .with(new dev.callboard.chat.Span.Plain(" · "));
    for (dev.callboard.chat.Span span : Line.marked(ask).spans()) {
      line = line.with(span);
    }
    return Content.of(new Text(line)).and(new Actions(buttons));
  }
}
