package dev.callboard.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * Guests who come to the Zoom meetings of classes and go, as the bytes of whole signed requests.
 * Five hundred meetings are told of in turn, {@link #EACH} facts each, then the next five hundred.
 */
final class ZoomVisits {

  static final String ACCOUNT = "acc-BENCH";

  /** How many meetings are told of at a time. */
  static final int AT_ONCE = 500;

  /** How many facts are told of each: so many people as none but a large class has. */
  static final int EACH = 360;

  /** Seconds that each stays. A join is told that late, so that its leave can follow soon. */
  private static final int VISIT = 30;

  private static final long FIRST_NUMBER = 80_000_000_000L;

  private ZoomVisits() {}

  /** The plan of a class in the meeting of this place. */
  static String plan(int place) {
    return """
    title: Bench %1$d
    zone: Europe/London
    start: "14:00"
    slot: 60
    rooms: {zoom: {meeting: "%2$d"}}
    people:
      - {key: pat, name: Pat, role: producer, accounts: {slack: U07}}
      - {key: fay, name: Fay, role: facilitator, email: fay@example.com}
      - {key: ana, name: Ana, role: learner, email: ana@example.com}
      - {key: ben, name: Ben, role: learner, email: ben@example.com}
    segments: [{title: All, minutes: 60}]
    """
        .formatted(place, FIRST_NUMBER + place);
  }

  /**
   * Commands that open and start as many classes, each in a workspace of its own, so that Slack's
   * pace for one does not hold up another.
   */
  static List<List<byte[]>> classes(int count) {
    List<byte[]> open = new ArrayList<>(count);
    List<byte[]> start = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      open.add(Signed.command("T" + i, "GBACK" + i, "open visits-" + i + " #CROOM" + i));
      start.add(Signed.command("T" + i, "GBACK" + i, "start"));
    }
    return List.of(open, start);
  }

  /** Joins of new people, signed now; the first of them has this number. */
  static List<byte[]> joins(int from, int count) {
    List<byte[]> joins = new ArrayList<>(count);
    for (int i = from; i < from + count; i++) {
      joins.add(request(i % AT_ONCE, i, "joined", "join_time"));
    }
    return joins;
  }

  /**
   * Joins and leaves, each made and signed when it is asked for: all would not fit in memory.
   *
   * @param first the place of the first meeting
   */
  static List<byte[]> visits(int count, int first) {
    return new AbstractList<>() {
      @Override
      public byte[] get(int i) {
        int turn = i / AT_ONCE;
        int meeting = first + i % AT_ONCE + turn / EACH * AT_ONCE;
        int person = turn / 2 * AT_ONCE + i % AT_ONCE;
        return turn % 2 == 0
            ? request(meeting, person, "joined", "join_time")
            : request(meeting, person, "left", "leave_time");
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  private static byte[] request(int meeting, int person, String what, String time) {
    long now = System.currentTimeMillis();
    String second = Long.toString(now / 1000);
    long at = now / 1000 - (what.equals("joined") ? VISIT : 0);
    String body =
        """
        {"event":"meeting.participant_%s","event_ts":%d,"payload":{"account_id":"%s",\
        "object":{"id":"%d","uuid":"held/%d==","host_id":"host-BENCH","topic":"A class","type":8,\
        "start_time":"2026-11-24T14:00:00Z","timezone":"Europe/London","duration":60,\
        "participant":{"user_id":"1%d","user_name":"Guest %d","id":"",\
        "participant_uuid":"5F0C2A10-77B1-4E0D-9A61-%d","participant_user_id":"",\
        "registrant_id":"","email":"","%s":"%s","public_ip":"203.0.113.9"}}}}\
        """
            .formatted(
                what,
                now,
                ACCOUNT,
                FIRST_NUMBER + meeting,
                meeting,
                person,
                person,
                person,
                time,
                Instant.ofEpochSecond(at));
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    String signature = new String(Signed.signature(second, bytes), StandardCharsets.US_ASCII);
    String head =
        """
        POST /zoom/events HTTP/1.1
        Host: localhost
        Content-Type: application/json
        x-zm-trackingid: v=2.0;clid=bench
        x-zm-request-timestamp: %s
        x-zm-signature: %s
        Content-Length: %d

        """
            .formatted(second, signature, bytes.length)
            .replace("\n", "\r\n");
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
