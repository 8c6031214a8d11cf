package dev.callboard.outbox;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.platform.Adapter;
import java.util.List;
import java.util.Random;

/** A real adapter on a platform of one's own, that fails in every way it knows. */
interface Stage extends AutoCloseable {

  Adapter adapter();

  Place classRoom();

  Place backstage();

  /** A room that belongs to no class. */
  Place elsewhere();

  Person person();

  /** What everybody in a room sees now. */
  List<String> shownToAll(Place room);

  /** What the person alone sees now. */
  List<String> shownToPerson();

  /** The next calls fail in some way, or none does. */
  void stumble(Random random);

  /** From now on nobody can be reached privately. */
  void closePrivateRoutes();

  @Override
  void close();
}
