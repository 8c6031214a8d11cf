package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Person;
import dev.callboard.platform.PagePolicy;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Tab;
import dev.callboard.platform.teams.TeamsLogin.Proven;
import dev.callboard.platform.teams.TeamsRoutes.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our pages as tabs of Teams. A token tells the directory's id of somebody; which account of the
 * bot's that is, and what address their organisation vouches for, the Bot Connector is asked, just
 * as in chat: what a token says of addresses anybody can choose. Thread-safe.
 */
final class TeamsTab implements Tab {

  private static final Logger LOG = LoggerFactory.getLogger(TeamsTab.class);

  /** Teams in the browser, on desktops, and of the clouds of the United States. */
  private static final List<String> FRAMERS =
      List.of(
          "https://teams.microsoft.com",
          "https://*.teams.microsoft.com",
          "https://teams.cloud.microsoft",
          "https://*.teams.cloud.microsoft",
          "https://*.teams.microsoft.us");

  /** The library that talks to the client, pinned by its hash in the page. */
  private static final PagePolicy.More LIBRARY =
      new PagePolicy.More(
          "https://res.cdn.office.net/teams-js/",
          "https://res.cdn.office.net/teams-js/",
          PagePolicy.More.NOTHING.forms());

  private static final Pattern CHAT = Pattern.compile("19:[\\w.@-]{1,200}");
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final String INSTEAD =
      " Or type `desk` in your chat with Callboard, and open its link.";

  private final TeamsLogin login;
  private final TeamsClient client;
  private final TeamsRoutes routes;
  private final Cache<Who, Person> known =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(KEPT)
          .executor(Runnable::run)
          .build();

  private record Who(String tenant, String objectId) {}

  TeamsTab(TeamsLogin login, TeamsClient client, TeamsRoutes routes) {
    this.login = login;
    this.client = client;
    this.routes = routes;
  }

  @Override
  public String page() {
    return "teams.html";
  }

  @Override
  public List<String> framers() {
    return FRAMERS;
  }

  @Override
  public PagePolicy.More more() {
    return LIBRARY;
  }

  @Override
  public Found find(String token, String conversation) {
    Proven proven;
    try {
      proven = login.check(token);
    } catch (TeamsRefusal refusal) {
      LOG.warn("teams tab refused with {}: {}", refusal.status(), refusal.getMessage());
      return new Found.Nobody(refusal.status(), sentence(refusal.status()));
    }
    Who who = new Who(proven.tenant(), proven.objectId());
    try {
      @Nullable Person person = known.getIfPresent(who);
      if (person == null) {
        person = person(proven, conversation);
        known.put(who, person);
      }
      return new Found.Somebody(person);
    } catch (PlatformException untold) {
      LOG.warn("teams did not tell who {} is: {}", proven.objectId(), untold.getMessage());
      return new Found.Nobody(
          503,
          "Teams does not tell now which account of Callboard's you are. Try again." + INSTEAD);
    }
  }

  private static String sentence(int status) {
    return switch (status) {
      case 403 ->
          "This Callboard does not serve your organisation. Ask whoever runs it to allow that.";
      case 503 -> "Microsoft's keys cannot be reached now. Try again in a minute." + INSTEAD;
      default -> "What Teams says of who you are is not good here. Reload this tab." + INSTEAD;
    };
  }

  private Person person(Proven proven, String conversation) throws PlatformException {
    JsonNode member = member(proven, conversation);
    String account = member.path("id").asText("");
    String named =
        member.path("aadObjectId").asText(member.path("objectId").asText(proven.objectId()));
    if (!account.startsWith("29:") || !named.equalsIgnoreCase(proven.objectId())) {
      throw new PlatformException(
          PlatformException.Kind.INVALID,
          "member: another's (expected: " + proven.objectId() + ")");
    }
    routes.met(proven.tenant(), proven.objectId(), account);
    return new Person(
        "teams",
        proven.tenant(),
        account,
        member.path("name").asText(proven.name()),
        TeamsMembers.vouched(member, proven.tenant()));
  }

  /** Of the chat they are in, where the client says one that they are in indeed; else of theirs. */
  private JsonNode member(Proven proven, String conversation) throws PlatformException {
    String person = proven.objectId();
    if (CHAT.matcher(conversation).matches()) {
      Optional<JsonNode> here = member(conversation, proven);
      if (here.isPresent()) {
        return here.get();
      }
    }
    Route route = routes.to("", proven.tenant());
    return client.member(route, client.open(route, person, proven.tenant()), person);
  }

  private Optional<JsonNode> member(String conversation, Proven proven) throws PlatformException {
    try {
      Route route = routes.to(conversation, proven.tenant());
      return Optional.of(client.member(route, conversation, proven.objectId()));
    } catch (PlatformException refused) {
      return switch (refused.kind()) {
        case FORBIDDEN, NOT_FOUND, INVALID -> Optional.empty();
        default -> throw refused;
      };
    }
  }
}
