package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckReportTest {

  @Test
  void soundPlan_hasNothingToMend() {
    assertThat(CheckReport.lines("a", PlanTexts.read(PlanTexts.SOUND)))
        .containsExactly("a: nothing to mend");
  }

  @Test
  void findings_areCountedAndMistakesComeFirst() {
    Reading reading =
        PlanTexts.read(
            PlanTexts.SOUND.replace("slot: 60", "slot: 64").replace("pages: [7]", "pages: [31]"));

    assertThat(CheckReport.lines("a", reading))
        .containsExactly(
            "a: 2 things",
            "  mend  a.yaml:14: segments[1].pages[0]: page 31, the workbook has 28",
            "  look  a.yaml:4: segments add up to 60 min, the slot is 64: 4 min are not planned");
  }

  @Test
  void oneFinding_isOneThing() {
    assertThat(CheckReport.lines("a", PlanTexts.read("slot: 60", "slot: 55")))
        .startsWith("a: 1 thing");
  }
}
