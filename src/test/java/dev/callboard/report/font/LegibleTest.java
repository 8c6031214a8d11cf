package dev.callboard.report.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.Area;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bundled fonts can show, and what stands for the rest. */
class LegibleTest {

  private static final double SIZE = 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë Nguyễn Thị Ánh",
        "Дмитрий Ελένη Նարե ნინო ລາວ",
        "田中 宏 渡邉 髙橋 たなか ﾀﾅｶ「ア」ー！",
        "김민준 박서연 뷁",
        "张伟 龚 陳大文",
        "محمد عبد الله",
        "דוד לוי",
        "प्रिया क्षत्रिय",
        "রহিম উদ্দিন",
        "ગુજરાતી",
        "สมชาย ใจดี",
        "አበበ",
        "🎉👍😀"
      })
  void lettersOfLearnersLanguages_areShownAsTheyAre(String name) {
    assertThat(Legible.of(name)).isSameAs(name);
    name.codePoints()
        .filter(sign -> sign != ' ')
        .forEach(sign ->
            assertThat(drawn(Character.toString(sign)))
                .as(Character.toString(sign))
                .isNotEqualTo(box()));
  }

  @ParameterizedTest
  @CsvSource({
    "தமிழ் செல்வி, tamiḻ celvi",
    "Asha తెలుగు (x), Asha telugu (x)",
    "Zoë 🦊, Zoë (fox face)",
    "Zoë🦊, Zoë (fox face)",
    "👍🏽 ❤\uFE0F, 👍 ❤",
    "🇯🇵 Ken, JP Ken",
    "田中 தமிழ், 田中 tamiḻ"
  })
  void whatNoFontHas_isInLatinLettersOrCalledByItsName(String text, String legible) {
    assertThat(Legible.of(text)).isEqualTo(legible);
  }

  @Test
  void whatHasNeither_staysAndIsABox() {
    assertThat(Legible.of("ខ្មែរ")).isEqualTo("ខ្មែរ");
    assertThat(drawn("ខ")).isEqualTo(box());
  }

  @Test
  void fonts_areAskedForOnlyWhereATextNeedsThem() {
    assertThat(Face.in("<p>Priya Nair</p>")).containsExactly(Face.LATIN);
    assertThat(Face.in("ناديا חיים Žofie")).containsExactly(Face.LATIN);
    assertThat(Face.in("สมชาย, 田中 「김」"))
        .isEqualTo(Set.of(Face.LATIN, Face.HAN, Face.HANGUL, Face.THAI));
  }

  @Test
  void rightToLeft_beginsAtTheRight() {
    Shape seen = new Area(Lettering.REGULAR.outline("דוק", 0, 0, SIZE));
    Shape inItsOrder = new Area(Typeface.of(Face.LATIN).outline("קוד", 0, 0, SIZE));

    assertThat(((Area) seen).equals((Area) inItsOrder)).isTrue();
  }

  @Test
  void lettersThatJoin_areNarrowerTogether() {
    double alone = Lettering.REGULAR.width("क", SIZE) + Lettering.REGULAR.width("ष", SIZE);

    assertThat(Lettering.REGULAR.width("क्ष", SIZE)).isLessThan(alone * 0.9);
  }

  @Test
  void whatHasNoBold_isThickened() {
    double usual = Lettering.REGULAR.outline("田", 0, 0, SIZE).getBounds2D().getWidth();
    double bold = Lettering.BOLD.outline("田", 0, 0, SIZE).getBounds2D().getWidth();

    assertThat(bold - usual).isBetween(0.3, 1.5);
    assertThat(Lettering.BOLD.width("田", SIZE)).isEqualTo(Lettering.REGULAR.width("田", SIZE));
  }

  private static String drawn(String text) {
    return Lettering.REGULAR.outline(text, 0, 0, SIZE).getBounds2D().toString();
  }

  /** A sign of nobody's. */
  private static String box() {
    return drawn("\uE123");
  }
}
