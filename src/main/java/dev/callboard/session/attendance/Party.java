package dev.callboard.session.attendance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One human being in the meeting: all stays that are surely theirs.
 *
 * @param traits all that they can be known by, the surest first
 */
public record Party(List<Stay> stays, List<String> traits, Owner owner) {

  public Party {
    stays =
        stays.size() == 1
            ? List.copyOf(stays)
            : stays.stream().sorted(Comparator.comparing(Stay::key)).toList();
    traits = List.copyOf(traits);
  }

  /** As the meeting showed them last. */
  public String name() {
    return stays.size() == 1 ? stays.getFirst().name() : newestName();
  }

  private String newestName() {
    return stays.stream()
        .max(Comparator.comparing((Stay stay) -> stay.who().named()).thenComparing(Stay::name))
        .map(Stay::name)
        .orElse("");
  }

  /** What its first stay is known by, itself alone. */
  public String own() {
    return stays.getFirst().trait();
  }

  /**
   * All that a person confirms with it: what it is known by for sure, and its name, if that says
   * who somebody is.
   */
  public List<String> confirmable() {
    List<String> all = new ArrayList<>(traits);
    if (Likeness.telling(name())) {
      all.add(Trait.name(name()));
    }
    return all;
  }

  /** The number people type, that of the first stay told of. */
  public int number() {
    return stays.stream().mapToInt(Stay::number).min().orElse(0);
  }

  /** Whether any of its stays is by telephone. */
  public boolean phone() {
    return stays.stream().anyMatch(stay -> stay.who().phone() != null);
  }
}
