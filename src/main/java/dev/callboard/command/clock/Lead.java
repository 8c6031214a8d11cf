package dev.callboard.command.clock;

import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.session.Event.Led;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Slot.Phase;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands a segment to somebody else of the team; the timing prompts go with it. */
public final class Lead implements Command {

  private static final Pattern FOR = Pattern.compile("(?i)(.*?)\\s+for\\s+(.+)");

  private static final Spec SPEC =
      new Spec(
          "lead",
          List.of(Param.text("[NAME] [for SEGMENT]", 300).optional()),
          Spec.STAGE,
          "Hand a segment to somebody else",
          List.of("lead fay", "lead fay for qa"),
          18);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    String typed = call.arguments().find("[NAME] [for SEGMENT]").orElse("").strip();
    Matcher named = FOR.matcher(typed);
    Item item = named.matches() ? item(session, named.group(2), named.group(1)) : current(session);
    refusePast(call, item);
    String name = named.matches() ? named.group(1) : typed;
    Member next =
        People.named(session, name, Spec.STAGE).orElseThrow(() -> who(session, item, name));
    Optional<Member> before = session.plan().lead(item.segment());
    if (before.filter(next::equals).isPresent()) {
      throw new CommandException(next.name() + " leads “" + item.segment().title() + "” already.");
    }
    Led led = new Led(item.key(), next.key());
    Standing standing = Standing.after(call, led);
    return standing
        .decide(answer(standing, next, before, item.key()), led)
        .saying(words(call, standing, next, before, item.key()));
  }

  private static Item item(Session session, String typed, String name) {
    return Segments.named(session, typed, key -> "lead " + name + " for " + key);
  }

  private static Item current(Session session) {
    return session.run().current().orElseGet(() -> session.run().order().first());
  }

  private static void refusePast(Call call, Item item) {
    Phase phase = call.timeline().slot(item.key()).orElseThrow().phase();
    if (phase == Phase.DONE || phase == Phase.MISSED) {
      throw new CommandException("“" + item.segment().title() + "” is over.");
    }
  }

  private static CommandException who(Session session, Item item, String typed) {
    Button[] buttons =
        session.plan().people().stream()
            .filter(member -> Spec.STAGE.contains(member.role()))
            .limit(5)
            .map(member ->
                Buttons.plain(
                    session.id(), member.name(), "lead " + member.key() + " for " + item.key()))
            .toArray(Button[]::new);
    String title = "“" + item.segment().title() + "”";
    String leads =
        session
            .plan()
            .lead(item.segment())
            .map(lead -> lead.name() + " leads " + title + ". Who else shall?")
            .orElse("Who shall lead " + title + "?");
    return new CommandException(
        typed.isEmpty() ? leads : "Nobody who may lead is called “" + typed + "”. " + leads,
        buttons);
  }

  private static Content answer(
      Standing standing, Member next, Optional<Member> before, String segment) {
    Session session = standing.session();
    Line line = when(standing, segment, Line.of(next.name() + " leads "));
    return before
        .map(back ->
            Content.text(line)
                .and(Buttons.plain(session.id(), "Undo", "lead " + back.key() + " for " + segment)))
        .orElse(Content.text(line));
  }

  private static List<Outgoing> words(
      Call call, Standing standing, Member next, Optional<Member> before, String segment) {
    List<Outgoing> words =
        new ArrayList<>(Words.to(call, next.key(), when(standing, segment, Line.of("You lead "))));
    before.ifPresent(old ->
        words.addAll(
            Words.to(call, old.key(), when(standing, segment, Line.of(next.name() + " leads ")))));
    return words;
  }

  /** “… Q&A till 14:50.” of the segment that runs, “… Q&A from 14:40.” of one that lies ahead. */
  private static Line when(Standing standing, String segment, Line line) {
    Slot slot = standing.timeline().slot(segment).orElseThrow();
    Line titled = line.strong(slot.segment().title());
    ZoneId zone = standing.session().plan().zone();
    return slot.phase() == Phase.CURRENT
        ? titled.plain(" till ").clock(slot.ends(), zone).plain(".")
        : titled.plain(" from ").clock(slot.starts(), zone).plain(".");
  }
}
