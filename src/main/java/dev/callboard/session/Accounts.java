package dev.callboard.session;

import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the people of a class can be told something alone. */
public final class Accounts {

  /**
   * Platforms whose directory finds an account by its address, so that a plan which gives addresses
   * alone is enough. Teams cannot: there the person must have been seen.
   */
  private static final Set<String> FIND_BY_ADDRESS = Set.of("slack", "zoom");

  private Accounts() {}

  /**
   * The best private way to a person: an account that was seen in this class, on the platform of
   * its rooms, before one that the plan names, before one that its address finds; empty when nobody
   * knows any.
   */
  public static Optional<Direct> route(Session session, String person) {
    return routes(session, person).findFirst();
  }

  /** The best private way to another account of the person; empty when they have only one. */
  public static Optional<Direct> otherRoute(Session session, String person) {
    return route(session, person)
        .flatMap(best ->
            routes(session, person)
                .filter(route -> !route.person().sameAccount(best.person()))
                .findFirst());
  }

  private static Stream<Direct> routes(Session session, String person) {
    Stream<Person> seen =
        session.accounts().stream()
            .filter(known -> known.person().equals(person))
            .map(Session.Known::account);
    List<Person> known = Stream.concat(seen, named(session, person)).toList();
    List<Person> all = Stream.concat(known.stream(), addressed(session, person, known)).toList();
    Stream<Direct> near =
        rooms(session)
            .flatMap(room ->
                all.stream().filter(account -> shares(account, room)).map(a -> to(a, room)));
    return Stream.concat(near, all.stream().map(account -> new Direct(account, null)));
  }

  private static Stream<Place> rooms(Session session) {
    return Stream.concat(
        session.rooms().backstages().stream(), session.rooms().classRooms().stream());
  }

  /** Accounts of the plan, in the tenants the class has rooms in: plans name no tenant. */
  private static Stream<Person> named(Session session, String person) {
    return session.plan().person(person).stream()
        .flatMap(member ->
            member.accounts().entrySet().stream()
                .flatMap(account -> inTenants(session, account, member.name())));
  }

  private static Stream<Person> inTenants(
      Session session, Map.Entry<String, String> account, String name) {
    return tenants(session, account.getKey())
        .map(tenant -> new Person(account.getKey(), tenant, account.getValue(), name, null));
  }

  /** Accounts that the platform itself finds by the plan's address, where none is known yet. */
  private static Stream<Person> addressed(Session session, String person, List<Person> known) {
    return session.plan().person(person).stream()
        .filter(member -> member.email() != null)
        .flatMap(member ->
            FIND_BY_ADDRESS.stream()
                .flatMap(platform ->
                    tenants(session, platform)
                        .map(tenant ->
                            new Person(platform, tenant, "", member.name(), member.email()))))
        .filter(found ->
            known.stream()
                .noneMatch(other ->
                    other.platform().equals(found.platform())
                        && other.tenant().equals(found.tenant())));
  }

  private static Stream<String> tenants(Session session, String platform) {
    return rooms(session)
        .filter(room -> room.platform().equals(platform))
        .map(Place::tenant)
        .distinct();
  }

  private static boolean shares(Person account, Place room) {
    return account.platform().equals(room.platform()) && account.tenant().equals(room.tenant());
  }

  private static Direct to(Person account, Place near) {
    return new Direct(account, near);
  }
}
