package dev.callboard.plan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.delivery.DeliveryImport.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with tables of classes, and said of it. */
class DeliveryFindingsTest {

  @TempDir Path home;
  private DeliveryKit kit;

  @BeforeEach
  void open() throws IOException {
    kit = new DeliveryKit(home);
  }

  @Test
  void everyBadLine_isToldAtOnceWithItsColumn_andNothingIsWritten() throws IOException {
    List<String> before = kit.files();
    Outcome outcome =
        kit.takes(
            "copy,key,date,time,zone,slot,title,facilitator,zoom meeting,teams join\n"
                + "hybrid-meeting,a,2027-01-11,,,,,,,\n"
                + "hybrid-meetings,A b,11/01/2027,,,,,,,\n"
                + "hybrid-meetings,c,2027-02-30,25:00,Europe/Londn,4,,,,\n"
                + ",,,,,,,,,x\n"
                + "hybrid-meetings,d,2027-01-11,2 pm,,90 min,=1+1,Zoe <zoe at home>,123,ftp://x\n"
                + "hybrid-meetings,hybrid-meetings,2027-01-11,,,,,nobody@example.com,,\n"
                + "hybrid-meetings,e,2027-01-11,,,,,nobody@example.com,,\n"
                + "hybrid-meetings,f,2027-01-11,,,,"
                + "x".repeat(200)
                + ",,,\n"
                + "feedback-90,f,2027-01-11,,,,,,,\n"
                + "hybrid-meetings,g,2027-01-11,,,,,priya@training.example.com,,\n");

    assertThat(DeliveryKit.said(outcome))
        .contains(
            "in.csv:2: copy: “hybrid-meeting” (did you mean hybrid-meetings?)",
            "in.csv:3: key: “a b” (expected: up to 40 lower-case letters, digits and dashes)",
            "in.csv:3: date: “11/01/2027” (expected: a day such as 2026-11-24)",
            "in.csv:4: date: “2027-02-30” (expected: a day that exists)",
            "in.csv:4: time: “25:00” (expected: a time such as 14:30)",
            "in.csv:4: zone: “Europe/Londn” (did you mean Europe/London?)",
            "in.csv:4: slot: “4” (expected: a number of minutes from 5 to 720)",
            "in.csv:5: copy: nothing (expected: the key of the plan to copy)",
            "in.csv:5: date: nothing (expected: a day such as 2026-11-24)",
            "in.csv:6: time: “2 pm” (expected: a time such as 14:30)",
            "in.csv:6: zoom meeting: “123” (expected: a meeting's number, such as 86120034455)",
            "in.csv:6: teams join: “ftp://x” (expected: an address that begins with https://)",
            "in.csv:7: key: “hybrid-meetings” (expected: another key than that of the plan to"
                + " copy)",
            "in.csv:8: the copy has “nobody@example.com” (expected: a name with it, for the plan"
                + " does not know it)")
        .anyMatch(line -> line.startsWith("in.csv:6: title: “=1+1” (expected: no formula"))
        .anyMatch(line -> line.startsWith("in.csv:6: facilitator: “Zoe <zoe at home>”"))
        .anyMatch(line -> line.startsWith("in.csv:9: title: 200 characters"))
        .anyMatch(line -> line.startsWith("in.csv:10: key: the same as in line 9"));
    assertThat(outcome.written()).isFalse();
    assertThat(kit.files()).isEqualTo(before);
  }

  @Test
  void whoOrWhatIsInTwoClassesAtOnce_isWarnedOf() throws IOException {
    Outcome outcome =
        kit.takes(
            """
            copy,key,date,time,producer,facilitator,zoom meeting
            hybrid-meetings,a,2027-01-11,14:00,Pia <pia@x.org>,Zoe <zoe@x.org>,81234567890
            hybrid-meetings,b,2027-01-11,14:30,Pat <pat@x.org>,Kai <kai@x.org>,81234567890
            hybrid-meetings,c,2027-01-11,15:30,Pia <pia@x.org>,Zoe <zoe@x.org>,81234567891
            hybrid-meetings,d,2027-01-11,16:00,Pim <pim@x.org>,Zoe <zoe@x.org>,81234567892
            """);
    assertThat(DeliveryKit.said(outcome))
        .containsExactly(
            "in.csv:2: the meeting 81234567890 of zoom is in line 3 at the same time",
            "in.csv:3: the meeting 81234567890 of zoom is in line 2 at the same time",
            "in.csv:4: zoe@x.org is in line 5 at the same time",
            "in.csv:5: zoe@x.org is in line 4 at the same time");
    assertThat(outcome.written()).isTrue();
  }

  @Test
  void hourThatTheClocksLeaveOut_isWarnedOf() throws IOException {
    Outcome outcome = kit.takes(DeliveryKit.HEAD + "hybrid-meetings,a,2027-03-28,01:30,,,,\n");
    assertThat(DeliveryKit.said(outcome))
        .singleElement()
        .asString()
        .contains("in.csv:2: the copy has start: on 2027-03-28 the clocks go forward");
  }

  @Test
  void planThatCannotBeTakenApart_isSaidToBeSo() throws IOException {
    Files.writeString(
        kit.folder.resolve("flow.yaml"),
        "{title: T, zone: Europe/London, start: \"14:00\", slot: 60, people: [{name: P, role:"
            + " producer}], segments: [{title: All, minutes: 60}]}\n");
    assertThat(DeliveryKit.said(kit.takes(DeliveryKit.HEAD + "flow,a,2027-01-11,,,,,\n")))
        .singleElement()
        .asString()
        .startsWith("in.csv:2: copy: “flow” cannot be copied (expected: a plan without mistakes");
  }

  @Test
  void leadThatCannotBeReplacedWhereItStands_isSaidToBeSo() throws IOException {
    Path file = kit.folder.resolve("hybrid-meetings.yaml");
    Files.writeString(
        file, Files.readString(file).replaceFirst("lead: fay", "lead: \"f\\\\x61y\""));
    assertThat(
            DeliveryKit.said(
                kit.takes(DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,,Zoe <z@x.org>,\n")))
        .singleElement()
        .asString()
        .startsWith("in.csv:2: copy: “hybrid-meetings” cannot be copied");
  }

  @Test
  void hostileFiles_areRefusedInWords() throws IOException {
    assertThat(DeliveryKit.said(kit.takes("in.csv", new byte[0], DeliveryKit.KEEP)))
        .anyMatch(line -> line.contains("empty"));
    byte[] latin =
        (DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,Für alle,,\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(DeliveryKit.said(kit.takes("in.csv", latin, DeliveryKit.KEEP)))
        .anyMatch(line -> line.contains("not UTF-8"));
    assertThat(
            DeliveryKit.said(
                kit.takes(
                    DeliveryKit.HEAD
                        + "hybrid-meetings,a,2027-01-11,,,\""
                        + "x".repeat(10_000_000))))
        .anyMatch(line -> line.contains("a cell of more than a million characters"));
    assertThat(DeliveryKit.said(kit.takes("in.xlsx", bomb(), DeliveryKit.KEEP)))
        .containsExactly("in.xlsx: too large when unpacked (expected: a table, in parts)");
    assertThat(DeliveryKit.said(kit.takes("key,date\na,2027-01-11\n")))
        .anyMatch(line -> line.contains("no column “copy”"));
    byte[] formula =
        DeliveryKit.workbook(sheet -> {
          DeliveryKit.row(sheet, 0, "copy", "key", "date");
          DeliveryKit.row(sheet, 1, "hybrid-meetings", "a");
          sheet.formula(1, 2, "TODAY()");
        });
    assertThat(DeliveryKit.said(kit.takes("in.xlsx", formula, DeliveryKit.KEEP)))
        .containsExactly("in.xlsx:2: date: nothing (expected: a day such as 2026-11-24)");
    assertThat(kit.files()).containsExactly("feedback-90.yaml", "hybrid-meetings.yaml");
  }

  /** Texts that cells share, 65 MiB of them in a few kilobytes, under a size that is a lie. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      fill(zip, 65);
      zip.closeEntry();
    }
    byte[] bytes = out.toByteArray();
    // The size in the central directory: 24 bytes from its signature on.
    for (int i = bytes.length - 4; i > 0; i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 24] = 100;
        bytes[i + 25] = 0;
        bytes[i + 26] = 0;
        bytes[i + 27] = 0;
        break;
      }
    }
    return bytes;
  }

  private static void fill(OutputStream zip, int megabytes) throws IOException {
    byte[] zeros = new byte[1024 * 1024];
    for (int i = 0; i < megabytes; i++) {
      zip.write(zeros);
    }
  }
}
