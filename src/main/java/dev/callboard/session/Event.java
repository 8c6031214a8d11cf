package dev.callboard.session;

import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Policy;
import dev.callboard.session.attendance.Company;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Settling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a class. Events are kept for ever as they were; a correction is
 * another event. Names and parts are written to disk: add, never rename.
 */
public sealed interface Event {

  /**
   * The class was opened.
   *
   * @param plan as it stood at that moment; later changes of the file do not reach this delivery
   * @param plannedStart null when the class starts whenever somebody says so
   */
  record Opened(Plan plan, Rooms rooms, @Nullable Instant plannedStart) implements Event {}

  /** A platform account was found to be a person of the plan, by id or by verified address. */
  record Recognised(String person, Person account) implements Event {}

  /** The class clock runs. The first segment begins with it. */
  record Started() implements Event {}

  /** A segment began, by going on or by going back; the one before it ended. */
  record Entered(String segment) implements Event {}

  record Ended() implements Event {}

  /**
   * A segment was given more time, or less.
   *
   * @param by negative when it was shortened
   */
  record Extended(String segment, Duration by) implements Event {}

  /** A segment is left out, or what remains of the running one. */
  record Skipped(String segment) implements Event {}

  /** A segment that was left out counts again. */
  record Restored(String segment) implements Event {}

  /** The clock of the segment stands still. */
  record Paused() implements Event {}

  record Resumed() implements Event {}

  /**
   * A segment changed its place in the running order.
   *
   * @param after the segment it now follows; null when it comes first
   */
  record Moved(String segment, @Nullable String after) implements Event {}

  /**
   * A segment that the plan does not know was put into the running order.
   *
   * @param segment its key, which no other segment of the class has
   * @param after the segment it follows; null when it comes first
   */
  record Inserted(String segment, String title, Duration planned, @Nullable String after)
      implements Event {}

  /** Somebody else of the team leads a segment. */
  record Led(String segment, String person) implements Event {}

  /**
   * Something was said to the class.
   *
   * @param post counted from 1 within the class
   * @param subject what was posted: a resource's key, a page's number, or a free text
   */
  record Posted(int post, PostKind kind, String subject) implements Event {}

  record Reworded(int post, String text) implements Event {}

  record TakenBack(int post) implements Event {}

  /**
   * A remark was kept.
   *
   * @param segment the segment at that moment, or null outside the running class
   * @param behind how far behind the clock the class was, negative when ahead; null outside the
   *     running class
   */
  record Noted(NoteFor reader, String text, @Nullable String segment, @Nullable Duration behind)
      implements Event {}

  /** A technical trouble came up. Issues are counted from 1 within the class. */
  record IssueRaised(int issue, Issue.What what, @Nullable String segment) implements Event {}

  /** What became of an issue. To the state that it is in, more is said of it. */
  record IssueTurned(int issue, Issue.State state, String text) implements Event {}

  /** The newest turn of an issue was a mistake; of the first, which is 0, all of it was. */
  record IssueUndone(int issue, int turn) implements Event {}

  /**
   * A private timing message was said to one person.
   *
   * @param prompt counted from 1 within the class
   * @param said the marks it was for
   * @param passed marks that came so late that one of those said makes them idle
   * @param text its words; null in logs from before they were kept
   */
  record Prompted(
      int prompt, String to, List<Reached> said, List<Reached> passed, @Nullable String text)
      implements Event {}

  /** Somebody pressed that they have seen a prompt. Whoever acts has seen theirs, too. */
  record Seen(int prompt) implements Event {}

  /** Somebody wants to be told once more, then. */
  record Snoozed(int prompt, Instant at) implements Event {}

  /**
   * Prompts that nobody had seen took another way.
   *
   * @param to who was told; the same person, on another account, or those beside them
   */
  record Relayed(List<Integer> prompts, List<String> to) implements Event {
    public Relayed {
      prompts = List.copyOf(prompts);
      to = List.copyOf(to);
    }
  }

  /** A change gave so much time back that marks already said lie ahead once more. */
  record Rearmed(List<String> marks) implements Event {
    public Rearmed {
      marks = List.copyOf(marks);
    }
  }

  /**
   * What brought marks ahead once more was taken back before they were said again, so they count as
   * said when they were.
   *
   * @param marks with when they were due then
   */
  record Disarmed(List<Reached> marks) implements Event {
    public Disarmed {
      marks = List.copyOf(marks);
    }
  }

  /**
   * Marks of a prompt that did not leave before somebody else took the lead, or before they lay
   * ahead once more: nobody has heard them, so they are said when they are due.
   */
  record Freed(List<String> marks) implements Event {
    public Freed {
      marks = List.copyOf(marks);
    }
  }

  /**
   * Marks that were due but are not said any more: their segment was left, which made them idle, or
   * so much time passed that they are of no use.
   */
  record Missed(List<Reached> marks) implements Event {
    public Missed {
      marks = List.copyOf(marks);
    }
  }

  /**
   * Somebody asked for a prompt at a time of their own.
   *
   * @param number counted from 1 within the class
   * @param to who is told; when it is for whoever leads then, who would be if nobody does
   * @param by who asked, when it is for whoever leads then; null when it is for {@code to} alone
   */
  record Asked(int number, String to, String text, Instant at, @Nullable String by)
      implements Event {}

  /** A person wants no timing prompts, until they want them again. */
  record Hushed(String person, boolean quiet) implements Event {}

  /**
   * How a person wants to be prompted.
   *
   * @param identity what they are known by in other classes, which this is for, too; null when it
   *     was brought from there, or there is none
   */
  record Profiled(String person, @Nullable String identity, Profile profile) implements Event {}

  /**
   * A mark of the clock, and when it was due as the class then stood.
   *
   * @param mark such as {@code left/poll/5}: the poll has five minutes left
   */
  record Reached(String mark, Instant due) {}

  /**
   * The first word came of one time that a meeting of the class is held; all that is told of that
   * time belongs to this class, whenever it comes.
   */
  record Convened(Place meeting, String occurrence) implements Event {}

  /** Something that a meeting told, as it came. */
  record Witnessed(Sighting sighting) implements Event {}

  /**
   * What earlier classes of the client taught about who is who.
   *
   * @param aliases people by what they were known by
   */
  record Acquainted(Map<String, String> aliases) implements Event {
    public Acquainted {
      aliases = Map.copyOf(aliases);
    }
  }

  /**
   * A person confirmed who somebody in the meeting is.
   *
   * @param traits what that one is known by
   * @param person of the plan; empty for nobody of it
   * @param identity what the person is known by in other classes of the client, which this is
   *     remembered for; null when there is none
   * @param client whose classes those are; empty for nobody's in particular
   */
  record Matched(List<String> traits, String person, @Nullable String identity, String client)
      implements Event {
    public Matched {
      traits = List.copyOf(traits);
    }
  }

  /** Two in the meeting are one human being, whoever that is. */
  record Merged(String trait, String with) implements Event {}

  /**
   * What was confirmed of these traits holds no longer, in this class and those to come.
   *
   * @param client as in {@code Matched}
   */
  record Forgotten(List<String> traits, String client) implements Event {
    public Forgotten {
      traits = List.copyOf(traits);
    }
  }

  /** A stay is not of whom it was taken for. */
  record Parted(String stay) implements Event {}

  /**
   * Attendance written by hand.
   *
   * @param kind null takes back what was written
   */
  record Marked(String person, Mark.@Nullable Kind kind, String reason) implements Event {}

  /**
   * People sit in one room with somebody who is in the meeting.
   *
   * @param person by key; of somebody whom nobody knows, such as a room, the trait of their stay
   */
  record Accompanied(String person, Company company) implements Event {}

  /** Other rules of attendance hold for this class; null for those of the plan. */
  record Ruled(@Nullable Policy policy) implements Event {}

  /** The roll was posted backstage, where it is edited from now on. */
  record Rolled() implements Event {}

  /** The report of the class was posted backstage; from the second time on, the post was edited. */
  record Reported() implements Event {}

  /** New facts were looked at, and what they ask for was said. */
  record Settled(Settling settling) implements Event {}

  /**
   * A platform gave its own account of a meeting, as a whole: it takes the place of an earlier one.
   *
   * @param agrees whether it says what was settled before it came; an older log does not tell
   */
  record Accounted(MeetingRecord record, boolean agrees) implements Event {

    /** One that is still to be compared. */
    public Accounted(MeetingRecord record) {
      this(record, false);
    }
  }

  /**
   * The platforms were asked for their accounts of meetings, and not all gave them.
   *
   * @param times how often they were asked by now
   */
  record Unaccounted(int times, String reason) implements Event {}

  /**
   * What was told was compared with the platforms' accounts, and attendance is settled.
   *
   * @param accounts whether those accounts count from now on; else what was told
   */
  record Reconciled(boolean accounts) implements Event {}

  /** Somebody signed attendance off. */
  record Finalised() implements Event {}

  /**
   * Somebody wants a person erased from this class's log, and from those of the client's other
   * classes.
   *
   * @param person of the plan; of somebody who is not, a trait of theirs
   */
  record Erasing(String person) implements Event {}

  /**
   * People were erased from the log before this event: other names stand there.
   *
   * @param everybody whether none but the team is left in it
   */
  record Erased(int people, boolean everybody) implements Event {}

  /**
   * Somebody was asked how the class went.
   *
   * @param round the first, or which reminder, counted from 1
   */
  record DebriefAsked(String person, int round) implements Event {}

  /**
   * Somebody said how the class went; a later word of theirs on the same takes its place.
   *
   * @param segment the activity it is about; null when it is about the whole class
   * @param went how the activity went; null when it is about the whole class
   * @param text their words; may be empty of an activity
   */
  record Debriefed(Topic topic, @Nullable String segment, @Nullable Went went, String text)
      implements Event {}

  /** Somebody has no more to say of how the class went, and is asked no more. */
  record DebriefDone(String person) implements Event {}

  /** All who were asked have answered, or it has been long enough. */
  record DebriefClosed() implements Event {}

  /** A message did not reach whom it was for. */
  record Undelivered(String key, String reason) implements Event {}

  /** What a post is. */
  enum PostKind {
    WELCOME,
    LINK,
    LINKS,
    PAGE,
    SAY
  }

  /** Who a note is for. */
  enum NoteFor {
    DESIGNER,
    FACILITATOR,
    CLIENT,
    TEAM
  }

  /** What a debrief asks for. */
  enum Topic {
    KEEP,
    CHANGE,
    NEXT,
    ACTIVITY
  }

  /** How an activity went. */
  enum Went {
    WELL,
    SO_SO,
    BADLY
  }
}
