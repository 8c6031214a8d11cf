package dev.callboard.report.picture;

import java.util.ArrayList;
import java.util.List;

/** Moves labels on a line apart, each as little as need be. */
final class Apart {

  private Apart() {}

  /** Labels that stand side by side without a gap. */
  private record Group(double sum, int size) {

    /** Where the first of them is so that together they are nearest to where they want to be. */
    double first(double gap) {
      return sum / size - gap * (size - 1) / 2;
    }

    double end(double gap) {
      return first(gap) + gap * size;
    }

    Group and(Group next) {
      return new Group(sum + next.sum, size + next.size);
    }
  }

  /**
   * Where labels are to stand.
   *
   * @param gap from the middle of one to the middle of the next, at least
   * @param wanted where they want to be, from left to right
   * @param least where the first may be
   * @param most where the last may be; where there is no room for all they come closer than the gap
   */
  static List<Double> by(double gap, List<Double> wanted, double least, double most) {
    double room = (most - least) / Math.max(1, wanted.size() - 1);
    List<Double> free = apart(Math.min(gap, room), wanted);
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < free.size(); i++) {
      double before = Math.min(gap, room) * i;
      double after = Math.min(gap, room) * (free.size() - 1 - i);
      places.add(Math.clamp(free.get(i), least + before, Math.max(least + before, most - after)));
    }
    return places;
  }

  private static List<Double> apart(double gap, List<Double> wanted) {
    List<Group> groups = new ArrayList<>();
    for (double one : wanted) {
      Group group = new Group(one, 1);
      while (!groups.isEmpty() && groups.getLast().end(gap) > group.first(gap)) {
        group = groups.removeLast().and(group);
      }
      groups.add(group);
    }
    List<Double> places = new ArrayList<>();
    for (Group group : groups) {
      for (int i = 0; i < group.size(); i++) {
        places.add(group.first(gap) + gap * i);
      }
    }
    return places;
  }
}
