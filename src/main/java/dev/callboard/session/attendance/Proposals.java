package dev.callboard.session.attendance;

import dev.callboard.chat.Spelling;
import dev.callboard.plan.Member;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes, by their names and what they wrote, who of the plan somebody may be: for a person to
 * confirm.
 */
public final class Proposals {

  private static final int MOST = 3;

  private final List<Candidate> candidates;

  private record Candidate(Member member, String plain, Set<String> words) {
    static Candidate of(Member member) {
      String plain = Likeness.plain(member.name());
      return new Candidate(member, plain, wordsOf(plain));
    }
  }

  /** Among these people. */
  Proposals(Collection<Member> people) {
    candidates = people.stream().map(Candidate::of).toList();
  }

  /**
   * Those who may be meant, the likeliest first: whose address they wrote, of whom such a name was
   * confirmed, those of the same name, else of similar ones.
   */
  public List<Member> of(Party party) {
    Set<Member> all = new LinkedHashSet<>();
    if (party.owner() instanceof Owner.Unknown unknown) {
      Stream.of(unknown.written(), unknown.namesake()).filter(Objects::nonNull).forEach(all::add);
    }
    if (Likeness.telling(party.name())) {
      all.addAll(similar(Likeness.plain(party.name())));
    }
    return all.stream().limit(MOST).toList();
  }

  private List<Member> similar(String wanted) {
    List<Member> same = those(candidate -> candidate.plain().equals(wanted)).toList();
    Set<String> words = wordsOf(wanted);
    return same.isEmpty() ? those(candidate -> near(wanted, words, candidate)).toList() : same;
  }

  private Stream<Member> those(Predicate<Candidate> meant) {
    return candidates.stream().filter(meant).map(Candidate::member).limit(MOST);
  }

  private static boolean near(String wanted, Set<String> words, Candidate candidate) {
    if (Spelling.slips(wanted, candidate.plain()) <= 1) {
      return true;
    }
    return words.size() == 1
        ? candidate.words().containsAll(words) && wanted.length() >= 3
        : initials(words, candidate.words()) || initials(candidate.words(), words);
  }

  /** {@code Pat L} for Pat Learner: every word is one of the other's, or the beginning of one. */
  private static boolean initials(Set<String> few, Set<String> many) {
    return few.size() <= many.size()
        && few.stream().anyMatch(word -> word.length() >= 3 && many.contains(word))
        && few.stream().allMatch(word -> many.stream().anyMatch(other -> other.startsWith(word)));
  }

  private static Set<String> wordsOf(String plain) {
    return Arrays.stream(plain.split(" ")).collect(Collectors.toSet());
  }
}
