package dev.callboard.command.roll;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.command.Texts;
import dev.callboard.plan.Member;
import dev.callboard.session.Accounts;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll.Learner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Greets those who come: before the class is under way with the welcome, later with where the class
 * is. Each alone and in their language where a private way is known; the others by one post for all
 * in the class room, and of latecomers without a private way the team is told, for to name one as
 * late is nobody else's business.
 */
final class Greeting {

  /** The welcome that was just posted is still to be seen; another would be noise. */
  private static final Duration STILL_SEEN = Duration.ofMinutes(10);

  private final Session session;
  private final Instant now;
  private final Kit kit;
  private boolean posted;

  Greeting(Session session, Texts texts, Instant now) {
    this.session = session;
    this.now = now;
    kit = new Kit(session, texts);
  }

  /** Whether a welcome was posted for all to read. */
  boolean posted() {
    return posted;
  }

  List<Outgoing> of(List<Learner> learners, List<Party> guests) {
    boolean late = underWay();
    List<Outgoing> out = new ArrayList<>();
    List<String> unreached = new ArrayList<>();
    for (Learner learner : learners) {
      Member member = learner.member();
      Optional<Direct> route = route(learner);
      Content content = late ? kit.late(member) : kit.welcome(member);
      if (route.isPresent()) {
        Message message = new Message(new Audience.One(member.key()), content);
        int number = session.plan().people().indexOf(member) + 1;
        out.add(new Outgoing.Post("greeting-" + number, route.get(), message));
      } else {
        unreached.add(member.name());
      }
    }
    guests.forEach(party -> unreached.add(party.name()));
    if (!unreached.isEmpty()) {
      out.addAll(late ? paste(unreached) : welcome());
    }
    return out;
  }

  /** As the class knows them, else the account by which they came to the meeting. */
  private Optional<Direct> route(Learner learner) {
    return Accounts.route(session, learner.member().key())
        .or(() ->
            Optional.ofNullable(learner.party()).stream()
                .flatMap(party -> party.stays().stream())
                .flatMap(stay -> session.register().account(stay).stream())
                .map(account -> new Direct(account, near(account)))
                .findFirst());
  }

  private @Nullable Place near(Person account) {
    return session.rooms().classRooms().stream()
        .filter(room ->
            room.platform().equals(account.platform()) && room.tenant().equals(account.tenant()))
        .findFirst()
        .orElse(null);
  }

  private boolean underWay() {
    Instant started = session.register().course().started();
    Duration late = session.plan().attendance().lateAfter();
    return started != null && now.isAfter(started.plus(late));
  }

  private List<Outgoing> welcome() {
    if (session.welcomed().filter(last -> last.plus(STILL_SEEN).isAfter(now)).isPresent()) {
      return List.of();
    }
    List<Outgoing> out =
        toRooms(session.rooms().classRooms(), "welcome", new Audience.Learners(), kit.welcomeAll());
    posted = !out.isEmpty();
    return out;
  }

  private List<Outgoing> paste(List<String> names) {
    String who = String.join(", ", names);
    Content content =
        Content.of(
            new Text(
                Line.of("Just came, and I have no private way to them: " + who + ". To paste:")));
    for (var block : kit.lateAll().blocks()) {
      content = content.and(block);
    }
    return toRooms(session.rooms().backstages(), "paste", new Audience.Team(), content);
  }

  private List<Outgoing> toRooms(
      List<Place> places, String key, Audience audience, Content content) {
    List<Outgoing> out = new ArrayList<>();
    for (Place place : places) {
      String name = key + "-" + (session.seq() + 1) + "." + out.size();
      out.add(new Outgoing.Post(name, new Destination.Room(place), new Message(audience, content)));
    }
    return out;
  }
}
