package dev.callboard.outbox;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.slack.SlackAdapter;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.NoMeetings;
import dev.callboard.testing.SlackFault;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** Slack: no direct chat, nobody in the channel, errors by name, statuses, cut connections. */
final class SlackStage implements Stage {

  private static final List<String> METHODS =
      List.of(FakeSlack.DIRECT, "chat.postMessage", "chat.postEphemeral", "chat.update");

  private static final List<SlackFault> FAULTS =
      List.of(
          SlackFault.error("cannot_dm_bot"),
          SlackFault.error("user_not_found"),
          SlackFault.error("channel_not_found"),
          SlackFault.error("user_not_in_channel"),
          SlackFault.error("restricted_action"),
          SlackFault.error("internal_error"),
          SlackFault.rateLimited("1"),
          SlackFault.html(403),
          SlackFault.html(404),
          SlackFault.html(503),
          SlackFault.notJson(),
          SlackFault.cut());

  private final FakeSlack slack;
  private final SlackAdapter adapter;

  SlackStage(InstantSource clock) {
    slack = FakeSlack.start(clock);
    adapter =
        new SlackAdapter(
            slack.settings(),
            new Vocabulary(List.of()),
            _ -> new Reply.Quiet(),
            NoMeetings.AROUND,
            clock);
  }

  @Override
  public Adapter adapter() {
    return adapter;
  }

  @Override
  public Place classRoom() {
    return place(FakeSlack.CLASS_ROOM);
  }

  @Override
  public Place backstage() {
    return place("C06");
  }

  @Override
  public Place elsewhere() {
    return place("C07");
  }

  private static Place place(String id) {
    return new Place("slack", FakeSlack.TEAM, id);
  }

  @Override
  public Person person() {
    return new Person("slack", FakeSlack.TEAM, FakeSlack.FAY, "Fay", null);
  }

  @Override
  public List<String> shownToAll(Place room) {
    return slack.shows(room.id());
  }

  @Override
  public List<String> shownToPerson() {
    return slack.showsOnlyTo(FakeSlack.FAY);
  }

  @Override
  public void stumble(Random random) {
    slack.forgetFaults();
    for (int i = random.nextInt(3); i > 0; i--) {
      String method = METHODS.get(random.nextInt(METHODS.size()));
      slack.failNext(method, FAULTS.get(random.nextInt(FAULTS.size())));
    }
  }

  @Override
  public void closePrivateRoutes() {
    slack.failAlways(FakeSlack.DIRECT, SlackFault.error("cannot_dm_bot"));
    slack.failAlways("chat.postEphemeral", SlackFault.error("user_not_in_channel"));
  }

  @Override
  public void close() {
    adapter.close();
    slack.close();
  }
}
