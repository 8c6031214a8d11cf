package dev.callboard.plan.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.plan.Reading.Severity;
import dev.callboard.plan.roster.RosterImport.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import keeps all its rosters, or none. */
class RosterKeepingTest {

  private static final String HEAD = "class,name,email\n";

  @TempDir Path folder;

  private PlanFolder plans;

  @BeforeEach
  void plans() throws IOException {
    Files.copy(Path.of("config/plans/onboarding-60.yaml"), folder.resolve("onboarding-60.yaml"));
    Files.copy(
        Path.of("config/plans/hybrid-meetings.yaml"), folder.resolve("hybrid-meetings.yaml"));
    plans = new PlanFolder(folder, Set.of("page"));
  }

  private RosterImport.Outcome takes(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), csv);
    return RosterImport.of(file, Plans.all(plans, folder), false);
  }

  private static List<String> said(RosterImport.Outcome outcome) {
    return outcome.findings().stream().map(Object::toString).toList();
  }

  private Plan plan(String key) {
    return plans.read(key).orElseThrow().usable().orElseThrow();
  }

  private List<Member> added(String key) {
    return plan(key).people().stream()
        .filter(member -> String.valueOf(member.email()).endsWith("@new.example.com"))
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void rosterThatCannotBeKept_keepsTheOthersOut() throws IOException {
    takes(HEAD + "onboarding-60,Amara,a@new.example.com\n");
    Files.createDirectories(folder.resolve("hybrid-meetings.roster.csv"));
    List<String> before = files();

    String both = "onboarding-60,Chloé,c@new.example.com\nhybrid-meetings,Ben,b@new.example.com\n";
    assertThatThrownBy(() -> takes(HEAD + both)).isInstanceOf(IOException.class);

    assertThat(added("onboarding-60")).extracting(Member::name).containsExactly("Amara");
    assertThat(files()).isEqualTo(before);
  }

  private static String learners(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "onboarding-60,Learner %d,l%d@new.example.com".formatted(i, i))
        .collect(Collectors.joining("\n", HEAD, "\n"));
  }

  @Test
  void tenThousandLearners_areAClass() throws IOException {
    assertThat(takes(learners(10_000)).written()).isTrue();

    assertThat(added("onboarding-60")).hasSize(10_000);
  }

  @Test
  void morePeopleThanAPlanMayHave_areNotWritten() throws IOException {
    RosterImport.Outcome outcome = takes(learners(10_999));

    assertThat(said(outcome))
        .singleElement()
        .asString()
        .startsWith("in.csv: class: onboarding-60 gets more people than 11000");
    assertThat(outcome.written()).isFalse();
    assertThat(plan("onboarding-60").people()).hasSizeLessThan(100);
  }

  @Test
  void importsAtOnce_doNotMeet() throws Exception {
    Path file = folder.resolve("in.csv");
    Files.writeString(file, HEAD + "onboarding-60,Amara,a@new.example.com\n");
    try (ExecutorService hands = Executors.newFixedThreadPool(4)) {
      List<Future<RosterImport.Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(hands.submit(() -> RosterImport.of(file, Plans.all(plans, folder), false)));
      }
      for (Future<RosterImport.Outcome> one : all) {
        assertThat(one.get().written()).isTrue();
      }
    }
    assertThat(added("onboarding-60")).extracting(Member::name).containsExactly("Amara");
    assertThat(files()).hasSize(4);
  }

  @Test
  void hintsWithoutEnd_areNoMistake() throws IOException {
    String rows = "onboarding-60,Amara,a@new.example.com\n".repeat(1_500);

    RosterImport.Outcome outcome = takes(HEAD + rows);

    assertThat(outcome.written()).isTrue();
    assertThat(outcome.mistaken()).isFalse();
    assertThat(outcome.findings())
        .hasSize(1_001)
        .allMatch(finding -> finding.severity() == Severity.WARNING)
        .last()
        .hasToString("in.csv: and 499 more");
  }

  @Test
  void mistakeAmongHintsWithoutEnd_isOne() throws IOException {
    String rows = "onboarding-60,Amara,a@new.example.com\n".repeat(1_500);

    RosterImport.Outcome outcome = takes(HEAD + rows + "onboarding-60,Ben,nowhere\n");

    assertThat(outcome.written()).isFalse();
    assertThat(outcome.mistaken()).isTrue();
    assertThat(outcome.findings().getLast().severity()).isEqualTo(Severity.MISTAKE);
  }
}
