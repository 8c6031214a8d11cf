package dev.callboard.outbox;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.zoom.ZoomAdapter;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.FakeZoomChat.Fault;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import okhttp3.OkHttpClient;

/** Zoom: no chat of two, nothing for one person in a channel, statuses, codes, cut connections. */
final class ZoomStage implements Stage {

  private static final String ELSEWHERE = "c0else42@conference.xmpp.zoom.us";
  private static final int[] STATUSES = {0, 400, 401, 403, 404, 410, 429, 500, 502, 503};
  private static final int[] CODES = {0, 124, 200, 300, 1001, 3001, 4700, 4711};

  private final FakeZoom zoom;
  private final OkHttpClient http = new OkHttpClient();
  private final ZoomAdapter adapter;

  ZoomStage(InstantSource clock) {
    zoom = FakeZoom.start(clock);
    zoom.chat().channel(ELSEWHERE);
    adapter = new ZoomAdapter(zoom.settings(), _ -> new Reply.Quiet(), http, clock);
  }

  @Override
  public Adapter adapter() {
    return adapter;
  }

  @Override
  public Place classRoom() {
    return place(FakeZoom.CLASS_ROOM);
  }

  @Override
  public Place backstage() {
    return place(FakeZoom.BACKSTAGE);
  }

  @Override
  public Place elsewhere() {
    return place(ELSEWHERE);
  }

  private static Place place(String id) {
    return new Place("zoom", FakeZoom.ACCOUNT, id);
  }

  @Override
  public Person person() {
    return new Person("zoom", FakeZoom.ACCOUNT, FakeZoom.FAY, "Fay Osei", null);
  }

  @Override
  public List<String> shownToAll(Place room) {
    return zoom.chat().shownToAll(room.id()).stream().map(Object::toString).toList();
  }

  @Override
  public List<String> shownToPerson() {
    return zoom.chat().shownTo(FakeZoom.FAY).stream().map(Object::toString).toList();
  }

  @Override
  public void stumble(Random random) {
    zoom.chat().forgetFaults();
    for (int i = random.nextInt(4); i > 0; i--) {
      int status = STATUSES[random.nextInt(STATUSES.length)];
      zoom.chat().failNext(new Fault(status, CODES[random.nextInt(CODES.length)], null));
    }
  }

  @Override
  public void closePrivateRoutes() {
    zoom.chat().refuseChats();
    zoom.chat().refuseWhispers();
  }

  @Override
  public void close() {
    adapter.close();
    zoom.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
