package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that nobody wrote, or that somebody wrote to do harm. */
class HostilePlanTest {

  private static final int LARGEST = 1024 * 1024;
  private static final int MUTANTS = 1_000;

  static Stream<Arguments> hostile() {
    byte[] noise = new byte[5_000];
    new Random(3).nextBytes(noise);
    return Stream.of(
        Arguments.of("noise", noise, ""),
        Arguments.of("nothing", new byte[0], "the file is empty"),
        Arguments.of("only a comment", bytes("# later\n"), "the file is empty"),
        Arguments.of("only null", bytes("~"), "the file is empty"),
        Arguments.of("too large", new byte[LARGEST + 1], "larger than 1 MiB"),
        Arguments.of("a list", bytes("- a\n- b"), "the file: a list (expected: a plan"),
        Arguments.of("a text", bytes("just text"), "the file: “just text” (expected: a plan"),
        Arguments.of("UTF-16", "title: A".getBytes(StandardCharsets.UTF_16), "not UTF-8"),
        Arguments.of("Latin-1", "a: 1\nb: é".getBytes(StandardCharsets.ISO_8859_1), "not UTF-8"),
        Arguments.of("cut in a letter", new byte[] {'a', (byte) 0xc3}, "not UTF-8"),
        Arguments.of("deep", bytes("a: " + "[".repeat(5_000)), "too deep"),
        Arguments.of("deep blocks", bytes("- ".repeat(500_000)), "too deep"),
        Arguments.of("a tag", bytes("!!javax.script.ScriptEngineManager [1]"), "a list"),
        Arguments.of("a key of many", bytes("? [a]\n: b"), "a key that is no word"),
        Arguments.of("a long key", bytes("k".repeat(1_000) + ": 1"), "a key that is no word"),
        Arguments.of("an alias of itself", bytes("a: &a [*a]"), "an alias"),
        Arguments.of("a merge", bytes("a: &a {b: 1}\nc:\n  <<: *a"), "an alias"),
        Arguments.of("a bomb", bytes(bomb()), "an alias"));
  }

  private static String bomb() {
    return "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        + IntStream.range(1, 30)
            .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
            .collect(Collectors.joining());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @Timeout(10)
  void hostileBytes_areFindingsNotAnException(String name, byte[] bytes, String message) {
    Reading reading = PlanTexts.READER.read("a", "a.yaml", bytes);

    assertThat(reading.usable()).isEmpty();
    assertThat(reading.findings())
        .anySatisfy(found -> assertThat(found.message()).contains(message));
  }

  /** A megabyte of the most expensive text of each kind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: a, role: b, email: c@d, lead: e},",
        "{key: a, name: a, role: producer},",
        "{name: a, role: producer},",
        "{title: a, minutes: 1, lead: nobody, resources: [x, y, z], pages: [1, 2]},",
        "{title: a, url: 'https://example.com/a', show: team},",
        "a, ",
        "[[[[1]]]],",
        "a@b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z,"
      })
  @Timeout(60)
  void megabyteOfMistakes_isAnsweredSoonAndInFew(String entry) {
    StringBuilder text = new StringBuilder("title: t\nzone: UTC\nstart: 14:00\nslot: 60\n");
    for (String list : new String[] {"people", "resources", "segments"}) {
      text.append(list).append(": [").append(entry.repeat(330_000 / entry.length())).append("]\n");
    }

    Reading reading = PlanTexts.READER.read("a", "a.yaml", bytes(text.toString()));

    assertThat(reading.findings()).isNotEmpty().hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid-meetings", "feedback-90", "onboarding-60"})
  void mutatedSample_isReadOrRefusedButNeverBreaksTheReader(String key) throws IOException {
    byte[] sample = Files.readAllBytes(Path.of("config/plans", key + ".yaml"));
    Random random = new Random(42);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutated(sample, random);
      int number = i;
      assertThatCode(
              () -> {
                Reading reading = PlanTexts.READER.read(key, "a.yaml", mutant);
                boolean mistaken =
                    reading.findings().stream()
                        .anyMatch(found -> found.severity() == Reading.Severity.MISTAKE);
                assertThat(reading.usable().isPresent()).isNotEqualTo(mistaken);
              })
          .as("mutant %s of %s", number, key)
          .doesNotThrowAnyException();
    }
  }

  /** Bytes changed, cut out, doubled, or swapped for what means something in YAML. */
  private static byte[] mutated(byte[] sample, Random random) {
    byte[] mutant = sample.clone();
    String signs = "{}[]:,-#&*!|>'\"%@` \n\t0~";
    for (int m = 0; m <= random.nextInt(4); m++) {
      int at = random.nextInt(mutant.length);
      int length = Math.min(random.nextInt(40), mutant.length - at);
      switch (random.nextInt(4)) {
        case 0 -> mutant[at] = (byte) random.nextInt(256);
        case 1 -> mutant[at] = (byte) signs.charAt(random.nextInt(signs.length()));
        case 2 ->
            System.arraycopy(mutant, at, mutant, random.nextInt(mutant.length - length), length);
        default -> mutant = without(mutant, at, length);
      }
    }
    return mutant;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    byte[] shorter = new byte[bytes.length - length];
    System.arraycopy(bytes, 0, shorter, 0, at);
    System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
    return shorter;
  }

  @Test
  void everyCutSample_isReadOrRefused() throws IOException {
    byte[] sample = Files.readAllBytes(Path.of("config/plans/onboarding-60.yaml"));
    for (int length = 0; length < sample.length; length += 7) {
      byte[] cut = Arrays.copyOf(sample, length);
      assertThatCode(() -> PlanTexts.READER.read("a", "a.yaml", cut)).doesNotThrowAnyException();
    }
  }
}
