package dev.callboard.command.guide;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Person;
import dev.callboard.command.Buttons;
import dev.callboard.command.House;
import dev.callboard.command.Times;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import dev.callboard.session.Identity;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Timeline;
import java.time.Instant;
import java.util.List;

/**
 * A person's classes: those open now, and those they could open. How a class stands on the clock is
 * the team's business; learners read its title.
 */
public record Home(House house) {

  public Content of(Person person, Instant now) {
    List<Session> open = house.openFor(person);
    Content content = Content.of(new Heading("Your classes"));
    for (Session session : open) {
      boolean team = session.member(person).filter(member -> member.role().team()).isPresent();
      content =
          team
              ? content.and(new Text(line(session, now))).and(status(session))
              : content.and(new Text(Line.empty().strong(session.plan().title())));
    }
    if (open.isEmpty()) {
      content = content.and(new Text(Line.of("None is open right now.")));
    }
    List<Button> plans =
        house.plans().keys().stream()
            .filter(key -> produces(key, person))
            .limit(8)
            .map(key -> (Button) new Button.Press("Open " + key, "open " + key))
            .toList();
    return plans.isEmpty()
        ? content.and(
            new Small(Line.of("A plan must name you as its producer before you can open it.")))
        : content.and(new Small(Line.of("Plans you produce"))).and(new Actions(plans));
  }

  private static Line line(Session session, Instant now) {
    Plan plan = session.plan();
    Line title = Line.empty().strong(plan.title()).plain("  ");
    return session
        .segment()
        .map(segment ->
            title.plain(
                segment.title()
                    + ", "
                    + Times.behind(Timeline.of(plan, session.run(), now).behind())))
        .orElseGet(() -> title.plain("open, not started"));
  }

  private static Actions status(Session session) {
    return new Actions(
        List.of(
            Buttons.main(session.id(), "Desk", "desk"),
            Buttons.plain(session.id(), "Status", "status")));
  }

  private boolean produces(String key, Person person) {
    return house
        .plans()
        .read(key)
        .flatMap(Reading::usable)
        .flatMap(plan -> Identity.member(plan, person))
        .filter(member -> member.role() == Role.PRODUCER)
        .isPresent();
  }
}
