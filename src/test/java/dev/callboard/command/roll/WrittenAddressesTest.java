package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Button;
import dev.callboard.chat.Sighting;
import dev.callboard.testing.TestDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who gave an address that nobody checked: proposed with that reason, never believed. */
class WrittenAddressesTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    assertThat(desk.types("priya", "open hybrid-meetings")).startsWith("Opened");
  }

  private void registers(String stay, String name, @Nullable String address) {
    Attendee who = new Attendee(stay, stay, null, "reg-" + stay, name, null, null, address);
    desk.sees(new Sighting.Joined(who));
  }

  @Test
  void address_isProposedWithItsReason() {
    registers("s1", "Zed", "amara@learners.example.com");

    assertThat(desk.types("priya", "roll")).contains("Here: 0 of 18", "New 1: #1 Zed");
    assertThat(desk.types("priya", "match"))
        .contains("is that Amara Bello?")
        .contains("The address they gave is Amara Bello's; nobody checked it.");
    desk.presses("priya", "Amara Bello");

    assertThat(desk.types("priya", "roll")).contains("Here: 1 of 18").doesNotContain("New");
    assertThat(desk.types("priya", "why amara")).contains("confirmed by hand");
  }

  @Test
  void confirmedAddress_isRememberedForTheNextClass() {
    registers("s1", "Zed", "amara@learners.example.com");
    desk.types("priya", "match #1 amara");
    desk.types("priya", "end");
    open();

    registers("s9", "iPhone", "Amara@Learners.example.com");

    assertThat(desk.types("priya", "roll")).contains("Here: 1 of 18").doesNotContain("New");
    assertThat(desk.types("priya", "why amara")).contains("remembered from an earlier class");
  }

  @Test
  void allAddresses_areConfirmedAtOnce_butForThoseThatTwoGaveOrAnotherHas() {
    desk.joins("chloe");
    registers("s1", "A", "amara@learners.example.com");
    registers("s2", "B", "ben@learners.example.com");
    registers("s3", "C", "chloe@learners.example.com");
    registers("s4", "D", "dev@learners.example.com");
    registers("s5", "E", null);

    desk.types("priya", "match");
    assertThat(desk.presses("priya", "All 3 by their address"))
        .contains("#2 is Amara Bello, #3 is Ben Carter", "Remembered")
        .doesNotContain("Chlo");

    assertThat(desk.types("priya", "roll")).contains("New 2: #4 C, #6 E");
    assertThat(desk.types("priya", "match addresses")).contains("Nobody who is new wrote");
  }

  @Test
  void manyAddresses_areNotAllNamed() {
    List<String> learners =
        List.of(
            "amara", "ana", "ben", "chloe", "dev", "elena", "femi", "grace", "hugo", "ines",
            "jonas", "kira");
    learners.forEach(name -> registers("s-" + name, name, name + "@learners.example.com"));

    assertThat(desk.types("priya", "match addresses"))
        .contains("#1 is Amara Bello, #2 is Ana Ruiz", "#10 is Inês Costa, and 2 more. Remembered")
        .doesNotContain("Jonas");
    assertThat(desk.types("priya", "roll")).contains("Here: 12 of 18");
  }

  @Test
  void oneAddress_needsNoButtonForAll() {
    registers("s1", "A", "amara@learners.example.com");

    desk.types("priya", "match");

    assertThat(desk.buttons()).extracting(Button.Press::label).noneMatch(l -> l.startsWith("All"));
  }
}
