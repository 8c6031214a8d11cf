package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Person;
import dev.callboard.plan.Library;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.plan.Reading;
import dev.callboard.report.digest.Digest;
import dev.callboard.report.digest.Proposal;
import dev.callboard.report.page.DigestPage;
import dev.callboard.report.page.Links;
import dev.callboard.report.page.PlanOffer;
import dev.callboard.testing.Cases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That whoever may not know the learners of a plan learns none from its new versions. */
class RevisionsTest {

  private static final Links LINKS = Links.of("/assets", List.of());
  private static final PlanReader READER = new PlanReader(Set.of("page"));
  private static final Person DANA = new Person("lobby", "local", "dana", "Dana Ek", null);
  private static final Person PRIYA = new Person("lobby", "local", "priya", "Priya Nair", null);
  private static final List<String> TITLES =
      List.of("Welcome", "Poll 1", "Room types", "Break", "Q&A");

  /** One plan, by its text. */
  private record OnePlan(String text) implements Library {

    @Override
    public List<String> keys() {
      return List.of("hybrid");
    }

    @Override
    public Optional<Reading> read(String key) {
      return Optional.of(tried(key, text));
    }

    @Override
    public Optional<Plan> alone(String key) {
      return tried(key, text).usable();
    }

    @Override
    public Optional<String> text(String key) {
      return Optional.of(text);
    }

    @Override
    public Reading tried(String key, String other) {
      return READER.read(key, key + ".yaml", other.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A learner of whom no word is anywhere else. */
  private record Pupil(String key, String name, String email, String need) {

    static Pupil by(Random random) {
      String name = word(random) + " " + word(random);
      return new Pupil(
          "k" + word(random).toLowerCase(Locale.ROOT),
          name,
          word(random) + "@" + word(random) + ".example",
          "needs " + word(random));
    }

    private static String word(Random random) {
      StringBuilder word = new StringBuilder("X");
      for (int i = 0; i < 7; i++) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      return word.toString();
    }

    List<String> words() {
      return List.of(key, name, email, need);
    }
  }

  /** With the learners named wherever an author may name them. */
  private static String plan(Random random, List<Pupil> pupils) {
    StringBuilder text = new StringBuilder();
    Pupil one = pupils.getFirst();
    text.append("# ask ").append(one.name()).append(" first\n");
    text.append("title: Hybrid\nzone: UTC\nstart: \"14:00\"\nslot: 60\npeople:\n");
    text.append("  - {key: priya, name: Priya Nair, role: producer, email: p@t.example}\n");
    text.append("  - {key: fay, name: Fay Okafor, role: facilitator, email: f@t.example}\n");
    text.append("  - {key: dana, name: Dana Ek, role: designer, email: d@t.example}\n");
    for (Pupil pupil : pupils) {
      text.append(
          "  - {key: %s, name: %s, role: learner, email: %s, accommodations: [%s]}\n"
              .formatted(pupil.key(), pupil.name(), pupil.email(), pupil.need()));
    }
    text.append("segments:\n");
    for (String title : TITLES) {
      text.append("  - title: \"").append(title).append("\" # not for ").append(one.name());
      text.append("\n    minutes: 12\n    min-minutes: ").append(1 + random.nextInt(12));
      text.append("\n    cue: Mail ").append(one.email()).append('\n');
      if (random.nextInt(8) == 0) {
        text.append("    lead: ").append(one.key()).append('\n');
      }
      if (random.nextInt(8) == 0) {
        text.append("    fixed-start: \"14:12\"\n");
      }
    }
    return text.toString();
  }

  private static Digest digest(Random random) {
    List<Proposal> proposals = new ArrayList<>();
    for (String title : TITLES) {
      if (proposals.isEmpty() || random.nextBoolean()) {
        String key = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        int planned = random.nextInt(5) == 0 ? 9 : 12;
        int minutes = 1 + random.nextInt(30);
        proposals.add(
            new Proposal(key, title, planned, minutes, Duration.ofMinutes(minutes), 3, 3));
      }
    }
    return new Digest(
        "hybrid", "Hybrid", 3, 1, List.of(), List.of(), List.of(), List.of(), List.of(), proposals);
  }

  private static String made(Revisions revisions, Digest digest, Person person) {
    List<String> all = digest.proposals().stream().map(Proposal::segment).toList();
    return switch (revisions.make(digest, "", person, all)) {
      case Revisions.Made.Version version -> version.name() + "\n" + version.text();
      case Revisions.Made.Refused refused -> refused.status() + " " + refused.sentence();
    };
  }

  @Test
  void noWordOfALearner_isInWhatADesignerIsGiven() {
    List<String> seen = new ArrayList<>();
    Cases.each(
        400,
        random -> {
          List<Pupil> pupils = new ArrayList<>();
          for (int i = 0; i <= random.nextInt(6); i++) {
            pupils.add(Pupil.by(random));
          }
          Revisions revisions = new Revisions(new OnePlan(plan(random, pupils)));
          Digest digest = digest(random);
          PlanOffer offer = revisions.offer(digest, "", DANA);
          String given =
              made(revisions, digest, DANA) + "\n" + DigestPage.html(digest, offer, LINKS);
          seen.add(given);

          pupils.forEach(pupil -> assertThat(given).doesNotContain(pupil.words()));
        });
    assertThat(seen).anyMatch(given -> given.contains("minutes: "));
    assertThat(seen).anyMatch(given -> given.contains("the slot is 60"));
    assertThat(seen).anyMatch(given -> given.contains("Nothing would change"));
    assertThat(seen).anyMatch(given -> given.contains("the plan has mistakes"));
    assertThat(seen).anyMatch(given -> given.contains("All of them, to copy"));
  }

  @Test
  void producer_isGivenTheWholeFile() {
    Cases.each(
        20,
        random -> {
          Pupil pupil = Pupil.by(random);
          String text = plan(random, List.of(pupil)).replaceAll("    lead: .*\n", "");
          Revisions revisions = new Revisions(new OnePlan(text));
          Digest digest = digest(random);

          assertThat(revisions.offer(digest, "", PRIYA).changes()).isEmpty();
          String given = made(revisions, digest, PRIYA);
          assertThat(given)
              .matches(all -> all.contains(pupil.email()) || all.matches("(?s)4\\d\\d .*"));
        });
  }
}
