package dev.callboard.command.guide;

import dev.callboard.chat.Block;
import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Day;
import dev.callboard.command.Decision;
import dev.callboard.command.Engagement;
import dev.callboard.command.Engagement.Stage;
import dev.callboard.command.Engagement.Venue;
import dev.callboard.command.NextStep;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.plan.Role;
import dev.callboard.session.SessionId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the classes that whoever asks gives today, on whichever platform: when, how far each is,
 * what comes next, the ways in, and what cannot be given one after the other.
 */
public final class Today implements Command {

  private static final Spec SPEC =
      new Spec(
          "today",
          List.of(),
          Set.of(Role.PRODUCER, Role.FACILITATOR, Role.DESIGNER, Role.STRANGER),
          "See your own classes of today",
          List.of("today"),
          13);

  /** More than anybody gives a day; longer lists are read on a page. */
  private static final int MOST = 12;

  private static final Map<String, String> PLATFORMS =
      Map.of(
          "slack", "Slack",
          "teams", "Teams",
          "zoom", "Zoom",
          "webex", "Webex",
          "google", "Google",
          "lobby", "Lobby");

  /** What may be pressed here: what cannot be taken back easily is pressed in its class. */
  private static final Map<String, String> PRESSED =
      Map.of("open", "Open", "start", "Start", "resume", "Resume");

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Day day = call.house().today(call.caller().person());
    List<Engagement> classes = day.classes();
    if (classes.isEmpty()) {
      return Decision.tell(nothing(day));
    }
    boolean zones = classes.stream().map(Engagement::zone).distinct().count() > 1;
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Your classes today"));
    for (Engagement one : classes.subList(0, Math.min(MOST, classes.size()))) {
      blocks.add(new Text(line(one, day.warnings(one), zones, call.now())));
      ways(one).map(Small::new).ifPresent(blocks::add);
      button(one).map(button -> new Actions(List.of(button))).ifPresent(blocks::add);
    }
    int more = classes.size() - MOST;
    if (more > 0) {
      blocks.add(new Small(Line.marked("And " + more + " more: `desk` gives a link to all.")));
    }
    if (!day.whole()) {
      blocks.add(new Small(Line.marked("Not all were read yet: type `today` again in a moment.")));
    }
    return Decision.tell(new Content(blocks));
  }

  private static Content nothing(Day day) {
    return Content.text(
        Line.marked(
            day.whole()
                ? "You give no class today. Whoever is producer or facilitator of a plan for today"
                    + " finds it here, also before it is opened; `open` shows what you can open."
                : "Your classes were not read yet: type `today` again in a moment."));
  }

  private static Line line(Engagement one, List<String> warnings, boolean zones, Instant now) {
    Line line = times(Line.empty().strong(one.title()).plain("\n"), one, zones, now);
    line = line.plain(" · " + words(one.stage()));
    NextStep next = one.next();
    if (next != null) {
      line = next(line.plain("\n"), next, one.zone());
    } else if (one.stage() == Stage.PLANNED) {
      line = line.plain("\nNext: " + one.who() + " opens it");
    }
    return warnings.isEmpty()
        ? line
        : line.plain("\n").strong("Watch out:").plain(" " + String.join(" · ", warnings));
  }

  /** In the class zone, which is told where classes are in several; and in the reader's own. */
  private static Line times(Line line, Engagement one, boolean zones, Instant now) {
    Instant starts = one.starts();
    if (starts == null) {
      return line.plain("when you say so");
    }
    String day = Times.day(starts, one.zone(), now);
    Line begun = (day.isEmpty() ? line : line.plain(day + ", ")).clock(starts, one.zone());
    Instant ends = one.ends();
    String till = ends == null ? "" : " to " + Times.clock(ends, one.zone());
    return begun.plain(
        till
            + (zones ? " in " + Times.city(one.zone()) : "")
            + (one.often() ? ", if it is given today" : ""));
  }

  private static String words(Stage stage) {
    return switch (stage) {
      case PLANNED -> "not opened yet";
      case OPEN -> "open, not started";
      case RUNNING -> "running";
      case PAUSED -> "paused";
      case ENDED -> "over";
    };
  }

  private static Line next(Line line, NextStep next, ZoneId zone) {
    Line step =
        next.type() != null
            ? line.plain("Next: type ").code(next.type())
            : line.plain("Next: " + next.what());
    Instant at = next.at();
    if (at == null) {
      return next.type() != null ? step : step.plain(", now");
    }
    return step.plain(" at " + Times.clock(at, zone));
  }

  /** {@code Zoom: Meeting · Slack: Class room, Backstage}; the platform alone where none opens. */
  private static Optional<Line> ways(Engagement one) {
    Line line = Line.empty();
    for (Venue venue : one.venues()) {
      line = line.spans().isEmpty() ? line : line.plain(" · ");
      line = line.plain(PLATFORMS.getOrDefault(venue.platform(), venue.platform()));
      String before = ": ";
      for (Map.Entry<Engagement.Room, URI> way : venue.ways().entrySet()) {
        // A way within this server, as into the lobby, leads nowhere from another platform.
        if (way.getValue().isAbsolute()) {
          line = line.plain(before).link(way.getKey().title(), way.getValue());
          before = ", ";
        }
      }
    }
    return Optional.of(line).filter(found -> !found.spans().isEmpty());
  }

  /** For what is to be done now, and by whoever reads this. */
  private static Optional<Button> button(Engagement one) {
    NextStep next = one.next();
    if (next == null || next.type() == null || next.at() != null || one.often()) {
      return Optional.empty();
    }
    String type = next.type();
    return Optional.ofNullable(PRESSED.get(type.split(" ", 2)[0]))
        .map(label ->
            one.stage() == Stage.PLANNED
                ? new Button.Press(label, type)
                : Buttons.plain(new SessionId(one.id()), label, type));
  }
}
