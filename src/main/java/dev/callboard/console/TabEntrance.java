package dev.callboard.console;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.console.DeskPayloads.InTab;
import dev.callboard.console.Doorkeeper.Entry;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.PagePolicy;
import dev.callboard.platform.Tab;
import dev.callboard.platform.Tab.Found;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in from a platform's own client, which shows our pages in a frame of its own. */
final class TabEntrance {

  private static final Logger LOG = LoggerFactory.getLogger(TabEntrance.class);
  private static final String HTML = "text/html; charset=utf-8";

  /** A form of another site cannot send it, nor a script without asking first. */
  private static final String MARK = "x-callboard";

  private static final Duration TODAY = Duration.ofHours(18);

  private final Tab tab;
  private final Doorkeeper doorkeeper;
  private final Visits visits;
  private final Agenda agenda;
  private final Console.Surroundings around;

  TabEntrance(
      Tab tab, Doorkeeper doorkeeper, Visits visits, Agenda agenda, Console.Surroundings around) {
    this.tab = tab;
    this.doorkeeper = doorkeeper;
    this.visits = visits;
    this.agenda = agenda;
    this.around = around;
  }

  /** The page that asks the client who is there. */
  WebhookResponse page() {
    return new WebhookResponse(200, HTML, around.page().apply(tab.page()))
        .with(PagePolicy.HEADER, PagePolicy.of(tab.framers(), tab.more()));
  }

  /** The same answer, which the client may show, and nobody else. */
  WebhookResponse framed(WebhookResponse answer, PagePolicy.More more) {
    return answer.headers().containsKey(PagePolicy.HEADER) || !answer.contentType().equals(HTML)
        ? answer
        : answer.with(PagePolicy.HEADER, PagePolicy.of(tab.framers(), more));
  }

  /** Lets in whom the client names, if they are on a team; and says where to go on. */
  WebhookResponse enter(WebhookRequest request) {
    if (request.header(MARK).isEmpty()) {
      return PageAnswers.problem(403, "Open this page at its own address.");
    }
    InTab sent = DeskPayloads.tab(request.body());
    return switch (tab.find(sent.token(), sent.chat())) {
      case Found.Somebody somebody -> enter(somebody.person(), sent.chat());
      case Found.Nobody nobody
          when nobody.status() == 401 && doorkeeper.triesTooOften(request.peer()) ->
          PageAnswers.problem(429, "Too many wrong tries came from here. Wait a minute.")
              .with("Retry-After", "60");
      case Found.Nobody nobody -> PageAnswers.problem(nobody.status(), nobody.sentence());
    };
  }

  private WebhookResponse enter(Person person, String chat) {
    Optional<SessionId> here = here(person, chat);
    if (here.isEmpty() && !isOnATeam(person)) {
      return PageAnswers.problem(
          403, "No class and no plan has you on its team, so there is nothing to see here.");
    }
    Entry.In in = doorkeeper.admit(person);
    LOG.info("{}/{} came in by a tab", person.platform(), person.id());
    String path = here.map(id -> "/desk/" + id.value()).orElse("/desk");
    return WebhookResponse.json(200, DeskPayloads.go(path)).with("Set-Cookie", in.cookie());
  }

  /** The class of the meeting that the tab is in, if they may see it. */
  private Optional<SessionId> here(Person person, String chat) {
    return chat.isEmpty()
        ? Optional.empty()
        : around
            .classrooms()
            .at(new Place(person.platform(), person.tenant(), chat))
            .filter(id -> visits.of(person, id).isPresent());
  }

  private boolean isOnATeam(Person person) {
    return agenda.concerns(person)
        || around.classrooms().of(person, around.clock().instant().minus(TODAY)).stream()
            .anyMatch(id -> visits.of(person, id).isPresent())
        || !around.classrooms().ledBy(person).isEmpty();
  }
}
