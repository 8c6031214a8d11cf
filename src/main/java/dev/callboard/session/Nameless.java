package dev.callboard.session;

import dev.callboard.session.attendance.Roll;
import java.util.Collection;
import java.util.Set;

/** What the team wrote, for readers who are not to learn which learner it is about. */
public final class Nameless {

  private static final Alias SOMEBODY = new Alias("learner", "a learner");

  private final Phrases phrases = new Phrases();

  private Nameless() {}

  /** Without the learners and guests of a class. */
  public static Nameless of(Roll roll) {
    return of(
        roll.learners().stream().map(one -> one.member().name()).toList(),
        roll.guests().stream().map(guest -> guest.party().name()).toList());
  }

  /**
   * Without these people.
   *
   * @param learners their names, which go however they are called
   * @param guests names as meetings showed them, which may be of devices and go as a whole
   */
  public static Nameless of(Collection<String> learners, Collection<String> guests) {
    Nameless nameless = new Nameless();
    learners.forEach(name -> nameless.phrases.name(name, SOMEBODY, Set.of()));
    guests.stream()
        .filter(name -> name.chars().noneMatch(Character::isDigit))
        .forEach(name -> nameless.phrases.name(name, SOMEBODY, Set.of()));
    learners.stream()
        .filter(name -> !name.isBlank())
        .forEach(name -> nameless.phrases.called(name, SOMEBODY, Set.of()));
    return nameless;
  }

  /** A text without them; who it is about is a learner there. */
  public String without(String text) {
    return phrases.prose(phrases.without(text));
  }
}
