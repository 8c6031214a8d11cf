package dev.callboard.console;

import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.command.Day;
import dev.callboard.console.DeskPayloads.Act;
import dev.callboard.console.Doorkeeper.Entry;
import dev.callboard.console.Visits.Visit;
import dev.callboard.plan.Client;
import dev.callboard.plan.Library;
import dev.callboard.platform.Door;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.PageOrigin;
import dev.callboard.platform.PagePolicy;
import dev.callboard.platform.PagePolicy.More;
import dev.callboard.platform.Site;
import dev.callboard.platform.Tab;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.report.file.Printing;
import dev.callboard.report.model.Reader;
import dev.callboard.session.SessionId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages under {@code /desk}: the board, and of each class its desk. The pages themselves are
 * the same for everybody; what is in them is told only to whoever is signed in and may see it, and
 * nobody else learns whether there is such a class.
 */
public final class Console implements Site {

  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

  /** Pages that have a form. */
  private static final Set<String> FORMS = Set.of("digest", "timeline");

  private static final String HTML = "text/html; charset=utf-8";
  private static final String SIGN_IN =
      "You are not signed in here. Type `desk` in the chat of your class, and open its link.";
  private static final String NO_TEAMS =
      "This Callboard is not set up for Teams. Type `desk` in the chat of your class instead.";
  private static final String NOTHING =
      "There is nothing here that you may see. Type `desk` in the chat of a class of yours, and"
          + " open its link.";

  private final Door door;
  private final Doorkeeper doorkeeper;
  private final PageOrigin origin;
  private final Visits visits;
  private final Views views;
  private final Board board;
  private final Documents documents;
  private final Optional<TabEntrance> entrance;
  private final Surroundings around;

  /**
   * What the console is given.
   *
   * @param tab the client of a platform that shows our pages; empty where none does
   * @param page a page of ours by its name, ready to be sent
   * @param assets the path under which style sheets are, without a slash at its end
   * @param secure whether people come by TLS alone
   */
  public record Surroundings(
      Classrooms classrooms,
      Library plans,
      Function<String, Optional<Client>> clients,
      Printing printing,
      Optional<Tab> tab,
      Ways ways,
      Passes passes,
      Invitations invitations,
      Bells bells,
      Words words,
      Function<String, byte[]> page,
      String assets,
      PageOrigin origin,
      boolean secure,
      InstantSource clock) {}

  public Console(Door door, Surroundings around) {
    this.door = door;
    this.around = around;
    this.origin = around.origin();
    this.doorkeeper =
        new Doorkeeper(around.passes(), around.invitations(), around.secure(), around.clock());
    this.visits = new Visits(around.classrooms());
    Losses losses = new Losses(around.classrooms());
    this.views = new Views(around.classrooms(), losses, around.clock());
    WaysIn waysIn = new WaysIn(around.ways());
    Agenda agenda = new Agenda(around.plans(), waysIn);
    this.board = new Board(around.classrooms(), agenda, losses, waysIn, around.clock());
    this.entrance =
        around.tab().map(tab -> new TabEntrance(tab, doorkeeper, visits, agenda, around));
    this.documents = new Documents(around);
  }

  /** The classes that somebody gives today, as their board has them. */
  public Day day(Person person) {
    return board.day(person);
  }

  @Override
  public String root() {
    return "/desk/";
  }

  @Override
  public WebhookResponse read(WebhookRequest request) {
    Route route = Route.of(request.path());
    WebhookResponse answer = answer(request, route);
    More more = FORMS.contains(route.what()) ? More.FORMS : More.NOTHING;
    return entrance
        .map(tab -> tab.framed(answer, more))
        .orElseGet(() ->
            more.equals(More.NOTHING)
                ? answer
                : answer.with(PagePolicy.HEADER, PagePolicy.of(List.of("'none'"), more)));
  }

  private WebhookResponse answer(WebhookRequest request, Route route) {
    return switch (route.what()) {
      case "board" -> page("board.html");
      case "desk" -> page("desk.html");
      case "tab" ->
          entrance.map(TabEntrance::page).orElseGet(() -> documents.notice(404, NO_TEAMS));
      case "me" -> own(request, this::me);
      case "rows" -> own(request, this::rows);
      case "view" -> own(request, asked -> view(asked, route.session()));
      case "report" -> document(request, route, documents::report);
      case "timeline" -> document(request, route, documents::timeline);
      case "digest" ->
          document(request, route, (visit, asked) -> documents.digest(visit, visits, asked));
      default -> PageAnswers.problem(404, NOTHING);
    };
  }

  /** A page may be led to from anywhere, for it says nothing; what it asks for must be its own. */
  private WebhookResponse page(String name) {
    return new WebhookResponse(200, HTML, around.page().apply(name));
  }

  /** What a chat's link may lead to; a page of another site cannot read it. */
  private WebhookResponse document(
      WebhookRequest request,
      Route route,
      BiFunction<Visit, WebhookRequest, WebhookResponse> answer) {
    Optional<Pass> pass = doorkeeper.known(request);
    if (pass.isEmpty()) {
      return documents.notice(401, SIGN_IN);
    }
    return visits
        .of(pass.get().person(), route.session())
        .map(visit -> answer.apply(visit, request))
        .orElseGet(() -> documents.notice(404, NOTHING));
  }

  private WebhookResponse own(
      WebhookRequest request, Function<WebhookRequest, WebhookResponse> answer) {
    return origin.own(request)
        ? answer.apply(request)
        : PageAnswers.problem(403, "Open this page at its own address.");
  }

  private WebhookResponse me(WebhookRequest request) {
    return doorkeeper
        .known(request)
        .map(pass -> WebhookResponse.json(200, DeskPayloads.me(pass)))
        .orElseGet(() -> PageAnswers.problem(401, SIGN_IN));
  }

  private WebhookResponse rows(WebhookRequest request) {
    return doorkeeper
        .known(request)
        .map(pass -> WebhookResponse.json(200, DeskPayloads.rows(board.of(pass.person()))))
        .orElseGet(() -> PageAnswers.problem(401, SIGN_IN));
  }

  private WebhookResponse view(WebhookRequest request, SessionId id) {
    Optional<Pass> pass = doorkeeper.known(request);
    if (pass.isEmpty()) {
      return PageAnswers.problem(401, SIGN_IN);
    }
    return visits
        .of(pass.get().person(), id)
        .flatMap(visit ->
            views
                .of(id, visit.reader())
                .map(view ->
                    WebhookResponse.json(
                        200,
                        DeskPayloads.desk(
                            visit, around.words(), DeskFeed.telling(view, around.clock())))))
        .orElseGet(() -> PageAnswers.problem(404, NOTHING));
  }

  @Override
  public Optional<Feed> follow(WebhookRequest request) {
    Route route = Route.of(request.path());
    if (!origin.own(request)) {
      return Optional.empty();
    }
    return switch (route.what()) {
      case "rows-stream" ->
          doorkeeper
              .known(request)
              .map(pass ->
                  new BoardFeed(
                      account(pass.person()),
                      () -> board.of(pass.person()),
                      () -> doorkeeper.known(request).isPresent()));
      case "stream" ->
          visit(request, route.session())
              .map(visit ->
                  new DeskFeed(
                      account(visit.person()),
                      route.session(),
                      visit.reader(),
                      views,
                      around.bells(),
                      () -> readsAs(request, route.session(), visit.reader()),
                      around.clock()));
      default -> Optional.empty();
    };
  }

  private boolean readsAs(WebhookRequest request, SessionId id, Reader reader) {
    return visit(request, id).filter(visit -> visit.reader() == reader).isPresent();
  }

  private Optional<Visit> visit(WebhookRequest request, SessionId id) {
    return doorkeeper.known(request).flatMap(pass -> visits.of(pass.person(), id));
  }

  @Override
  public WebhookResponse write(WebhookRequest request) {
    if (!origin.own(request) || request.header("origin").isEmpty() || !isJson(request)) {
      return PageAnswers.problem(403, "Open this page at its own address.");
    }
    Route route = Route.of(request.path());
    return switch (route.what()) {
      case "in" -> enter(request);
      case "whom" -> whom(request, route.session());
      case "tab-in" ->
          entrance
              .map(tab -> tab.enter(request))
              .orElseGet(() -> PageAnswers.problem(404, NOTHING));
      case "out" -> WebhookResponse.json(200, "{}").with("Set-Cookie", doorkeeper.leave(request));
      case "do" -> act(request, route.session());
      default -> PageAnswers.problem(404, NOTHING);
    };
  }

  /** A form of another site cannot send it, whatever the browser thinks of origins. */
  private static boolean isJson(WebhookRequest request) {
    return request
        .header("content-type")
        .filter(type -> type.startsWith("application/json"))
        .isPresent();
  }

  private WebhookResponse enter(WebhookRequest request) {
    return entered(
        doorkeeper.enter(DeskPayloads.token(request.body()), request.peer()), Route.NONE);
  }

  /**
   * Whom a link would let in, and where, so that nobody comes in as another without noticing.
   * Whoever asks has the link, and could come in by it.
   */
  private WebhookResponse whom(WebhookRequest request, SessionId id) {
    return entered(doorkeeper.look(DeskPayloads.token(request.body()), request.peer()), id);
  }

  private WebhookResponse entered(Entry entry, SessionId id) {
    String again = " Type `desk` in the chat of your class for a new one.";
    return switch (entry) {
      case Entry.In in -> {
        LOG.info("{}/{} signed in", in.pass().person().platform(), in.pass().person().id());
        yield WebhookResponse.json(200, DeskPayloads.me(in.pass())).with("Set-Cookie", in.cookie());
      }
      case Entry.Sound sound ->
          WebhookResponse.json(
              200, DeskPayloads.whom(sound.person(), visits.of(sound.person(), id)));
      case Entry.Used _ -> PageAnswers.problem(401, "This link was used before." + again);
      case Entry.Wrong _ -> PageAnswers.problem(401, "This link is too old, or not whole." + again);
      case Entry.TooMany _ ->
          PageAnswers.problem(429, "Too many wrong links came from here. Wait a minute.")
              .with("Retry-After", "60");
    };
  }

  private static String account(Person person) {
    return person.platform() + "/" + person.tenant() + "/" + person.id();
  }

  /** The very same as typing it in chat; the answer is for the one who pressed. */
  private WebhookResponse act(WebhookRequest request, SessionId id) {
    Optional<Pass> pass = doorkeeper.known(request);
    if (pass.isEmpty()) {
      return PageAnswers.problem(401, SIGN_IN);
    }
    Optional<Visit> visit = visits.of(pass.get().person(), id);
    if (visit.isEmpty()) {
      return PageAnswers.problem(404, NOTHING);
    }
    return DeskPayloads.act(request.body())
        .map(act -> act(act, visit.get()))
        .orElseGet(() -> PageAnswers.problem(400, "This page is out of date. Load it again."));
  }

  private WebhookResponse act(Act act, Visit visit) {
    Person person = visit.person();
    String key = "desk:" + account(person);
    return PageAnswers.answer(
        door.handle(
            new Inbound.Command(
                new Delivery(key + "/" + act.id(), Delivery.Route.INLINE),
                person,
                new Place(person.platform(), person.tenant(), "desk"),
                PlaceKind.DIRECT,
                "@" + visit.session().id().value() + " " + act.words(),
                act.via())));
  }
}
