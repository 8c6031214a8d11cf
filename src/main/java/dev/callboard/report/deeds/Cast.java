package dev.callboard.report.deeds;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.report.model.Words;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Register;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Stay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What everybody of a class is called, as its log has it now.
 *
 * @param stays names of those who were in meetings, by their stays
 * @param traits names by what those are known by
 * @param known names by the accounts that people of the plan were recognised by
 * @param called is told of everybody whom a sentence names
 */
record Cast(
    Plan plan,
    Register register,
    Map<String, String> stays,
    Map<String, String> traits,
    Map<String, String> known,
    Consumer<String> called) {

  private static final String SOMEBODY = "Somebody";

  static Cast of(Session session, List<Recorded> log, Consumer<String> called) {
    Map<String, String> stays = new HashMap<>();
    Map<String, String> traits = new HashMap<>();
    Register register = session.register();
    if (!log.isEmpty()) {
      for (Party party : Roll.of(register, session.plan(), log.getLast().at()).parties()) {
        for (Stay stay : party.stays()) {
          stays.put(stay.key(), name(party, stay));
          register.traits(stay).forEach(trait -> traits.putIfAbsent(trait, shown(stay)));
        }
      }
    }
    return new Cast(session.plan(), register, stays, traits, known(session), called);
  }

  private static Map<String, String> known(Session session) {
    Map<String, String> known = new HashMap<>();
    for (Session.Known account : session.accounts()) {
      session
          .plan()
          .person(account.person())
          .ifPresent(member ->
              known.put(
                  account.account().platform() + ":" + account.account().id(), member.name()));
    }
    return known;
  }

  private static String name(Party party, Stay stay) {
    return party.owner() instanceof Owner.Known known ? known.member().name() : shown(stay);
  }

  private static String shown(Stay stay) {
    return stay.name().isBlank() ? SOMEBODY : Words.quoted(stay.name());
  }

  /** Who did something, and the program that spoke for them if one did. */
  String by(Recorded recorded) {
    String who = by(recorded.by());
    return recorded.via() == null ? who : who + " via " + recorded.via();
  }

  private String by(String who) {
    if (who.equals(Recorded.CALLBOARD)) {
      return "Callboard";
    }
    return call(
        plan.person(who)
            .or(() -> holder(who))
            .map(Member::name)
            .or(() -> Optional.ofNullable(known.get(who)))
            .orElseGet(() -> stranger(who)));
  }

  private String call(String name) {
    called.accept(name);
    return name;
  }

  /** Whoever opens a class does so before there is one to be somebody of, by their account. */
  private Optional<Member> holder(String who) {
    int colon = who.indexOf(':');
    return colon < 0 ? Optional.empty() : holder(who.substring(0, colon), who.substring(colon + 1));
  }

  private Optional<Member> holder(String platform, String id) {
    return platform.equals(Person.PROGRAMS)
        ? plan.person(id)
        : plan.people().stream()
            .filter(member -> id.equals(member.accounts().get(platform)))
            .findFirst();
  }

  /** A key of the plan, or of whoever it does not name. */
  private static String stranger(String who) {
    int colon = who.indexOf(':');
    return colon < 0
        ? Words.quoted(who)
        : "Somebody on " + platform(who.substring(0, colon)) + " whom the plan does not name";
  }

  /** The name of a person of the plan. */
  String person(String key) {
    return call(plan.person(key).map(Member::name).orElse(Words.quoted(key)));
  }

  /** Somebody in a meeting: by the plan when it is known who they are, else as shown. */
  String attendee(Place meeting, String occurrence, Attendee who) {
    String known = stays.get(register.stayOf(meeting, occurrence, who));
    if (known != null) {
      return call(known);
    }
    return who.name().isBlank() ? SOMEBODY : call(Words.quoted(who.name()));
  }

  /** Somebody as a meeting showed them, by something they are known by. */
  String trait(String trait) {
    String known = traits.get(trait);
    return known == null ? "somebody in the meeting" : call(known);
  }

  /** Somebody in a meeting, by their stay. */
  String stay(String key) {
    String known = stays.get(key);
    return known == null ? "somebody" : call(known);
  }

  /** {@code Zoom}. */
  static String platform(String platform) {
    return platform.equals("lobby") ? "the lobby" : Words.capital(platform);
  }
}
