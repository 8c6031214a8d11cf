package dev.callboard.desk;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.command.Day;
import dev.callboard.command.House;
import dev.callboard.command.Lost;
import dev.callboard.command.Registry;
import dev.callboard.command.Texts;
import dev.callboard.plan.Library;
import dev.callboard.plan.Member;
import dev.callboard.session.Profile;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What commands may ask, answered from the log. */
record DeskHouse(
    Library plans,
    Texts texts,
    Registry registry,
    Ledger ledger,
    Lost.Mail mail,
    Classes classes,
    FreshIds ids,
    Function<String, Optional<String>> homes,
    Pages pages)
    implements House {

  private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MMdd");

  @Override
  public Optional<Session> openAt(Place place) {
    return ledger.at(place).flatMap(classes::current).filter(session -> !session.run().ended());
  }

  @Override
  public List<Session> openFor(Person person) {
    return ledger.openFor(person).stream().map(classes::current).flatMap(Optional::stream).toList();
  }

  @Override
  public List<SessionId> classesOf(String client, Member member) {
    return ledger.classesOf(client, member);
  }

  @Override
  public Optional<Profile> profile(String identity) {
    return ledger.profile(identity);
  }

  @Override
  public Optional<String> home(String platform) {
    return homes.apply(platform);
  }

  @Override
  public Optional<URI> deskLink(Person person, @Nullable SessionId session, String page) {
    return pages.link(person, session, page);
  }

  @Override
  public Day today(Person person) {
    return pages.today(person);
  }

  @Override
  public Map<String, String> aliases(String client) {
    return ledger.aliases(client);
  }

  @Override
  public List<Lost> lost(SessionId session, int most) {
    return mail.of(session, most);
  }

  @Override
  public SessionId freshId(String plan, LocalDate day) {
    return ids.next(plan + "-" + MONTH_DAY.format(day));
  }
}
