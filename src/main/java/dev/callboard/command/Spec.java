package dev.callboard.command;

import dev.callboard.plan.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a command without running it: help, usage lines, menus and manifests are made of
 * it.
 *
 * @param who roles that may; a plan may let facilitators do more
 * @param summary one short sentence without a full stop
 * @param examples lines that work in most classes
 * @param rank place in menus; the ten lowest of those above 0 get a slash command of their own
 */
public record Spec(
    String word,
    List<Param> params,
    Set<Role> who,
    String summary,
    List<String> examples,
    int rank) {

  /** Those who run the class. */
  public static final Set<Role> PRODUCER = Set.of(Role.PRODUCER);

  /** Those who stand before the class, too. */
  public static final Set<Role> STAGE = Set.of(Role.PRODUCER, Role.FACILITATOR);

  /** All who may read backstage. */
  public static final Set<Role> TEAM = Set.of(Role.PRODUCER, Role.FACILITATOR, Role.DESIGNER);

  /** Everybody. */
  public static final Set<Role> ALL = Set.copyOf(EnumSet.allOf(Role.class));

  public Spec {
    params = List.copyOf(params);
    who = Set.copyOf(who);
    examples = List.copyOf(examples);
  }

  /** The word with its parameters: {@code page [NUMBER|next]}. */
  public String usage() {
    return params.stream()
        .filter(Param::shown)
        .map(Param::usage)
        .collect(Collectors.joining(" ", word + " ", ""))
        .strip();
  }
}
