package dev.callboard.desk;

import dev.callboard.chat.Person;
import dev.callboard.session.SessionId;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes links that sign people in at the pages; see {@code House}. */
@FunctionalInterface
public interface Links {
  Optional<URI> of(Person person, @Nullable SessionId session, String page);
}
