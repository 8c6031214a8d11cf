package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is in a class of whom many drop at once. */
class HeadsTest {

  private static final SessionId CLASS = new SessionId("hybrid-meetings-1124");
  private static final List<String> PEOPLE = List.of("amara", "ben", "chloe", "dev");

  private final TestDesk desk = TestDesk.shipped();

  private Heads heads() {
    Session session = Session.fold(CLASS, desk.ledger().read(CLASS, 0)).orElseThrow();
    Roll roll = Roll.of(session.register(), session.plan(), desk.clock().instant());
    return Heads.of(session, roll);
  }

  @Test
  void drop_isOneUntilTheLastIsBack() {
    desk.types("priya", "open hybrid-meetings");
    PEOPLE.forEach(desk::joins);
    desk.passes(Duration.ofMinutes(5));
    assertThat(heads().dropped()).isNull();

    PEOPLE.forEach(desk::leaves);
    desk.passes(Duration.ofSeconds(30));
    assertThat(heads().dropped()).isNotNull();

    PEOPLE.subList(0, 3).forEach(desk::joins);
    desk.passes(Duration.ofSeconds(30));
    assertThat(heads().dropped()).isNotNull();
    assertThat(heads().present()).isEqualTo(3);

    desk.joins("dev");
    assertThat(heads().dropped()).isNull();
  }
}
