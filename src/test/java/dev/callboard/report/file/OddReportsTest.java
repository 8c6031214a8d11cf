package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.report.GivenClass;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Timing;
import dev.callboard.report.picture.Png;
import dev.callboard.session.Event;
import dev.callboard.testing.SamplePlans;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Classes and names that are not as one would wish. */
class OddReportsTest {

  private static final List<String> ODD =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "</title><svg onload=alert(1)>",
          "&lt;b&gt; & ]]> <!-- -->",
          "=cmd|' /C calc'!A0",
          "javascript:alert(1)",
          "ناديا حداد",
          "נועה לוי (Noa)",
          "鈴木 太郎",
          "नादिया हद्दाद",
          "Zoë 🦊👩‍💻",
          "A\u0000m\u001Bar\uD800a\uFFFF",
          "\u202Eevil\u202C",
          "x".repeat(1_000),
          "Wort ".repeat(200));

  private static Stream<String> odd() {
    return ODD.stream();
  }

  private static String plain(String text) {
    return dev.callboard.report.Plain.of(text);
  }

  private static GivenClass named(String name) {
    return GivenClass.of(3, List.of(GivenClass.learner("amara", name)))
        .joins(30, "amara")
        .guest(90, name)
        .event(100, new Event.Posted(1, Event.PostKind.SAY, name))
        .event(110, new Event.Noted(Event.NoteFor.CLIENT, name, "part-1", Duration.ofSeconds(-90)))
        .event(120, new Event.Inserted("odd", name, Duration.ofMinutes(3), "part-1"))
        .event(700, new Event.Entered("odd"))
        .event(900, new Event.Entered("part-2"))
        .event(1_800, new Event.Ended());
  }

  @ParameterizedTest
  @MethodSource("odd")
  void oddNames_areWordsOnThePage(String name) {
    Document page = ReadBack.document(ReadBack.html(named(name).report(2_000)));

    assertThat(ReadBack.rows(page, "people"))
        .extracting(row -> row.get("Name"))
        .contains(plain(name));
    assertThat(ReadBack.rows(page, "segments"))
        .extracting(row -> row.get("Segment"))
        .contains(plain(name));
    for (Element any : ReadBack.all(page.getDocumentElement(), "*")) {
      assertThat(any.getTagName()).isNotIn("img", "style", "iframe", "form", "b");
      if (any.getTagName().equals("script")) {
        assertThat(any.getAttribute("src")).endsWith("/theme.js");
        assertThat(any.getTextContent()).isEmpty();
      }
      for (int i = 0; i < any.getAttributes().getLength(); i++) {
        String attribute = any.getAttributes().item(i).getNodeName();
        assertThat(attribute).doesNotStartWith("on").isNotEqualTo("style");
      }
      assertThat(any.getAttribute("href")).doesNotStartWithIgnoringCase("javascript:");
    }
  }

  @ParameterizedTest
  @MethodSource("odd")
  void oddNames_breakNoForm(String name) throws IOException {
    ClassReport report = named(name).report(2_000);

    assertThat(ReadBack.words(ReadBack.pdf(report))).contains("10:00 11:40 +1:40");
    assertThat(ReadBack.rows(report, "People")).extracting(row -> row.get("name")).hasSize(2);
    assertThat(ReportJson.of(report).at("/attendance/people/0/name").asText()).isEqualTo(name);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    Png.write(report, png);
    var image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    assertThat(image.getWidth()).isEqualTo(1_200);
    assertThat(image.getHeight()).isEqualTo(630);
  }

  @Test
  void hebrewAndAccents_comeOutOfThePdf() throws IOException {
    String words = ReadBack.words(ReadBack.pdf(named("Žofie Øberg").report(2_000)));
    assertThat(words).contains("Žofie Øberg");
    assertThat(ReadBack.words(ReadBack.pdf(named("נועה").report(2_000))))
        .containsAnyOf("נועה", "העונ");
  }

  @Test
  void pdf_opensNothing() throws IOException {
    ClassReport report =
        named("<img src='file:///etc/hostname'/> url(file:///etc/hostname)").report(2_000);
    try (PDDocument document = Loader.loadPDF(ReadBack.pdf(report))) {
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getXObjectNames()) {
        assertThat(resources.isImageXObject(name)).isFalse();
      }
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Report · A long class");
    }
  }

  private static ClassReport of(GivenClass given, int second) {
    ClassReport report = given.report(second);
    ReadBack.document(ReadBack.html(report));
    assertThat(ReadBack.pdf(report)).isNotEmpty();
    assertThat(ReportJson.of(report).path("result").asText()).isEqualTo(report.header().result());
    return report;
  }

  @Test
  void classOfNobody_hasItsTiming() throws IOException {
    ClassReport report = of(GivenClass.of(3, List.of()).event(1_800, new Event.Ended()), 2_000);

    assertThat(report.header().result()).isEqualTo("Ran 30 of 30 min; nobody on the roster.");
    assertThat(ReadBack.rows(report, "People")).isEmpty();
    assertThat(ReadBack.rows(report, "Timing")).hasSize(3);
  }

  @Test
  void classThatRuns_saysHowItIsGoing() {
    ClassReport report =
        of(
            GivenClass.of(3, List.of(GivenClass.learner("amara", "Amara")))
                .joins(5, "amara")
                .event(900, new Event.Entered("part-2")),
            1_200);

    assertThat(report.timing().state()).isEqualTo(Timing.State.RUNNING);
    assertThat(report.header().result())
        .isEqualTo("Running for 20 of 30 min, to end 5 min late; the one learner present.");
    assertThat(ReadBack.rows(ReadBack.document(ReadBack.html(report)), "causes").getLast())
        .isEqualTo(Map.of("What", "Will end later than planned", "By", "+5:00"));
  }

  @Test
  void classThatHasNotBegun_saysWhenItWill() {
    Plan plan = SamplePlans.many("hybrid", 3);
    ClassReport report = of(GivenClass.ahead(plan), -300);

    assertThat(report.timing().state()).isEqualTo(Timing.State.AHEAD);
    assertThat(report.header().result())
        .isEqualTo("Not begun yet, planned for 14:00; 2 learners on the roster.");
    assertThat(ReadBack.html(report)).contains("Learners by status");
  }

  @Test
  void classThatNobodyPlannedForAnHour_hasNoHourInAnyForm() throws IOException {
    ClassReport report =
        of(
            GivenClass.whenever(2)
                .event(120, new Event.Started())
                .event(800, new Event.Entered("part-2"))
                .event(1_400, new Event.Ended()),
            1_500);

    assertThat(report.header().plannedStart()).isNull();
    assertThat(report.header().plannedEnd()).isNull();
    assertThat(report.timing().planned()).as("for the drawing").isNotNull();
    Document page = ReadBack.document(ReadBack.html(report));
    assertThat(page.getDocumentElement().getTextContent()).doesNotContain(", planned 14:02");
    assertThat(ReadBack.rows(page, "segments"))
        .extracting(row -> row.get("Planned at") + " " + row.get("Began"))
        .containsExactly("– 14:02", "– 14:13");
    assertThat(ReadBack.words(ReadBack.pdf(report))).doesNotContain(", planned 14:02");
    assertThat(ReadBack.rows(report, "Timing"))
        .extracting(row -> row.get("planned_start_utc"))
        .containsOnly("");
    assertThat(ReadBack.rows(report, "Summary"))
        .contains(Map.of("what", "planned start", "value", ""));
    assertThat(ReportJson.of(report).at("/planned_start").isNull()).isTrue();
    assertThat(ReportJson.of(report).at("/timing/segments/1/planned_start").isNull()).isTrue();
  }

  @Test
  void classThatWasNeverHeld_saysSo() {
    Plan plan = SamplePlans.many("hybrid", 3);
    ClassReport report = of(GivenClass.ahead(plan).event(300, new Event.Ended()), 400);

    assertThat(report.timing().state()).isEqualTo(Timing.State.NEVER_HELD);
    assertThat(report.timing().causes()).isEmpty();
    assertThat(report.header().result())
        .isEqualTo("Ended without having begun, planned for 14:00; 2 learners on the roster.");
  }

  @Test
  void everybodyOfThePlan_mayBeCalledTheSame() {
    List<Member> twins =
        List.of(GivenClass.learner("one", "Same"), GivenClass.learner("two", "Same"));
    ClassReport report = of(GivenClass.of(2, twins).joins(1, "two"), 600);

    assertThat(report.attendance().people())
        .extracting(person -> person.id())
        .contains("one", "two");
    assertThat(SamplePlans.hybrid().withRole(Role.LEARNER)).hasSize(2);
  }
}
