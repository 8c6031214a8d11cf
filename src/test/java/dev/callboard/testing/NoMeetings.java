package dev.callboard.testing;

import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.Turnout;
import dev.callboard.platform.Turnouts;
import dev.callboard.platform.Whereabouts;
import dev.callboard.platform.slack.SlackAdapter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of meetings in a house without classes. */
public final class NoMeetings implements Whereabouts, Turnouts {

  public static final SlackAdapter.Surroundings AROUND =
      new SlackAdapter.Surroundings(new NoMeetings(), new NoMeetings());

  private NoMeetings() {}

  @Override
  public List<Sighting> here() {
    return List.of();
  }

  @Override
  public List<Sighting> here(String tenant, String account) {
    return List.of();
  }

  @Override
  public Optional<Place> meeting(String tenant, String occurrence) {
    return Optional.empty();
  }

  @Override
  public Optional<Turnout> of(String session, String link) {
    return Optional.empty();
  }

  @Override
  public Map<String, List<Receipt>> posted() {
    return Map.of();
  }
}
