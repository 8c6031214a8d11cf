package dev.callboard.report.deeds;

import dev.callboard.report.deeds.Deed.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a timeline is to be shown.
 *
 * @param kind null for all
 * @param person who did it or is named in it, by the name in it; null for everybody
 */
public record Sieve(@Nullable Kind kind, @Nullable String person) {

  public static final Sieve ALL = new Sieve(null, null);

  /** As an address has it; a kind that there is not, and nobody, are all. */
  public static Sieve of(Optional<String> kind, Optional<String> person) {
    return new Sieve(
        Stream.of(Kind.values())
            .filter(one -> one.word().equals(kind.orElse("")))
            .findFirst()
            .orElse(null),
        person.filter(name -> !name.isBlank()).orElse(null));
  }

  public List<Deed> of(List<Deed> deeds) {
    return deeds.stream().filter(this::lets).toList();
  }

  private boolean lets(Deed deed) {
    return (kind == null || deed.kind() == kind)
        && (person == null || deed.people().contains(person));
  }

  public Sieve with(@Nullable Kind other) {
    return new Sieve(other, person);
  }

  /** The question of an address that asks for it, such as {@code kind=notes&person=Priya+Nair}. */
  public String query(String... more) {
    List<String> parts = new ArrayList<>(List.of(more));
    if (kind != null) {
      parts.add("kind=" + kind.word());
    }
    if (person != null) {
      parts.add("person=" + URLEncoder.encode(person, StandardCharsets.UTF_8));
    }
    return "?" + String.join("&", parts);
  }
}
