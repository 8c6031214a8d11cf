package dev.callboard.store;

import java.util.List;

/** What waits in a lane of the outbox. */
interface WaitingRows {

  /** The racks in which anything waits, from one on: each is found by the one before it. */
  String RACKS =
      "with recursive rack (n) as (select (select min(id >> 10) from outbox where state = 0 and id"
          + " >> 10 >= ?) union all select (select min(id >> 10) from outbox where state = 0 and id"
          + " >> 10 > n) from rack where n is not null) ";

  /** However much waits, only so much is read of it. */
  String SINCE =
      RACKS
          + "select "
          + WaitingRow.COLUMNS
          + " from rack cross join outbox"
          + " where id >> 10 = n and lane = ? and state = 0 and id > ? order by id limit ?";

  /** The rack of an id, see V15__racks.sql. */
  static long rack(long id) {
    return id >> 10;
  }

  /** What waits in a lane after an id, in the order of ids, so many at most. */
  List<WaitingRow> since(String lane, long id, int limit);

  /** Each read by itself, on a connection of the pool. */
  static WaitingRows of(Reads reads) {
    return (lane, id, limit) ->
        reads.of(
            "since",
            handle ->
                handle
                    .createQuery(SINCE)
                    .bind(0, rack(id))
                    .bind(1, lane)
                    .bind(2, id)
                    .bind(3, limit)
                    .map((row, _) -> WaitingRow.of(row))
                    .list());
  }
}
