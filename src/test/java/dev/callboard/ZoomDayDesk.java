package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.ZoomDay.Told;
import dev.callboard.ZoomDay.Typed;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.command.IcuTexts;
import dev.callboard.desk.Accounts;
import dev.callboard.desk.Desk;
import dev.callboard.desk.Ledger;
import dev.callboard.outbox.Shelf;
import dev.callboard.plan.Library;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.platform.Secret;
import dev.callboard.platform.zoom.ZoomAdapter;
import dev.callboard.platform.zoom.ZoomPlan;
import dev.callboard.platform.zoom.ZoomSettings;
import dev.callboard.report.AttendanceTable;
import dev.callboard.report.CsvFile;
import dev.callboard.report.Sheet;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Stay;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.MemoryLedger;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;

/** A desk behind the Zoom adapter that lives through the day once. Fay is the producer. */
final class ZoomDayDesk {

  static final List<String> PLANS = List.of("hybrid", "onboarding", "safety");

  private static final Instant EVENING = Instant.parse("2026-11-24T18:00:00Z");
  private static final OkHttpClient UNUSED = new OkHttpClient();

  private static final ZoomSettings LISTENS =
      new ZoomSettings(
          new Secret(FakeZoom.SECRET),
          null,
          null,
          null,
          FakeZoom.ACCOUNT,
          "",
          ZoomSettings.API,
          ZoomSettings.OAUTH,
          ZoomPlan.PRO);

  private final SettableClock clock = SettableClock.at("2026-11-24T08:00:00Z");
  private final Ledger ledger;
  private final Desk desk;
  private final ZoomAdapter adapter;

  ZoomDayDesk(Ledger ledger, Shelf shelf) {
    this.ledger = ledger;
    try {
      desk =
          new Desk(
              new Desk.Furniture(
                  ledger,
                  LostMail.of(shelf),
                  plans(),
                  IcuTexts.read(Path.of("config/messages")),
                  Commands.registry(),
                  clock,
                  _ -> Optional.of(FakeZoom.ACCOUNT),
                  _ -> new Accounts.Answer.Never(),
                  (_, _, _) -> Optional.empty()),
              _ -> {});
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    adapter = new ZoomAdapter(LISTENS, desk::handle, UNUSED, clock);
  }

  static ZoomDayDesk inMemory() {
    MemoryLedger memory = new MemoryLedger();
    return new ZoomDayDesk(memory, memory);
  }

  private static Library plans() {
    return SamplePlans.library(PLANS.stream().map(ZoomDayDesk::plan).toArray(Plan[]::new));
  }

  /** For the class called hybrid people registered with Zoom, which no plan can say. */
  private static Plan plan(String key) {
    byte[] yaml = ZoomDay.resource(key + ".yaml").getBytes(StandardCharsets.UTF_8);
    Plan plan = new PlanReader(Set.of()).read(key, key + ".yaml", yaml).usable().orElseThrow();
    return key.equals("hybrid")
        ? plan.with(plan.people().stream().map(ZoomDayDesk::registered).toList(), plan.attendance())
        : plan;
  }

  private static Member registered(Member member) {
    return new Member(
        member.key(),
        member.name(),
        member.role(),
        member.email(),
        Map.of("zoom-registrant", "reg-" + member.key()),
        member.language(),
        List.of());
  }

  /**
   * Lives through the day: each command at its time, each delivery when the one was heard that has
   * its place in the order of the script.
   *
   * @param heard what Zoom tells, in this order; those beyond the script's come last
   */
  ZoomDayDesk lives(ZoomDay day, List<Told> heard) {
    List<Told> usual = day.told();
    int next = 0;
    for (Typed typed : day.typed()) {
      while (next < heard.size() && time(usual, next).isBefore(typed.at())) {
        hears(time(usual, next), heard.get(next));
        next++;
      }
      types(typed);
    }
    assertThat(next).as("deliveries before the last command").isEqualTo(heard.size());
    return this;
  }

  private static Instant time(List<Told> usual, int place) {
    return usual.get(Math.min(place, usual.size() - 1)).heard();
  }

  private void hears(Instant at, Told told) {
    clock.set(at);
    byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
    int status = adapter.accept(FakeZoom.signed(body, FakeZoom.SECRET, at)).status();
    assertThat(status).as(told.body()).isEqualTo(200);
  }

  private void types(Typed typed) {
    clock.set(typed.at());
    String stay = typed.stay();
    String line = stay == null ? typed.line() : typed.line().formatted(number(typed.plan(), stay));
    desk.handle(
        new Inbound.Command(
            new Delivery(typed.at() + " " + typed.plan() + " " + line, Delivery.Route.POSTED),
            new Person("zoom", FakeZoom.ACCOUNT, FakeZoom.FAY, "Fay Osei", "fay@example.com"),
            backstage(typed.plan()),
            PlaceKind.UNKNOWN,
            line,
            Inbound.Via.TYPED));
  }

  private static Place backstage(String plan) {
    String jid = "c0" + plan + "-team@conference.xmpp.zoom.us";
    return new Place("zoom", FakeZoom.ACCOUNT, jid);
  }

  /** What the roll calls a stay, which goes by the order in which stays were heard of. */
  private int number(String plan, String stay) {
    Session session = desk.classAt(backstage(plan)).orElseThrow();
    return Roll.of(session.register(), session.plan(), clock.instant()).parties().stream()
        .flatMap(party -> party.stays().stream())
        .filter(one -> one.trait().endsWith(" " + stay))
        .mapToInt(Stay::number)
        .findFirst()
        .orElseThrow();
  }

  /** The log of a class as it is written. */
  List<Recorded> log(String plan) {
    return ledger.read(id(plan), 0);
  }

  private SessionId id(String plan) {
    return desk.classAt(backstage(plan)).orElseThrow().id();
  }

  /** The files of all classes in the evening, from their logs, by name. */
  Map<String, String> reports() {
    Map<String, String> reports = new LinkedHashMap<>();
    PLANS.forEach(plan -> reports.putAll(reports(plan, log(plan))));
    return reports;
  }

  /** The files of a class with such a log. */
  static Map<String, String> reports(String plan, List<Recorded> log) {
    Session session = Session.fold(new SessionId(plan + "-1124"), log).orElseThrow();
    AttendanceTable table = AttendanceTable.of(session, EVENING);
    Map<String, String> reports = new LinkedHashMap<>();
    reports.put(plan + ".csv", csv(table.people()));
    reports.put(plan + "-segments.csv", csv(table.bySegment()));
    return reports;
  }

  private static String csv(Sheet sheet) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CsvFile.USUAL.write(sheet, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException impossible) { // in memory
      throw new UncheckedIOException(impossible);
    }
  }
}
