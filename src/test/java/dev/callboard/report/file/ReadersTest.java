package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Role;
import dev.callboard.report.model.Attendance.Person;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Reader;
import dev.callboard.report.picture.Pictures;
import dev.callboard.testing.SamplePlans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader may not have is in no form of their report. */
class ReadersTest {

  private static final String DESIGNERS = "The poll needs a minute more";
  private static final String FACILITATORS = "Ask for a show of hands";
  private static final String CLIENTS = "Three people shared one room";
  private static final String TEAMS = "The recording began a minute late";

  private final ClassReport all = HeldClass.report();

  private String told(Reader reader) throws IOException {
    ClassReport report = all.forReader(reader);
    return ReadBack.everything(report) + Pictures.alt(report);
  }

  @Test
  void producer_isToldAll() throws IOException {
    assertThat(told(Reader.PRODUCER))
        .contains(DESIGNERS, FACILITATORS, CLIENTS, TEAMS, "amara@learners.example.com")
        .contains("wrong room", "Launch Poll 1");
  }

  @Test
  void facilitator_isToldTheirNotesAndPrompts() throws IOException {
    assertThat(told(Reader.FACILITATOR))
        .contains(FACILITATORS, TEAMS, "Amara Bello", "2 min left in Poll 1")
        .doesNotContain(DESIGNERS, CLIENTS, "@learners.example.com", "Launch Poll 1")
        .doesNotContain("Ravi Shah");
  }

  @Test
  void debrief_isInEveryFormForTheTeam() throws IOException {
    for (Reader reader : List.of(Reader.PRODUCER, Reader.FACILITATOR, Reader.DESIGNER)) {
      ClassReport report = all.forReader(reader);
      List<String> forms =
          List.of(
              ReadBack.html(report),
              ReadBack.words(ReadBack.pdf(report)),
              ReportJson.of(report).toString(),
              ReadBack.rows(report, "Debrief").toString());
      for (String form : forms) {
        assertThat(form)
            .as(reader.word())
            .contains("The drawing that went round", "Nobody found the button", "facilitator")
            .contains("Open the poll before the break")
            .containsIgnoringCase("badly");
      }
    }
  }

  @Test
  void stateLine_saysThatTheDebriefIsClosed_butForTheClient() {
    ClassReport closed = HeldClass.debriefed();

    assertThat(ReadBack.html(closed)).contains("The debrief is closed.");
    assertThat(ReadBack.html(all)).doesNotContain("The debrief is closed.");
    assertThat(ReadBack.html(closed.forReader(Reader.CLIENT))).doesNotContain("ebrief");
    assertThat(ReportJson.of(closed.forReader(Reader.CLIENT)).path("debrief").isNull()).isTrue();
  }

  @Test
  void designer_isToldNobodysName() throws IOException {
    String told = told(Reader.DESIGNER);
    List<String> learners =
        SamplePlans.shipped("hybrid-meetings")
            .withRole(Role.LEARNER)
            .map(one -> one.name())
            .toList();

    assertThat(told).contains(DESIGNERS, TEAMS, "14 of 18 learners present");
    assertThat(told).doesNotContain(FACILITATORS, CLIENTS, "ill, told us", "iPhone von");
    assertThat(learners).noneMatch(told::contains);
    assertThat(all.attendance().people())
        .extracting(Person::id)
        .noneMatch(id -> id.length() > 3 && told.contains("\"" + id + "\""));
  }

  @Test
  void client_isToldNothingOfTheTeamsWork() throws IOException {
    String told = told(Reader.CLIENT);

    assertThat(told)
        .contains(CLIENTS, "Amara Bello", "by hand, not seen in the class")
        .doesNotContain(DESIGNERS, FACILITATORS, TEAMS, "wrong room", "ill, told us by mail")
        .doesNotContain("@learners.example.com", "2 min left", "Launch Poll 1")
        .doesNotContain("The drawing that went round", "Nobody found the button")
        .doesNotContain("Open the poll before the break", "badly");
    List<String> team =
        SamplePlans.shipped("hybrid-meetings").people().stream()
            .filter(one -> one.role().team())
            .flatMap(one -> List.of(one.name(), "\"" + one.key() + "\"", one.key() + ":").stream())
            .toList();
    assertThat(team).noneMatch(told::contains);
  }

  @Test
  void issues_areToldWithNamesToThoseWhoWorkWithLearners() throws IOException {
    for (Reader reader : List.of(Reader.PRODUCER, Reader.FACILITATOR)) {
      assertThat(told(reader))
          .as(reader.word())
          .contains("no audio", "iPhone", "poll does not open for amara bello")
          .contains("headset replugged, amara helped him", "too old a browser");
      assertThat(all.forReader(reader).troubles().all().getFirst().who()).isEqualTo("Ben Carter");
    }
  }

  @Test
  void issues_areToldTheDesignerWithoutNames() throws IOException {
    assertThat(told(Reader.DESIGNER))
        .contains("no audio", "iPhone", "poll does not open for a learner", "a learner helped him")
        .doesNotContain("Ben Carter", "amara");
  }

  @Test
  void issues_areToldTheClientAsCountsAlone() throws IOException {
    assertThat(told(Reader.CLIENT))
        .contains(all.troubles().sentence(), "2 issues, 1 of them fixed; ")
        .doesNotContain("no audio", "poll does not open", "headset", "too old a browser");
    assertThat(ReadBack.rows(all.forReader(Reader.CLIENT), "Issues")).isEmpty();
  }

  @Test
  void nobody_isToldWhatPeopleNeed() throws IOException {
    List<String> needs =
        SamplePlans.shipped("hybrid-meetings").people().stream()
            .flatMap(one -> one.accommodations().stream())
            .filter(need -> !need.isBlank())
            .toList();
    assertThat(needs).isNotEmpty();
    for (Reader reader : Reader.values()) {
      String told = told(reader).replace("captions in Spanish on", "");
      assertThat(needs).noneMatch(told::contains);
    }
  }

  @Test
  void whatIsGone_staysGone() {
    for (Reader reader : Reader.values()) {
      ClassReport report = all.forReader(reader);
      assertThat(report.forReader(reader)).isEqualTo(report);
      assertThat(report.forReader(Reader.PRODUCER).notes()).isEqualTo(report.notes());
      assertThat(report.forReader(Reader.PRODUCER).attendance()).isEqualTo(report.attendance());
    }
  }
}
