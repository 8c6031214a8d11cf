package dev.callboard.report.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.report.deeds.Deed.Kind;
import dev.callboard.session.Event;
import dev.callboard.session.attendance.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A timeline by kind and by person. */
class SieveTest {

  private static final Attendee FEMI = ToldLog.zoom("z1", "F's phone", "femi@example.com", "");
  private static final Attendee GUEST = ToldLog.zoom("z2", "iPhone 12", "", "");

  private final ToldLog told =
      new ToldLog()
          .sees(new Sighting.Joined(FEMI))
          .sees(new Sighting.Joined(GUEST))
          .by("priya", new Event.Marked("femi", Mark.Kind.EXCUSED, "ill"))
          .by("priya", new Event.Started())
          .sees(new Sighting.Left(FEMI));

  private List<String> shown(Sieve sieve) {
    return sieve.of(told.deeds()).stream().map(Deed::sentence).toList();
  }

  private static Sieve by(String person) {
    return new Sieve(null, person);
  }

  @Test
  void person_isWhoDidItAndWhomItNames() {
    assertThat(shown(by("Femi Ade")))
        .hasSize(3)
        .allMatch(sentence -> sentence.contains("Femi Ade"));
    assertThat(shown(by("Priya Nair"))).hasSize(3);
    assertThat(shown(by("“iPhone 12”"))).containsExactly("“iPhone 12” joined");
    assertThat(shown(by("Femi"))).isEmpty();
  }

  @Test
  void kindAndPerson_bothHold() {
    assertThat(shown(new Sieve(Kind.DECISIONS, "Femi Ade"))).hasSize(1);
    assertThat(shown(new Sieve(Kind.CLOCK, "Femi Ade"))).isEmpty();
  }

  @Test
  void nobodyAndNothing_areAll() {
    assertThat(Sieve.of(Optional.of("nonsense"), Optional.of(" "))).isEqualTo(Sieve.ALL);
    assertThat(shown(Sieve.ALL)).hasSize(told.log().size());
  }

  @Test
  void query_asksForTheSame() {
    assertThat(new Sieve(Kind.NOTES, "Zoë & “Al”").query("form=csv"))
        .isEqualTo("?form=csv&kind=notes&person=Zo%C3%AB+%26+%E2%80%9CAl%E2%80%9D");
    assertThat(Sieve.ALL.query()).isEqualTo("?");
  }
}
