package dev.callboard.session.attendance;

import dev.callboard.plan.Policy;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What people decided about who was there.
 *
 * @param matches whose a trait is, confirmed in this class; the empty text for nobody of the roster
 * @param aliases whose a trait is, confirmed in earlier classes of the client
 * @param together pairs of traits that are one person's, whoever that is
 * @param parted stays that stand for themselves, whatever their traits
 * @param marks written by hand, by person
 * @param company those in one room with somebody, by that person
 * @param policy what holds for this class instead of the plan's; null while the plan's does
 */
public record Decisions(
    PMap<String, String> matches,
    PMap<String, String> aliases,
    PSet<Same> together,
    PSet<String> parted,
    PMap<String, Mark> marks,
    PMap<String, Company> company,
    @Nullable Policy policy) {

  /** Nobody of the roster: a guest, and known to be one. */
  public static final String NOBODY = "";

  static final Decisions NONE =
      new Decisions(
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePSet.empty(),
          HashTreePSet.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          null);

  public Decisions acquainted(PMap<String, String> known) {
    return new Decisions(matches, known, together, parted, marks, company, policy);
  }

  public Decisions matched(Collection<String> traits, String person) {
    PMap<String, String> next = matches;
    for (String trait : traits) {
      next = next.plus(trait, person);
    }
    return new Decisions(next, aliases, together, parted, marks, company, policy);
  }

  public Decisions merged(String trait, String with) {
    return new Decisions(
        matches, aliases, together.plus(Same.of(trait, with)), parted, marks, company, policy);
  }

  /** All that was said of a stay before no longer holds; what is said of it from now on does. */
  public Decisions parted(String stay) {
    List<Same> said = together.stream().filter(same -> same.names(stay)).toList();
    return new Decisions(
        matches.minus(stay),
        aliases,
        together.minusAll(said),
        parted.plus(stay),
        marks,
        company,
        policy);
  }

  /** Whose these traits are is open again. */
  public Decisions forgotten(Collection<String> traits) {
    return new Decisions(
        matches.minusAll(traits),
        aliases.minusAll(traits),
        together,
        parted,
        marks,
        company,
        policy);
  }

  public Decisions marked(String person, @Nullable Mark mark) {
    PMap<String, Mark> next = mark == null ? marks.minus(person) : marks.plus(person, mark);
    return new Decisions(matches, aliases, together, parted, next, company, policy);
  }

  public Decisions accompanied(String person, Company with) {
    return new Decisions(
        matches, aliases, together, parted, marks, company.plus(person, with), policy);
  }

  public Decisions ruled(@Nullable Policy rule) {
    return new Decisions(matches, aliases, together, parted, marks, company, rule);
  }
}
