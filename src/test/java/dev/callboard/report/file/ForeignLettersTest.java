package dev.callboard.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.report.GivenClass;
import dev.callboard.report.model.ClassReport;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in other letters, on paper. */
class ForeignLettersTest {

  private static final int SMALL = 250_000;

  private static ClassReport named(String name) {
    return GivenClass.of(2, List.of(GivenClass.learner("one", name))).joins(5, "one").report(900);
  }

  @ParameterizedTest
  @ValueSource(strings = {"田中 宏", "たなか ひろし", "김민준", "张伟", "陳大文", "สมชาย", "አበበ", "Zoë 🎉"})
  void names_comeOutOfThePdfInTheirOwnLetters(String name) throws IOException {
    byte[] pdf = ReadBack.pdf(named(name));

    assertThat(ReadBack.words(pdf)).contains(name).doesNotContain("□");
    assertThat(pdf.length).as("only what is used of a font is in it").isLessThan(SMALL);
  }

  @Test
  void namesNoFontHas_comeOutInLatinLettersAndStayWhatTheyAreInData() throws IOException {
    ClassReport report = named("தமிழ் 🦊");

    assertThat(ReadBack.words(ReadBack.pdf(report))).contains("tamiḻ (fox face)");
    assertThat(ReportJson.of(report).at("/attendance/people/0/name").asText())
        .isEqualTo("தமிழ் 🦊");
  }

  @Test
  void pdf_bringsTheFontsItNeedsAndNoOthers() throws IOException {
    assertThat(fonts(named("Priya"))).containsExactly("DejaVuSans", "DejaVuSans-Bold");
    assertThat(fonts(named("田中")))
        .containsExactly("DejaVuSans", "DejaVuSans-Bold", "DroidSansFallback");
  }

  @Test
  void wordsOfTheStyle_areNoWordsOfTheReport() throws IOException {
    assertThat(ReadBack.words(ReadBack.pdf(named("<families/>")))).contains("<families/>");
  }

  /** Without the mark of a part. */
  private static Set<String> fonts(ClassReport report) throws IOException {
    Set<String> fonts = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(ReadBack.pdf(report))) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
        }
      }
    }
    return fonts;
  }
}
