package dev.callboard.session;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event.Accounted;
import dev.callboard.session.Event.Acquainted;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Recognised;
import dev.callboard.session.Event.Witnessed;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Register;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Stay;
import dev.callboard.session.attendance.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes people out of the log of a class for good, and leaves the rest as it was: wherever
 * something of them stands, something else does, the same in all places. So the log folds to the
 * same minutes and counts, under other names. The right to erasure, and the end of a client's
 * retention, are why a log that is otherwise never changed is changed here.
 *
 * <p>Immutable once made.
 */
public final class Erasure {

  /** Shorter ids may stand for something else where nothing tells that they are ids. */
  private static final int TELLING_ID = 6;

  private static final String OTHERS = "";

  private final Register register;
  private final String client;
  private final Map<String, Alias> aliases;

  /** Whose each stay is, of those that are to be erased; empty for everybody else's. */
  private final Map<String, String> stays = new HashMap<>();

  /** Whose each trait is, for facts of those who were never let in. */
  private final Map<String, String> traits = new HashMap<>();

  private final Map<String, String> instead = new LinkedHashMap<>();

  /** What stands for the name of whoever has an account of this id. */
  private final Map<String, String> names = new HashMap<>();

  private final Phrases phrases = new Phrases();

  private Erasure(Session session, Map<String, Alias> aliases) {
    register = session.register();
    client = session.plan().clientKey();
    this.aliases = aliases;
  }

  /**
   * Of people of a class.
   *
   * @param log the whole of it
   * @param wanted keys of people of the plan, and of others a trait each
   */
  public static Erasure of(Session session, List<Recorded> log, Set<String> wanted) {
    Map<String, Alias> aliases = new LinkedHashMap<>();
    for (String person : wanted) {
      aliases.put(person, Alias.of(session.register().course().erased() + aliases.size()));
    }
    Erasure erasure = new Erasure(session, aliases);
    erasure.findStays(session.plan());
    erasure.findMembers(session.plan());
    Set<String> others = erasure.names(session.plan(), log);
    erasure.plan(session.plan(), others);
    log.forEach(recorded -> erasure.traces(recorded.event(), others));
    return erasure;
  }

  /** Whose class it is. */
  public String client() {
    return client;
  }

  /** How many people it takes out. */
  public int people() {
    return aliases.size();
  }

  /** What stands for somebody. */
  public Alias alias(String person) {
    return Objects.requireNonNull(aliases.get(person));
  }

  /** Whole texts by which they were known; what is kept beside the log under these goes, too. */
  public Set<String> known() {
    return Set.copyOf(instead.keySet());
  }

  /** By what was told, and by what the accounts add to it: who is known by one of them is known. */
  private void findStays(Plan plan) {
    for (boolean accounts : new boolean[] {false, true}) {
      Register counting = register.counting(accounts);
      for (Party party : parties(counting, plan)) {
        String person = wanted(party);
        for (Stay stay : party.stays()) {
          String whose = person == null ? OTHERS : person;
          stays.merge(stay.key(), whose, (told, next) -> told.equals(OTHERS) ? next : told);
          if (person != null) {
            counting.traits(stay).forEach(trait -> traits.putIfAbsent(trait, person));
          }
        }
      }
    }
  }

  private void findMembers(Plan plan) {
    for (Member member : plan.people()) {
      if (aliases.containsKey(member.key())) {
        traits.putIfAbsent(Trait.name(member.name()), member.key());
        if (member.email() != null) {
          traits.putIfAbsent(Trait.mail(member.email()), member.key());
          traits.putIfAbsent(Trait.written(member.email()), member.key());
        }
      }
    }
  }

  static List<Party> parties(Register register, Plan plan) {
    return Roll.of(register, plan, register.course().opened()).parties();
  }

  private @Nullable String wanted(Party party) {
    if (party.owner() instanceof Owner.Known known) {
      String key = known.member().key();
      return aliases.containsKey(key) ? key : null;
    }
    return party.traits().stream().filter(aliases::containsKey).findFirst().orElse(null);
  }

  /** Name traits of all who stay: what they are called must stand. */
  private Set<String> names(Plan plan, List<Recorded> log) {
    Set<String> names = new HashSet<>();
    plan.people().stream()
        .filter(member -> !aliases.containsKey(member.key()))
        .forEach(member -> names.add(Trait.name(member.name())));
    for (Recorded recorded : log) {
      for (Seen seen : Seen.in(recorded.event())) {
        if (person(seen) == null) {
          names.add(Trait.name(seen.who().name()));
        }
      }
    }
    return names;
  }

  /** Who is shown; whoever has no stay, as in a waiting room, is told by what is known of them. */
  private @Nullable String person(Seen seen) {
    String whose = stays.get(register.stayOf(seen.meeting(), seen.occurrence(), seen.who()));
    if (whose == null) {
      whose =
          Trait.shown(seen.meeting(), seen.occurrence(), seen.who()).stream()
              .map(traits::get)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(OTHERS);
    }
    return whose.equals(OTHERS) ? null : whose;
  }

  private void plan(Plan plan, Set<String> others) {
    for (Member member : plan.people()) {
      Alias alias = aliases.get(member.key());
      if (alias == null) {
        continue;
      }
      instead.put(member.key(), alias.key());
      names.put(member.key(), alias.name());
      mail(member.email(), alias);
      member.accounts().values().forEach(id -> id(id, alias));
      Profile.identity(member)
          .ifPresent(known -> instead.putIfAbsent(known, "mail:" + alias.email()));
      phrases.name(member.name(), alias, others);
    }
    plan.people().stream()
        .filter(member -> aliases.containsKey(member.key()))
        .forEach(member -> phrases.called(member, alias(member.key()), others));
  }

  private void traces(Event event, Set<String> others) {
    if (event instanceof Recognised known && aliases.containsKey(known.person())) {
      id(known.account().id(), alias(known.person()));
      mail(known.account().email(), alias(known.person()));
    }
    for (Seen seen : Seen.in(event)) {
      String person = person(seen);
      if (person != null) {
        traces(seen, alias(person), others);
      }
    }
  }

  private void traces(Seen seen, Alias alias, Set<String> others) {
    Attendee who = seen.who();
    mail(who.email(), alias);
    mail(who.written(), alias);
    id(who.account(), alias);
    Stream.of(who.connection(), who.stay()).filter(seen::telling).forEach(id -> id(id, alias));
    phrases.name(who.name(), alias, others);
    List<String> before = Trait.shown(seen.meeting(), seen.occurrence(), who);
    List<String> after = Trait.shown(seen.meeting(), seen.occurrence(), without(seen, alias));
    for (int i = 0; i < before.size(); i++) {
      if (!others.contains(before.get(i))) {
        instead.putIfAbsent(before.get(i), after.get(i));
      }
    }
  }

  private void mail(@Nullable String email, Alias alias) {
    if (email == null) {
      return;
    }
    String plain = email.strip().toLowerCase(Locale.ROOT);
    if (!instead.containsKey(plain)) {
      boolean first = !instead.containsValue(alias.email());
      String mail = first ? alias.email() : "also-" + instead.size() + "-" + alias.email();
      instead.put(plain, mail);
      instead.put(Trait.mail(plain), Trait.mail(mail));
      instead.put(Trait.written(plain), Trait.written(mail));
      phrases.whole(plain, mail);
    }
    instead.putIfAbsent(email, Objects.requireNonNull(instead.get(plain)));
  }

  private void id(@Nullable String id, Alias alias) {
    if (id != null && id.length() >= TELLING_ID) {
      instead.putIfAbsent(id, alias.hidden(id));
      names.putIfAbsent(id, alias.name());
    }
  }

  /** An event as if they had never been known by their names. */
  public Event without(Event event) {
    return switch (event) {
      case Opened opened ->
          new Opened(
              opened
                  .plan()
                  .with(
                      opened.plan().people().stream().map(this::without).toList(),
                      opened.plan().attendance()),
              opened.rooms(),
              opened.plannedStart());
      case Witnessed witnessed -> new Witnessed(without(witnessed.sighting()));
      case Accounted accounted -> new Accounted(without(accounted.record()), accounted.agrees());
      case Acquainted known -> new Acquainted(without(known.aliases()));
      default -> event;
    };
  }

  private Member without(Member member) {
    Alias alias = aliases.get(member.key());
    if (alias == null) {
      return member;
    }
    Map<String, String> accounts = new HashMap<>();
    member.accounts().forEach((platform, id) -> accounts.put(platform, id(id, alias, platform)));
    return new Member(
        alias.key(),
        alias.name(),
        member.role(),
        member.email() == null ? null : instead.get(member.email()),
        accounts,
        null,
        List.of());
  }

  /** In the lobby everybody's account is called like the person. */
  private String id(String id, Alias alias, String platform) {
    return platform.equals("lobby") ? alias.key() : alias.hidden(id);
  }

  private Sighting without(Sighting sighting) {
    Place meeting = sighting.meeting();
    String occurrence = sighting.occurrence();
    return new Sighting(
        meeting,
        occurrence,
        sighting.at(),
        Seen.each(sighting.what(), who -> without(new Seen(meeting, occurrence, who))));
  }

  private MeetingRecord without(MeetingRecord record) {
    List<MeetingRecord.Row> rows = new ArrayList<>();
    for (MeetingRecord.Row row : record.rows()) {
      Seen seen = new Seen(record.meeting(), record.occurrence(), row.who());
      rows.add(new MeetingRecord.Row(without(seen), row.from(), row.to()));
    }
    return new MeetingRecord(record.meeting(), record.occurrence(), rows);
  }

  private Attendee without(Seen seen) {
    String person = person(seen);
    return person == null ? unwritten(seen.who()) : without(seen, alias(person));
  }

  /** Somebody else may have written an address that goes. */
  private Attendee unwritten(Attendee who) {
    String written = who.written();
    String plain = written == null ? "" : written.toLowerCase(Locale.ROOT);
    return instead.containsKey(plain) ? who.writing(instead.get(plain)) : who;
  }

  private Attendee without(Seen seen, Alias alias) {
    Attendee who = seen.who();
    return new Attendee(
        seen.hidden(who.connection(), alias),
        seen.hidden(who.stay(), alias),
        who.account() == null
            ? null
            : instead.getOrDefault(who.account(), alias.hidden(who.account())),
        who.registrant() == null ? null : alias.hidden(who.registrant()),
        alias.name(),
        who.email() == null ? null : instead.get(who.email()),
        who.phone() == null ? null : alias.key(),
        who.written() == null ? null : instead.get(who.written()));
  }

  /** What was remembered of them is not, but for what made them known here. */
  private Map<String, String> without(Map<String, String> remembered) {
    Map<String, String> rest = new HashMap<>();
    remembered.forEach((trait, person) -> {
      if (!aliases.containsKey(person)) {
        rest.put(trait, person);
      } else if (instead.containsKey(trait)) {
        rest.put(without(trait), without(person));
      }
    });
    return rest;
  }

  /** A key of a map without them: what is theirs as a whole, and else as it is. */
  public String key(String key) {
    return instead.getOrDefault(key, key);
  }

  /**
   * What somebody is called, without them.
   *
   * @param id of the account of that name; of anybody else a name stays, though it may be like one
   *     that goes
   */
  public String name(String name, String id) {
    return names.getOrDefault(id, key(name));
  }

  /** What a button types without them: a command's word, which is nobody, and what follows it. */
  public String line(String line) {
    String[] words = line.split(" ");
    int word = words[0].startsWith("@") ? 1 : 0; // behind the class
    for (int i = word + 1; i < words.length; i++) {
      words[i] = key(words[i]);
    }
    return phrases.without(String.join(" ", words));
  }

  /** A text without them: what is theirs as a whole, or else what in it is. */
  public String without(String text) {
    String whole = instead.get(text);
    return whole == null ? phrases.without(text) : whole;
  }

  /** What somebody wrote, without them: there people are called as it comes. */
  public String prose(String text) {
    return phrases.prose(without(text));
  }
}
