package dev.callboard;

import dev.callboard.api.Classes;
import dev.callboard.command.Lost;
import dev.callboard.desk.Desk;
import dev.callboard.desk.Ledger;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import dev.callboard.store.LogPages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the API is told of classes.
 *
 * @param homes by platform, the tenant whose rooms a plan means that names none
 */
record ApiFittings(
    Desk desk,
    Ledger ledger,
    LogPages pages,
    Lost.Mail mail,
    Function<String, Optional<String>> homes)
    implements Classes {

  private static final int LOST = 10;

  @Override
  public Optional<Session> find(SessionId id) {
    return desk.find(id);
  }

  @Override
  public List<Listed> list(Wanted wanted, @Nullable Listed after, int most) {
    LogPages.Listed last =
        after == null
            ? null
            : new LogPages.Listed(after.opened(), after.id(), after.plan(), after.open());
    LogPages.Wanted asked = new LogPages.Wanted(wanted.client(), wanted.plan(), wanted.open());
    return pages.classes(asked, last, most).stream()
        .map(one -> new Listed(one.opened(), one.id(), one.plan(), one.open()))
        .toList();
  }

  @Override
  public List<Recorded> whole(SessionId id) {
    return ledger.read(id, 0);
  }

  @Override
  public List<Entry> log(SessionId id, long after, int most) {
    return pages.events(id, after, most).stream()
        .map(line -> new Entry(line.seq(), line.at(), line.by(), line.via(), line.json()))
        .toList();
  }

  @Override
  public List<Worry> worries(Session session, Roll roll, Instant now) {
    int lost = mail.of(session.id(), LOST).size();
    return dev.callboard.console.Worry.of(session, roll, lost, now).stream()
        .map(worry -> new Worry(worry.level().name().toLowerCase(Locale.ROOT), worry.words()))
        .toList();
  }

  @Override
  public Optional<Done> done(String deliveryKey) {
    return pages.done(deliveryKey).map(done -> new Done(done.asks(), done.session()));
  }

  @Override
  public Optional<String> home(String platform) {
    return homes.apply(platform);
  }
}
