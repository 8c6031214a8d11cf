package dev.callboard.desk;

import dev.callboard.chat.Outgoing;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import java.util.List;

/** Says what is told outside of what happened to a class; it is committed together with that. */
@FunctionalInterface
public interface Herald {

  /** Has nothing to tell. */
  Herald SILENT = (_, _) -> List.of();

  /**
   * What is to be told.
   *
   * @param after the class once these events have happened
   */
  List<Outgoing> of(Session after, List<Recorded> events);
}
