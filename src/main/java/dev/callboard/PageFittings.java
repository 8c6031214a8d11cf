package dev.callboard;

import dev.callboard.chat.Person;
import dev.callboard.command.Day;
import dev.callboard.console.Invitations;
import dev.callboard.desk.Pages;
import dev.callboard.session.SessionId;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the desk is told of the pages.
 *
 * @param reachable whether somebody could open one
 */
record PageFittings(Relay relay, Invitations invitations, Predicate<Person> reachable)
    implements Pages {

  @Override
  public Optional<URI> link(Person person, @Nullable SessionId session, String page) {
    return reachable.test(person)
        ? Optional.of(invitations.link(person, session, page))
        : Optional.empty();
  }

  @Override
  public Day today(Person person) {
    return relay.day(person);
  }
}
