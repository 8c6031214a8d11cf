package dev.callboard.command.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Button;
import dev.callboard.chat.Reply;
import dev.callboard.session.Issue;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Technical troubles: kept in one line, closed in one, and where they show meanwhile. */
class IssueTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    desk.types("priya", "open hybrid-meetings");
    desk.types("priya", "start");
  }

  private Session session() {
    SessionId id = desk.ledger().at(desk.backstage()).orElseThrow();
    return Session.fold(id, desk.ledger().read(id, 0)).orElseThrow();
  }

  private Issue issue(int number) {
    return session().issues().find(number).orElseThrow();
  }

  private List<String> labels() {
    return desk.buttons().stream().map(Button.Press::label).toList();
  }

  private void minutes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  /** What one card backstage shows, as it is now. */
  private String card(String beginning) {
    List<String> cards =
        desk.shows(desk.backstage()).stream().filter(card -> card.startsWith(beginning)).toList();
    assertThat(cards).hasSize(1);
    return cards.getFirst();
  }

  @Test
  void issue_isKeptInOneLineAndAnsweredWithANumber() {
    assertThat(desk.types("priya", "issue ben no audio on iphone"))
        .isEqualTo("Issue 1, Ben Carter: no audio, iPhone. Once it works: fix 1");
    assertThat(labels()).containsExactly("Fixed", "Waiting", "Cannot be fixed", "Undo");
    assertThat(issue(1).what()).isEqualTo(new Issue.What("ben", "no audio", "iPhone"));
    assertThat(issue(1).segment()).isEqualTo("welcome");
  }

  @Test
  void issue_isWithNobodyWhereNobodyIsNamed() {
    assertThat(desk.types("priya", "issue poll does not open"))
        .isEqualTo("Issue 1, poll does not open. Once it works: fix 1");
    assertThat(issue(1).person()).isNull();
  }

  @Test
  void person_mayBeOfTheTeamOrNamedInFull() {
    desk.types("priya", "issue fay echo");
    desk.types("priya", "issue Chloé Martin: no video");
    desk.types("priya", "issue ben's mic is dead");

    assertThat(session().issues().all())
        .extracting(one -> one.person() + ": " + one.what().text())
        .containsExactly("fay: echo", "chloe: no video", "ben: mic is dead");
  }

  @Test
  void likeAName_isAskedAbout() {
    assertThat(desk.types("priya", "issue amra cannot hear"))
        .isEqualTo("Did you mean somebody by “amra”?");
    assertThat(labels()).containsExactly("Amara Bello", "Nobody in particular");
    assertThat(session().issues().all()).isEmpty();

    desk.presses("priya", "Amara Bello");
    assertThat(issue(1).what()).isEqualTo(new Issue.What("amara", "cannot hear", null));

    desk.types("priya", "issue amra cannot hear");
    desk.presses("priya", "Nobody in particular");
    assertThat(issue(2).what()).isEqualTo(new Issue.What(null, "amra cannot hear", null));
  }

  @Test
  void severalPeople_haveAnIssueEach() {
    assertThat(desk.types("priya", "issue ben and Kira Novak: cannot hear on iphone"))
        .isEqualTo(
            "Issue 1, Ben Carter: cannot hear, iPhone. Issue 2, Kira Novak: cannot hear, iPhone."
                + " Once it works for one of them: fix 1");
    assertThat(labels()).containsExactly("Undo 1", "Undo 2");
    assertThat(desk.types("priya", "fix kira")).startsWith("Issue 2, Kira Novak");
    assertThat(session().issues().open()).extracting(Issue::person).containsExactly("ben");
    desk.types("priya", "issue ben & kira + jonas, and amara no video");
    desk.types("priya", "issue ben, kira and ben echo");
    assertThat(session().issues().all().subList(2, 8))
        .extracting(one -> one.person() + ": " + one.what().text())
        .containsExactly(
            "ben: no video",
            "kira: no video",
            "jonas: no video",
            "amara: no video",
            "ben: echo",
            "kira: echo");
  }

  @Test
  void commaAlone_joinsNobody() {
    desk.types("priya", "issue ben, kira cannot hear him");
    assertThat(issue(1).what()).isEqualTo(new Issue.What("ben", "kira cannot hear him", null));
  }

  @Test
  void severalPeopleOfWhomNotAllAreKnown_areNobodyInParticularAndThatIsSaid() {
    assertThat(desk.types("priya", "issue ben and everybody else cannot hear"))
        .startsWith("Issue 1, ben and everybody else cannot hear.")
        .contains("Kept with nobody's name");
    assertThat(issue(1).person()).isNull();
    assertThat(desk.types("priya", "fix ben")).startsWith("Issue 1, ben and everybody");
    assertThat(desk.types("priya", "issue ben and kira")).contains("What is wrong with their");
    assertThat(desk.types("priya", "issue poll does not open")).doesNotContain("nobody's name");
  }

  @Test
  void withoutWords_itAsks() {
    desk.types("priya", "issue");
    assertThat(desk.reply()).isInstanceOf(Reply.Ask.class);
    assertThat(desk.types("priya", "issue ben")).contains("What is wrong with Ben Carter");
    assertThat(session().issues().all()).isEmpty();
  }

  @Test
  void fix_takesNameNumberOrWord_andSaysHowLongItLasted() {
    desk.types("priya", "issue ben no audio");
    desk.types("priya", "issue kira no video");
    desk.types("priya", "issue poll does not open");
    minutes(6);

    assertThat(desk.types("priya", "fix ben headset replugged"))
        .isEqualTo("Issue 1, Ben Carter: no audio · fixed after 6 min: headset replugged");
    assertThat(labels()).containsExactly("Came back", "Undo");
    assertThat(desk.types("priya", "fix 2"))
        .isEqualTo("Issue 2, Kira Novak: no video · fixed after 6 min.");
    assertThat(labels()).containsExactly("What helped?", "Came back", "Undo");
    assertThat(desk.types("priya", "fix poll reloaded")).startsWith("Issue 3, poll does not open");
    assertThat(session().issues().open()).isEmpty();
    assertThat(desk.types("priya", "fix")).isEqualTo("No issue is open.");
  }

  @Test
  void fixAlone_isTheOnlyOneOrAsks() {
    desk.types("priya", "issue ben no audio");
    desk.types("priya", "fix");
    assertThat(issue(1).state()).isEqualTo(Issue.State.FIXED);

    desk.types("priya", "issue ben no video");
    desk.types("priya", "issue kira no video");
    assertThat(desk.types("priya", "fix reloaded the page")).isEqualTo("Which issue?");
    assertThat(labels()).containsExactly("2 Ben: no video", "3 Kira: no video");
    assertThat(desk.presses("priya", "3 Kira: no video")).endsWith(": reloaded the page");
  }

  @Test
  void whatHelped_mayBeSaidLater() {
    desk.types("priya", "issue ben no audio");
    minutes(2);
    desk.types("priya", "fix ben");
    minutes(3);
    desk.presses("priya", "What helped?");
    assertThat(desk.reply()).isInstanceOf(Reply.Ask.class);
    assertThat(desk.types("priya", "fix ben another headset"))
        .isEqualTo("Issue 1, Ben Carter: no audio. Kept as what helped: another headset");
    assertThat(labels()).containsExactly("Came back");

    assertThat(issue(1).lasted(desk.clock().instant())).isEqualTo(Duration.ofMinutes(2));
    assertThat(desk.types("ravi", "fix 1"))
        .isEqualTo("Issue 1 is fixed already, by Priya Nair: another headset.");
    assertThat(desk.types("ravi", "issues 1 waiting")).startsWith("Issue 1 is fixed already");
  }

  @Test
  void whatCameBack_isOpenAgain() {
    desk.types("priya", "issue ben no audio");
    minutes(2);
    desk.types("priya", "fix ben");
    minutes(3);
    assertThat(desk.presses("priya", "Came back"))
        .isEqualTo("Issue 1  Ben Carter: no audio · since 13:55 in Welcome.");
    assertThat(labels()).containsExactly("Fixed", "Waiting", "Cannot be fixed", "Undo");
  }

  @Test
  void undo_takesBackTheLastTurnAndNoLater() {
    desk.types("priya", "issue ben no audio");
    minutes(1);
    desk.types("priya", "fix 1");
    assertThat(desk.presses("priya", "Undo")).startsWith("Issue 1  Ben Carter: no audio · since");
    assertThat(issue(1).state()).isEqualTo(Issue.State.OPEN);

    desk.types("ravi", "issues 1 waiting for IT");
    assertThat(desk.types("priya", "issues 1 undo 0"))
        .isEqualTo("Something else became of issue 1 since, so I left it.");
    desk.types("priya", "issues 1 undo 1");
    assertThat(desk.types("priya", "issues 1 undo 0")).contains("taken back");
    assertThat(session().issues().known()).isEmpty();
    assertThat(desk.types("priya", "fix 1")).isEqualTo("There is no issue 1.");
    assertThat(desk.types("priya", "issue ben no video")).startsWith("Issue 2, ");
  }

  @Test
  void waitingAndGivenUp_areSaidWithWhy() {
    desk.types("priya", "issue ben no audio");
    assertThat(desk.types("priya", "issues 1 waiting for IT"))
        .isEqualTo("Issue 1  Ben Carter: no audio · since 13:50 in Welcome · waiting: IT.");
    assertThat(labels()).containsExactly("Fixed", "Waiting no more", "Cannot be fixed", "Undo");
    assertThat(desk.types("priya", "issues ben cannot too old a phone"))
        .contains("cannot be fixed: too old a phone")
        .contains("lost till the class ends");
    assertThat(session().issues().open()).isEmpty();
  }

  @Test
  void openIssues_standOnTheCardsBackstage() {
    desk.types("priya", "issue ben no audio on iphone");
    desk.types("fay", "issue poll does not open");

    assertThat(card("Facilitating Hybrid Meetings"))
        .contains("Issues: 2 open · Ben Carter: no audio, iPhone · poll does not open");
    assertThat(card("Issues · "))
        .contains("1  Ben Carter: no audio, iPhone · since 13:50 in Welcome")
        .contains("2 issues, 2 open, 0 fixed · 0 min lost in all");

    minutes(4);
    desk.typesDirectly("priya", "fix ben");
    assertThat(card("Facilitating Hybrid Meetings")).contains("Issues: 1 open · poll does");
    assertThat(card("Issues · "))
        .contains("1  Ben Carter: no audio, iPhone · fixed after 4 min")
        .contains("2 issues, 1 open, 1 fixed · 8 min lost in all");
    desk.types("priya", "fix 2");
    assertThat(card("Facilitating Hybrid Meetings")).doesNotContain("Issues");
  }

  @Test
  void issues_listsTheOpenOnesFirst() {
    assertThat(desk.types("priya", "issues")).startsWith("No issue so far.");
    desk.types("priya", "issue ben no audio");
    desk.types("priya", "fix 1 unplugged");
    desk.types("priya", "issue kira no video");

    String list = desk.types("priya", "issues");
    assertThat(list.indexOf("2  Kira")).isPositive().isLessThan(list.indexOf("1  Ben"));
    assertThat(labels()).containsExactly("Fixed", "Waiting", "Cannot be fixed", "Issue", "Refresh");
    assertThat(desk.types("priya", "issues 2")).startsWith("Issue 2  Kira Novak");
    assertThat(desk.types("priya", "issues 2 maybe")).startsWith("What becomes of issue 2?");
  }

  @Test
  void end_namesWhatIsStillOpen() {
    desk.types("priya", "issue ben no audio");
    assertThat(desk.types("priya", "end")).contains("Issues, 1 open · Ben Carter: no audio.");
    minutes(5);
    assertThat(desk.types("priya", "fix ben rang him"))
        .isEqualTo("Issue 1, Ben Carter: no audio · fixed after 5 min: rang him");
  }

  @Test
  void changeAfterTheReport_bringsItsPostUpToDate() {
    desk.types("priya", "issue ben no audio");
    minutes(10);
    desk.types("priya", "end");
    minutes(3);
    assertThat(card("Report · ")).contains("1 issue, not fixed; 10:00 lost in all.");
    desk.types("priya", "fix 1");
    minutes(3);
    assertThat(card("Report · ")).contains("1 issue, fixed; 10:00 lost in all.");
  }

  @Test
  void learnersAndDesigners_keepNone() {
    assertThat(desk.types("dana", "issues")).contains("is for producers");
    assertThat(desk.typesInClass("ben", "issue ben no audio")).contains("Commands are for the");
    assertThat(session().issues().all()).isEmpty();
  }

  @Test
  void nothingOfIt_isShownToTheClass() {
    List<String> before = desk.shows(desk.classRoom());
    desk.typesInClass("priya", "issue ben no audio on iphone");
    desk.typesInClass("priya", "issues 1 waiting for IT");
    desk.typesInClass("priya", "issues");
    desk.typesInClass("priya", "fix 1 headset");

    assertThat(desk.shows(desk.classRoom())).isEqualTo(before);
    assertThat(desk.told("ben")).isEmpty();
  }
}
