package dev.callboard.desk;

import dev.callboard.chat.Person;
import dev.callboard.command.Day;
import dev.callboard.session.SessionId;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pages are asked for; see {@code House}. */
@FunctionalInterface
public interface Pages {

  /** A link that signs a person in. */
  Optional<URI> link(Person person, @Nullable SessionId session, String page);

  /** The classes that a person gives today. */
  default Day today(Person person) {
    return Day.FREE;
  }
}
