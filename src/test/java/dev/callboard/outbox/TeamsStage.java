package dev.callboard.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.teams.TeamsAdapter;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.TeamsActivities;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import okhttp3.OkHttpClient;

/** Teams: no app in the chat of two, nobody on the roster, statuses, cut connections. */
final class TeamsStage implements Stage {

  private static final String BACKSTAGE = "19:backstage@thread.v2";
  private static final String ELSEWHERE = "19:elsewhere@thread.v2";
  private static final int[] STATUSES = {0, 400, 401, 403, 404, 410, 412, 413, 429, 500, 502, 503};

  private final FakeTeams teams;
  private final OkHttpClient http = new OkHttpClient();
  private final TeamsAdapter adapter;

  /** How the platform and the settings stand to messages for one person in a shared chat. */
  enum Targeted {
    SHOWN,
    /** Shown to all, as the Playground does; and nobody can whisper to the bot. */
    IGNORED
  }

  TeamsStage(InstantSource clock, Targeted targeted) {
    teams = FakeTeams.start(clock);
    teams.connector().room(BACKSTAGE, FakeTeams.FAY);
    teams.connector().room(ELSEWHERE, FakeTeams.FAY);
    if (targeted == Targeted.IGNORED) {
      teams.connector().ignoreTargeted();
    }
    adapter = new TeamsAdapter(teams.settings(), _ -> new Reply.Quiet(), http, clock);
    if (targeted == Targeted.SHOWN) {
      List.of(FakeTeams.CLASS_ROOM, BACKSTAGE, ELSEWHERE).forEach(this::whisper);
    }
  }

  /** Fay says something that only the bot can see. */
  private void whisper(String conversation) {
    ObjectNode activity = TeamsActivities.targeted("whisper-" + conversation, "status");
    activity.withObject("/conversation").put("id", conversation);
    adapter.accept(teams.signed(activity));
  }

  @Override
  public Adapter adapter() {
    return adapter;
  }

  @Override
  public Place classRoom() {
    return place(FakeTeams.CLASS_ROOM);
  }

  @Override
  public Place backstage() {
    return place(BACKSTAGE);
  }

  @Override
  public Place elsewhere() {
    return place(ELSEWHERE);
  }

  private static Place place(String id) {
    return new Place("teams", FakeTeams.TENANT, id);
  }

  @Override
  public Person person() {
    return new Person("teams", FakeTeams.TENANT, FakeTeams.FAY, "Fay Osei", null);
  }

  @Override
  public List<String> shownToAll(Place room) {
    return teams.connector().shownToAll(room.id()).stream().map(Object::toString).toList();
  }

  @Override
  public List<String> shownToPerson() {
    return teams.connector().shownTo(FakeTeams.FAY).stream().map(Object::toString).toList();
  }

  @Override
  public void stumble(Random random) {
    teams.connector().forgetFaults();
    for (int i = random.nextInt(4); i > 0; i--) {
      teams.connector().failNext(new Fault(STATUSES[random.nextInt(STATUSES.length)], null));
    }
  }

  @Override
  public void closePrivateRoutes() {
    teams.connector().refuseTargeted();
    teams.connector().refuseChats();
  }

  @Override
  public void close() {
    adapter.close();
    teams.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
