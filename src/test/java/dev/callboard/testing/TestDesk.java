package dev.callboard.testing;

import dev.callboard.Commands;
import dev.callboard.LostMail;
import dev.callboard.PlatformAccounts;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.command.Day;
import dev.callboard.command.IcuTexts;
import dev.callboard.desk.Desk;
import dev.callboard.desk.Pages;
import dev.callboard.outbox.Lateness;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.session.SessionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Callboard on a kitchen table: no server, no platform, no disk. The plan's people type on the
 * lobby, and a test reads what came back, what the rooms show and who was told what. Not
 * thread-safe.
 */
public final class TestDesk {

  private final Plan plan;
  private boolean foresees = true;
  private final SettableClock clock;
  private final MemoryLedger ledger = new MemoryLedger();
  private final Desk desk;
  private final List<String> woken = new ArrayList<>();
  private final Map<String, MeetingRecords> accounts = new HashMap<>();
  private final Map<String, Day> days = new HashMap<>();
  private int deliveries;
  private Reply last = new Reply.Quiet();

  public TestDesk(SettableClock clock, Plan... plans) {
    this.plan = plans[0];
    this.clock = clock;
    try {
      desk =
          new Desk(
              new Desk.Furniture(
                  ledger,
                  LostMail.of(ledger),
                  SamplePlans.library(plans),
                  IcuTexts.read(Path.of("config/messages")),
                  Commands.registry(),
                  clock,
                  _ -> Optional.empty(),
                  new PlatformAccounts(
                      platform -> Optional.ofNullable(accounts.get(platform)), clock),
                  new PagesInMemory(days)),
              woken::addAll);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The sample class on the day before its usual hour: 13:50 in London. */
  public static TestDesk hybrid() {
    return new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), SamplePlans.hybrid());
  }

  /** The sample class as it is shipped, with its whole roster, ten minutes before its hour. */
  public static TestDesk shipped() {
    return new TestDesk(
        SettableClock.at("2026-11-24T13:50:00Z"), SamplePlans.shipped("hybrid-meetings"));
  }

  public SettableClock clock() {
    return clock;
  }

  public MemoryLedger ledger() {
    return ledger;
  }

  public Desk desk() {
    return desk;
  }

  /** From now on the lobby keeps accounts of its meetings, as a big platform would. */
  public void asks(MeetingRecords records) {
    accounts.put(records.platform(), records);
  }

  /** From now on a person gives these classes today. */
  public void gives(String person, Day day) {
    days.put(person, day);
  }

  /** Lanes of which the outbox was told that something waits there, each as often as it was. */
  public List<String> woken() {
    return List.copyOf(woken);
  }

  /** From now on no class is told that its alarm will ring soon. */
  public TestDesk unforeseen() {
    foresees = false;
    return this;
  }

  /** Lets time pass; every alarm rings on its second. */
  public void passes(Duration time) {
    Instant until = clock.instant().plus(time);
    for (Map.Entry<SessionId, Instant> next = next(); next != null; next = next()) {
      if (next.getValue().isAfter(until)) {
        break;
      }
      if (next.getValue().isAfter(clock.instant())) {
        if (foresees) {
          desk.ringing().soon(next.getKey(), next.getValue());
        }
        clock.set(next.getValue());
      }
      ledger.set(next.getKey(), desk.ringing().ring(next.getKey()));
    }
    clock.set(until);
  }

  private Map.@Nullable Entry<SessionId, Instant> next() {
    return ledger.alarms().entrySet().stream().min(Map.Entry.comparingByValue()).orElse(null);
  }

  public Place classRoom() {
    return new Place("lobby", "local", plan.key() + "/class");
  }

  public Place backstage() {
    return new Place("lobby", "local", plan.key() + "/backstage");
  }

  public static Person person(String key) {
    return new Person("lobby", "local", key, key, null);
  }

  /** The person types a line backstage; the reply in words. */
  public String types(String person, String line) {
    return from(person, backstage(), PlaceKind.UNKNOWN, line);
  }

  /** The person types a line in the class room. */
  public String typesInClass(String person, String line) {
    return from(person, classRoom(), PlaceKind.UNKNOWN, line);
  }

  /** The person types a line in their direct chat with Callboard. */
  public String typesDirectly(String person, String line) {
    Place direct = new Place("lobby", "local", "@" + person);
    return from(person, direct, PlaceKind.DIRECT, line);
  }

  private String from(String person, Place place, PlaceKind kind, String line) {
    deliveries++;
    Delivery delivery = new Delivery("lobby:" + deliveries, Delivery.Route.INLINE);
    return hear(
        new Inbound.Command(delivery, person(person), place, kind, line, Inbound.Via.TYPED));
  }

  /** Takes any inbound; the reply in words. */
  public String hear(Inbound inbound) {
    last = desk.handle(inbound);
    return words(last);
  }

  /** Somebody comes to the class's own meeting with the lobby account of this name. */
  public void joins(String account) {
    sees(new Sighting.Joined(attendee(account, account)));
  }

  /** Keys of the plan's learners, in its order; they are their accounts, too. */
  public List<String> learners() {
    return plan.withRole(Role.LEARNER).map(Member::key).toList();
  }

  public void leaves(String account) {
    sees(new Sighting.Left(attendee(account, account)));
  }

  /** Somebody comes of whom the meeting shows only a name; {@code stay} tells visits apart. */
  public void guestJoins(String stay, String name) {
    sees(new Sighting.Joined(guest(stay, name)));
  }

  public void guestLeaves(String stay, String name) {
    sees(new Sighting.Left(guest(stay, name)));
  }

  private static Attendee attendee(String account, String name) {
    return new Attendee(account, account, account, null, name, null, null);
  }

  private static Attendee guest(String stay, String name) {
    return new Attendee(stay, stay, null, null, name, null, null);
  }

  /** The meeting tells something that happens now. */
  public void sees(Sighting.What what) {
    sees(clock.instant(), what);
  }

  /** The meeting tells something that happened then. */
  public void sees(Instant at, Sighting.What what) {
    deliveries++;
    Delivery delivery = new Delivery("lobby:" + deliveries, Delivery.Route.POSTED);
    hear(new Inbound.Presence(delivery, new Sighting(classRoom(), "", at, what)));
  }

  /** The person presses a button of the last reply; the next reply in words. */
  public String presses(String person, String label) {
    return types(person, line(label));
  }

  private String line(String label) {
    return buttons().stream()
        .filter(button -> button.label().equals(label))
        .map(Button.Press::line)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " in " + buttons()));
  }

  /** Buttons of the last reply. */
  public List<Button.Press> buttons() {
    return content(last)
        .map(Content::blocks)
        .flatMap(List::stream)
        .filter(Actions.class::isInstance)
        .flatMap(block -> ((Actions) block).buttons().stream())
        .filter(Button.Press.class::isInstance)
        .map(Button.Press.class::cast)
        .toList();
  }

  public Reply reply() {
    return last;
  }

  /** The content of the last reply. */
  public Content answer() {
    return content(last).findFirst().orElseThrow();
  }

  /** What a room shows now, once everything in the outbox has left, oldest first. */
  public List<String> shows(Place place) {
    Map<String, String> shown = new LinkedHashMap<>();
    ledger.shelved().stream()
        .filter(entry -> entry.change().to().equals(new Destination.Room(place)))
        .forEach(entry -> {
          String key = entry.session() + " " + entry.change().key();
          switch (entry.change()) {
            case Outgoing.Post post -> shown.put(key, post.message().content().plainText());
            case Outgoing.Edit edit -> shown.put(key, edit.message().content().plainText());
            case Outgoing.Remove remove -> shown.remove(key);
          }
        });
    return new ArrayList<>(shown.values());
  }

  /** What a person was told alone, through the outbox, each with its time in the class zone. */
  public List<String> told(String person) {
    return ledger.shelved().stream()
        .filter(entry ->
            entry.change().to() instanceof Destination.Direct direct
                && direct.person().id().equals(person))
        .filter(entry -> entry.change() instanceof Outgoing.Post)
        .map(entry -> {
          Outgoing.Post post = (Outgoing.Post) Lateness.told(entry.change(), entry.committed());
          LocalTime at = entry.committed().atZone(plan.zone()).toLocalTime();
          return at + " " + post.message().content().plainText().replace('\n', ' ');
        })
        .toList();
  }

  /** Pages at an address that leads nowhere. */
  private record PagesInMemory(Map<String, Day> days) implements Pages {

    @Override
    public Optional<URI> link(Person person, @Nullable SessionId session, String page) {
      return Optional.of(URI.create("https://callboard.example.com/desk/" + session));
    }

    @Override
    public Day today(Person person) {
      return days.getOrDefault(person.id(), Day.FREE);
    }
  }

  private static Stream<Content> content(Reply reply) {
    return switch (reply) {
      case Reply.Tell tell -> Stream.of(tell.content());
      case Reply.Replace replace -> Stream.of(replace.content());
      case Reply.Quiet quiet -> Stream.empty();
      case Reply.Ask ask -> Stream.empty();
    };
  }

  private static String words(Reply reply) {
    return reply instanceof Reply.Ask ask
        ? ask.form().title() + ": " + ask.form().answer()
        : content(reply).map(Content::plainText).findFirst().orElse("");
  }
}
