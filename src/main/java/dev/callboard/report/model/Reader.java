package dev.callboard.report.model;

import dev.callboard.session.Event.NoteFor;
import java.util.Locale;

/** Whom a report is for. Each has what they need for their work, and no more. */
public enum Reader {
  PRODUCER("the producer"),
  FACILITATOR("the facilitator"),
  /** Designs the class, and learns from it without learning who was there. */
  DESIGNER("the designer"),
  /** Ordered the class, and is told of its learners, not of how the team worked. */
  CLIENT("the client");

  private final String words;

  Reader(String words) {
    this.words = words;
  }

  /** {@code the producer}. */
  public String words() {
    return words;
  }

  /** The word in addresses and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether notes of this kind are for them. */
  public boolean reads(NoteFor note) {
    return switch (this) {
      case PRODUCER -> true;
      case FACILITATOR -> note == NoteFor.FACILITATOR || note == NoteFor.TEAM;
      case DESIGNER -> note == NoteFor.DESIGNER || note == NoteFor.TEAM;
      case CLIENT -> note == NoteFor.CLIENT;
    };
  }

  /** Whether they may know which learner was there and which was not. */
  public boolean seesPeople() {
    return this != DESIGNER;
  }

  /** Whether they may know who of the team did what, what was amended, and what they said of it. */
  public boolean seesTeam() {
    return this != CLIENT;
  }

  /** Whether addresses of people are for them. */
  boolean seesAddresses() {
    return this == PRODUCER;
  }
}
