package dev.callboard.plan.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import dev.callboard.plan.roster.RosterImport.Plans;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rosters as people's programs write them. */
class RosterImportTest {

  private static final String HEAD = "class,name,email,role,language,accommodations\n";

  @TempDir Path folder;

  private PlanFolder plans;

  @BeforeEach
  void plans() throws IOException {
    Files.copy(Path.of("config/plans/onboarding-60.yaml"), folder.resolve("onboarding-60.yaml"));
    Files.copy(
        Path.of("config/plans/hybrid-meetings.yaml"), folder.resolve("hybrid-meetings.yaml"));
    plans = new PlanFolder(folder, Set.of("page"));
  }

  private RosterImport.Outcome takes(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return RosterImport.of(file, Plans.all(plans, folder), false);
  }

  private RosterImport.Outcome takes(String csv) throws IOException {
    return takes("in.csv", csv.getBytes(StandardCharsets.UTF_8));
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

  @Test
  void people_areInTheirPlansFromThenOn() throws IOException {
    RosterImport.Outcome outcome =
        takes(
            HEAD
                + "onboarding-60,Amara Bello,Amara@new.example.com,,,captions; joins on a phone\n"
                + "Onboarding-60,\"Bello, Ben\",ben@new.example.com,facilitator,es,\n"
                + "hybrid-meetings,نادية حداد,nadia@new.example.com,learner,ar,\n");

    assertThat(said(outcome)).isEmpty();
    assertThat(outcome.written()).isTrue();
    assertThat(outcome.classes()).isEqualTo(2);
    assertThat(added("onboarding-60"))
        .extracting(Member::name, Member::role, Member::language, Member::accommodations)
        .containsExactly(
            tuple("Amara Bello", Role.LEARNER, null, List.of("captions", "joins on a phone")),
            tuple("Bello, Ben", Role.FACILITATOR, "es", List.of()));
    assertThat(added("hybrid-meetings"))
        .singleElement()
        .extracting(Member::name)
        .isEqualTo("نادية حداد");
  }

  @Test
  void file_isTheWholeRosterOfTheClassesItNames() throws IOException {
    takes(HEAD + "onboarding-60,Amara,a@new.example.com\nhybrid-meetings,Ben,b@new.example.com\n");
    takes(HEAD + "onboarding-60,Chloé,c@new.example.com\n");

    assertThat(added("onboarding-60")).extracting(Member::name).containsExactly("Chloé");
    assertThat(added("hybrid-meetings")).extracting(Member::name).containsExactly("Ben");
  }

  @Test
  void everyBadLine_isToldAtOnceAndNothingIsWritten() throws IOException {
    RosterImport.Outcome outcome =
        takes(
            HEAD
                + "onboardnig-60,Amara,a@new.example.com,,,\n"
                + "onboarding-60,,b@new.example.com,,,\n"
                + "onboarding-60,\"two\nlines\",c@new.example.com,,,\n"
                + "onboarding-60,Dan,dan at home,lerner,Spanish,\n"
                + "onboarding-60,=cmd|' /C calc'!A0,e@new.example.com,,,\n"
                + "onboarding-60,"
                + "x".repeat(1_000)
                + ",f@new.example.com,,,\n"
                + ",Gus,g@new.example.com,,,\n");

    assertThat(said(outcome))
        .containsExactly(
            "in.csv:2: class: “onboardnig-60” (did you mean onboarding-60?)",
            "in.csv:3: name: nothing (expected: a name of up to 120 characters)",
            "in.csv:6: email: “dan at home” (expected: an e-mail address, such as"
                + " amara@example.com)",
            "in.csv:6: role: “lerner” (did you mean learner?)",
            "in.csv:6: language: “Spanish” (expected: a language's tag, such as es or pt-BR)",
            "in.csv:7: name: “=cmd|' /C calc'!A0” (expected: no formula: a name of up to 120"
                + " characters, beginning with none of = + - @)",
            "in.csv:8: name: 1000 characters (expected: a name of up to 120 characters; is a quote"
                + " missing?)",
            "in.csv:9: class: nothing (expected: a plan's key)");
    assertThat(outcome.written()).isFalse();
    assertThat(folder.resolve("onboarding-60.roster.csv")).doesNotExist();
  }

  @Test
  void formulasInAnyCell_areRefused() throws IOException {
    RosterImport.Outcome outcome =
        takes(HEAD + "onboarding-60,Amara,=1+1@new.example.com,,,captions; =1+1\n");

    assertThat(said(outcome))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("in.csv:2: email: “=1+1@new.example.com”"))
        .anyMatch(line -> line.startsWith("in.csv:2: accommodations: not taken (expected: up to"));
  }

  @Test
  void duplicates_areTold() throws IOException {
    RosterImport.Outcome outcome =
        takes(
            HEAD
                + "onboarding-60,Amara,a@new.example.com,,,\n"
                + "onboarding-60,Amara,A@new.example.com,,,\n"
                + "hybrid-meetings,Amara,a@new.example.com,,,\n");
    assertThat(said(outcome)).containsExactly("in.csv:3: the same as line 2; counted once");
    assertThat(outcome.people()).isEqualTo(2);

    assertThat(
            said(
                takes(
                    HEAD
                        + "onboarding-60,Amara,a@new.example.com,,,\n"
                        + "onboarding-60,Ben,a@new.example.com,,,\n"
                        + "onboarding-60,Chris,,,,\n"
                        + "onboarding-60,Chris,,facilitator,,\n")))
        .containsExactly(
            "in.csv:3: the same address as in line 2 (expected: one line a person)",
            "in.csv:5: the same name, and no address, as in line 4 (expected: one line a person)");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorsAndMark_areFoundOut(String separator) throws IOException {
    String csv =
        "\uFEFF\"class\",Full Name,E-Mail\r\nonboarding-60,Zoë 🦊,z@new.example.com\r\n"
            .replace(",", separator);

    assertThat(said(takes(csv))).isEmpty();
    assertThat(added("onboarding-60")).extracting(Member::name).containsExactly("Zoë 🦊");
  }

  @Test
  void windows1252_isRefusedWithTheLine() throws IOException {
    byte[] bytes =
        (HEAD + "onboarding-60,Amara,a@new.example.com\nonboarding-60,Chloé,c@new.example.com\n")
            .getBytes(Charset.forName("windows-1252"));

    assertThat(said(takes("in.csv", bytes)))
        .containsExactly(
            "in.csv:3: a character that is not UTF-8 (expected: UTF-8, which Excel saves as “CSV"
                + " UTF-8”)");
  }

  @ParameterizedTest
  @CsvSource({
    "in.csv, '', the file is empty",
    "in.csv, 'name,email\nAmara,a@new.example.com\n', no column “class”",
    "in.csv, 'class,email\nonboarding-60,a@new.example.com\n', no column “name”",
    "in.csv, 'class,name,name\n', “name”: a second column of that kind",
    "in.xlsx, 'class,name', no workbook that can be read",
    "in.pdf, '', neither .csv nor .xlsx"
  })
  void whatIsNoRoster_isRefusedInWords(String name, String text, String sentence)
      throws IOException {
    RosterImport.Outcome outcome = takes(name, text.getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.written()).isFalse();
    assertThat(said(outcome)).anyMatch(line -> line.contains(sentence));
  }

  @Test
  void unclosedQuote_isFoundWhereItOpens() throws IOException {
    String people = "onboarding-60,Amara Bello,,,,\n".repeat(10);

    assertThat(said(takes(HEAD + "onboarding-60,\"Ben,,,,\n" + people)))
        .anyMatch(line -> line.startsWith("in.csv:2: name: ") && line.contains("quote missing"));
  }

  @Test
  void unknownColumn_isLeftOutAndTold() throws IOException {
    RosterImport.Outcome outcome = takes("class,name,Shoe size\nonboarding-60,Amara,44\n");

    assertThat(outcome.written()).isTrue();
    assertThat(said(outcome))
        .singleElement()
        .asString()
        .startsWith("in.csv:1: “Shoe size”: left out");
  }

  private Path workbook(Consumer<Worksheet> fill) throws IOException {
    Path file = folder.resolve("in.xlsx");
    try (var out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", null)) {
      Worksheet page = book.newWorksheet("Roster");
      String[] head = {"class", "name", "email"};
      IntStream.range(0, head.length).forEach(i -> page.value(0, i, head[i]));
      fill.accept(page);
    }
    return file;
  }

  @Test
  void workbook_isReadLikeCsv() throws IOException {
    Path file =
        workbook(page -> {
          page.value(1, 0, "onboarding-60");
          page.value(1, 1, "  ناديا 🦊 ");
          page.value(1, 2, "n@new.example.com");
        });

    assertThat(said(RosterImport.of(file, Plans.all(plans, folder), false))).isEmpty();
    assertThat(added("onboarding-60")).extracting(Member::name).containsExactly("ناديا 🦊");
  }

  @Test
  void numbersAndDatesInAWorkbook_areTold() throws IOException {
    Path file =
        workbook(page -> {
          page.value(1, 0, "onboarding-60");
          page.value(1, 1, 12);
          page.value(2, 0, "onboarding-60");
          page.value(2, 1, LocalDate.of(2026, 11, 24));
          page.style(2, 1).format("yyyy-mm-dd").set();
          page.value(3, 0, 2_026);
          page.value(3, 1, "Amara");
        });

    assertThat(said(RosterImport.of(file, Plans.all(plans, folder), false)))
        .containsExactly(
            "in.xlsx:2: name: a number (expected: a name of up to 120 characters, as text)",
            "in.xlsx:3: name: a date (expected: a name of up to 120 characters, as text)",
            "in.xlsx:4: class: “2026” (expected: the key of a plan that is there)");
  }

  @Test
  void brokenWorkbooks_areRefused() throws IOException {
    byte[] sound = Files.readAllBytes(workbook(page -> page.value(1, 0, "onboarding-60")));
    for (int cut : new int[] {1, 30, sound.length / 2, sound.length - 1}) {
      assertThat(said(takes("cut.xlsx", Arrays.copyOf(sound, cut))))
          .singleElement()
          .asString()
          .startsWith("cut.xlsx: no workbook that can be read");
    }
  }

  @Test
  void rosterBesideAPlan_yieldsToThePlan() throws IOException {
    Files.writeString(
        folder.resolve("onboarding-60.roster.csv"),
        "name,email\nSomebody Else,bella@people.example.org\nBella Goh,other@new.example.com\n");
    Reading reading = plans.read("onboarding-60").orElseThrow();

    assertThat(reading.findings())
        .extracting(Object::toString)
        .containsExactly(
            "onboarding-60.roster.csv:2: email: “bella@people.example.org” is in the plan too,"
                + " which says who that is");
    assertThat(reading.usable().orElseThrow().person("bella").orElseThrow().name())
        .isEqualTo("Bella Goh");
    assertThat(added("onboarding-60")).extracting(Member::key).containsExactly("bella-goh");
  }

  @Test
  void rosterWithAMistake_makesThePlanUnusableAndSaysWhere() throws IOException {
    Files.writeString(folder.resolve("onboarding-60.roster.csv"), "name,email\nBella,nowhere\n");
    Reading reading = plans.read("onboarding-60").orElseThrow();

    assertThat(reading.usable()).isEmpty();
    assertThat(reading.findings())
        .extracting(Object::toString)
        .anyMatch(line -> line.startsWith("onboarding-60.roster.csv:2: email: “nowhere”"));
    assertThat(plans.keys()).containsExactly("hybrid-meetings", "onboarding-60");
  }

  /** A tenth of 5,000 classes with 100,000 learners, in the order of learners' names. */
  @Test
  void manyClasses_areTakenInSeconds() throws IOException {
    List<String> keys = IntStream.range(0, 500).mapToObj(i -> "class-" + i).toList();
    Path file = folder.resolve("many.csv");
    Files.writeString(
        file,
        IntStream.range(0, 10_000)
            .mapToObj(i -> "class-%d,Learner %d,l%d@new.example.com".formatted(i % 500, i, i))
            .collect(Collectors.joining("\n", HEAD, "\n")));

    long before = System.nanoTime();
    RosterImport.Outcome outcome = RosterImport.of(file, new Plans(keys, plans, folder), false);
    long took = (System.nanoTime() - before) / 1_000_000;

    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.people()).isEqualTo(10_000);
    assertThat(took).isLessThan(5_000);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(one -> one.toString().endsWith(".roster.csv"))).hasSize(500);
    }
  }
}
