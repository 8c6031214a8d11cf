package dev.callboard.report.model;

import dev.callboard.session.Event.NoteFor;
import java.util.Locale;
import java.util.Set;

/** Whom a report is for. Each has what they need for their work, and no more. */
public enum Reader {
  PRODUCER("the producer", Set.of(NoteFor.values())),
  FACILITATOR("the facilitator", Set.of(NoteFor.FACILITATOR, NoteFor.TEAM)),
  /** Designs the class, and learns from it without learning who was there. */
  DESIGNER("the designer", Set.of(NoteFor.DESIGNER, NoteFor.TEAM)),
  /** Ordered the class, and is told of its learners, not of how the team worked. */
  CLIENT("the client", Set.of(NoteFor.CLIENT));

  private final String words;
  private final Set<NoteFor> notes;

  Reader(String words, Set<NoteFor> notes) {
    this.words = words;
    this.notes = notes;
  }

  /** {@code the producer}. */
  public String words() {
    return words;
  }

  /** The word in addresses and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean reads(NoteFor note) {
    return notes.contains(note);
  }

  /** Whether they may know which learner was there and which was not. */
  public boolean seesPeople() {
    return this != DESIGNER;
  }

  /** Whether they may know who of the team did what, and what was amended. */
  boolean seesTeam() {
    return this != CLIENT;
  }

  /** Whether addresses of people are for them. */
  boolean seesAddresses() {
    return this == PRODUCER;
  }
}
