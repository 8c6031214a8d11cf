package dev.callboard.platform.lobby;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import dev.callboard.chat.Place;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.lobby.LobbyBook.Draft;
import dev.callboard.platform.lobby.LobbyBook.Entry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lobby's own account of its meetings, from its book; whoever is still in a meeting is so till
 * the moment of asking.
 */
record LobbyRecords(LobbyBook book, Guests guests, InstantSource clock) implements MeetingRecords {

  private static final int PAGE = 500;

  @Override
  public String platform() {
    return LobbyPlace.PLATFORM;
  }

  /** Always there, for the lobby knows; without rows when nobody came. */
  @Override
  public Optional<MeetingRecord> pull(Place meeting, String occurrence) {
    List<Draft> all = drafts(meeting);
    String held =
        occurrence.isEmpty() && !all.isEmpty() ? moves(all.getLast()).occurrence() : occurrence;
    List<Row> rows = new ArrayList<>();
    Map<String, Instant> here = new LinkedHashMap<>();
    for (Draft draft : all) {
      Moves moves = moves(draft);
      if (moves.occurrence().equals(held)) {
        moves.came().forEach(one -> here.putIfAbsent(one, draft.at()));
        moves.went().forEach(one -> rows.addAll(row(meeting, one, here.remove(one), draft.at())));
      }
    }
    Instant now = clock.instant();
    here.forEach((one, since) -> rows.addAll(row(meeting, one, since, now)));
    return Optional.of(new MeetingRecord(meeting, held, rows));
  }

  /** Who is in a meeting by the book, whether the class was told or not. */
  Set<String> in(Place meeting, String occurrence) {
    Set<String> here = new LinkedHashSet<>();
    drafts(meeting).stream()
        .map(LobbyRecords::moves)
        .filter(moves -> moves.occurrence().equals(occurrence))
        .forEach(moves -> {
          here.addAll(moves.came());
          moves.went().forEach(here::remove);
        });
    return here;
  }

  private List<Draft> drafts(Place meeting) {
    List<Draft> all = new ArrayList<>();
    long number = 0;
    for (List<Entry> page = page(number, meeting); !page.isEmpty(); page = page(number, meeting)) {
      page.forEach(entry -> all.add(entry.draft()));
      number = page.getLast().number();
    }
    return all;
  }

  private List<Entry> page(long number, Place meeting) {
    return book.after(number, Set.of(meeting.id()), PAGE);
  }

  private static Moves moves(Draft draft) {
    return Moves.read(draft.content());
  }

  /** None of somebody who went without having come. */
  private List<Row> row(Place meeting, String connection, @Nullable Instant from, Instant to) {
    return from == null ? List.of() : List.of(new Row(attendee(meeting, connection), from, to));
  }

  private Attendee attendee(Place meeting, String connection) {
    return guests.shows().stream()
        .filter(show -> LobbyPlace.meeting(show.key()).equals(meeting))
        .findFirst()
        .map(show -> LobbyMeeting.attendee(show, connection))
        .orElseGet(() -> LobbyMeeting.attendee(connection, connection));
  }
}
