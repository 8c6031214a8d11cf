package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Button;
import dev.callboard.command.Day;
import dev.callboard.command.Engagement;
import dev.callboard.command.Engagement.Stage;
import dev.callboard.command.NextStep;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which plans somebody is offered who types a name that none has, or no name. */
class FindingPlansTest {

  private static TestDesk with(Plan... plans) {
    return new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), plans);
  }

  private static TestDesk withMany() {
    return with(
        Stream.concat(
                Stream.of(SamplePlans.hybrid()),
                IntStream.range(0, 300).mapToObj(i -> SamplePlans.named("acme-" + i, "Acme")))
            .toArray(Plan[]::new));
  }

  private static List<String> offered(TestDesk desk) {
    return desk.buttons().stream().map(Button.Press::line).toList();
  }

  private static Plan strangers() {
    Plan plan = SamplePlans.named("acme-secret", "Acme");
    return plan.with(
        plan.people().stream().filter(one -> one.role() != Role.PRODUCER).toList(),
        plan.attendance());
  }

  @Test
  void wrongName_isAnsweredWithThoseThatOneMayOpen() {
    TestDesk desk = with(SamplePlans.hybrid(), SamplePlans.named("acme-one", "Acme"), strangers());

    assertThat(desk.types("priya", "open acme-onne")).startsWith("Opened Acme");
    assertThat(desk.types("priya", "open sales")).contains("There is acme-one, hybrid.");
    assertThat(desk.types("priya", "open acme-secre"))
        .as("of whose plan nobody tells her")
        .doesNotContain("There is acme-secret");
    desk.types("priya", "open acme-secreted");
    assertThat(offered(desk)).doesNotContain("open acme-secret");
  }

  @Test
  void wrongNameAmongMany_isAnsweredWithNoneButTheNearest() {
    TestDesk desk = withMany();

    assertThat(desk.types("priya", "open acme-77x9"))
        .startsWith("No plan is called “acme-77x9”. open shows those you can open.")
        .hasSizeLessThan(300);
    assertThat(offered(desk)).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    assertThat(desk.types("priya", "open ACME-77")).startsWith("Opened Acme");
  }

  @Test
  void noNameAmongMany_isAnsweredWithThoseOfToday() {
    TestDesk desk = withMany();
    Instant starts = Instant.parse("2026-11-24T14:00:00Z");
    Engagement due =
        new Engagement(
            "plan acme-7",
            "Acme",
            ZoneId.of("Europe/London"),
            Stage.PLANNED,
            starts,
            starts.plusSeconds(3600),
            false,
            "Priya Nair",
            new NextStep("open acme-7", null, null),
            List.of(),
            List.of());

    assertThat(desk.types("priya", "open")).contains("No plan for today names you");
    desk.gives("priya", new Day(List.of(due), Map.of(), true));
    assertThat(desk.types("priya", "open")).startsWith("Which class?");
    assertThat(offered(desk)).containsExactly("open acme-7");
  }
}
