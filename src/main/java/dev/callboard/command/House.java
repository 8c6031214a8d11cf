package dev.callboard.command;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.plan.Library;
import dev.callboard.plan.Member;
import dev.callboard.session.Profile;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command may ask besides the class it is about. Reading only. */
public interface House {

  Library plans();

  Texts texts();

  /** All commands, for help. */
  Registry registry();

  /** The class now open in a room. */
  Optional<Session> openAt(Place place);

  /** The open classes of a person, newest first. */
  List<Session> openFor(Person person);

  /** The classes of a client that a person of a plan was in, the newest first. */
  List<SessionId> classesOf(String client, Member member);

  /** How somebody wants to be prompted, see {@link Profile#identity}; empty when as usual. */
  Optional<Profile> profile(String identity);

  /**
   * The tenant of a platform whose rooms a plan means that names none; empty when none is known.
   */
  Optional<String> home(String platform);

  /**
   * A new link that signs a person in at the desk of a class, or at the board, once and soon; empty
   * where there are no pages.
   *
   * @param page what of the class, such as {@code report}; empty for its desk
   */
  Optional<URI> deskLink(Person person, @Nullable SessionId session, String page);

  /** The classes that somebody gives today; none where there are no pages. */
  Day today(Person person);

  /** What earlier classes of a client taught of who is who, see {@code Ledger}. */
  Map<String, String> aliases(String client);

  /** What did not arrive in a class, the newest first. */
  List<Lost> lost(SessionId session, int most);

  /** A name for a new delivery that no other has. */
  SessionId freshId(String plan, LocalDate day);
}
