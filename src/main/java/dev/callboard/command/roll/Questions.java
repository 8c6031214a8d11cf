package dev.callboard.command.roll;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.plan.Member;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Proposals;
import dev.callboard.session.attendance.Roll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks who those are of whom nobody knows, and says why somebody is proposed. Pure. */
final class Questions {

  /** Typed instead of a number: all whose address says who they are. */
  static final String ADDRESSES = "addresses";

  private static final int SHOWN = 5;

  private Questions() {}

  static Content all(Session session, Roll roll) {
    List<Roll.Guest> unknown = roll.unknown();
    if (unknown.isEmpty()) {
      return Content.text("I know everybody who has come so far.");
    }
    Proposals proposals = roll.proposals(session.plan());
    Content content = one(session, unknown.getFirst().party(), proposals);
    for (Roll.Guest guest : unknown.subList(1, Math.min(SHOWN, unknown.size()))) {
      Content next = one(session, guest.party(), proposals);
      content = next.blocks().stream().reduce(content, Content::and, (one, _) -> one);
    }
    if (unknown.size() > SHOWN) {
      content = content.and(new Small(Line.of("… and " + (unknown.size() - SHOWN) + " more")));
    }
    int written = written(roll).size();
    return written < 2
        ? content
        : content.and(
            Buttons.main(
                session.id(), "All " + written + " by their address", "match " + ADDRESSES));
  }

  static Content one(Session session, Party party, Proposals among) {
    List<Button> buttons = new ArrayList<>();
    List<Member> proposals = party.owner() instanceof Owner.Unknown ? among.of(party) : List.of();
    String number = "match #" + party.number() + " ";
    proposals.forEach(
        member -> buttons.add(Buttons.main(session.id(), member.name(), number + member.key())));
    buttons.add(Buttons.plain(session.id(), "A guest", number + "nobody"));
    Line line = Line.empty().strong("#" + party.number() + " " + party.name()).plain(" · ");
    line =
        proposals.isEmpty()
            ? line.plain("who is that? Type ").code(number + "NAME").plain(".")
            : proposals.size() == 1
                ? line.plain("is that " + proposals.getFirst().name() + "?")
                : line.plain("which of these is that?");
    line = line.plain(reason(party));
    return Content.of(new Text(line)).and(new Actions(buttons));
  }

  private static String reason(Party party) {
    return writer(party)
        .map(member -> " The address they gave is " + member.name() + "'s; nobody checked it.")
        .orElse("");
  }

  /** Whose address somebody of whom nobody knows gave. */
  static Optional<Member> writer(Party party) {
    return party.owner() instanceof Owner.Unknown unknown
        ? Optional.ofNullable(unknown.written())
        : Optional.empty();
  }

  /** Those who gave the address of one who is not here otherwise, and whom nobody else gives. */
  static List<Roll.Guest> written(Roll roll) {
    Set<String> known =
        roll.parties().stream()
            .map(Party::owner)
            .filter(Owner.Known.class::isInstance)
            .map(owner -> ((Owner.Known) owner).member().key())
            .collect(Collectors.toSet());
    Map<String, List<Roll.Guest>> writers =
        roll.unknown().stream()
            .filter(guest -> writer(guest.party()).isPresent())
            .collect(
                Collectors.groupingBy(Questions::key, LinkedHashMap::new, Collectors.toList()));
    writers.keySet().removeAll(known);
    return writers.values().stream().filter(some -> some.size() == 1).map(List::getFirst).toList();
  }

  private static String key(Roll.Guest writer) {
    return writer(writer.party()).map(Member::key).orElse("");
  }
}
