package dev.callboard.session.attendance;

import java.util.List;

/**
 * People who sit in one room with somebody and are there whenever that one is.
 *
 * @param people those of the roster, by key
 * @param others how many more, whom nobody named
 */
public record Company(List<String> people, int others) {

  static final Company NONE = new Company(List.of(), 0);

  public Company {
    people = List.copyOf(people);
  }
}
