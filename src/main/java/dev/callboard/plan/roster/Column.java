package dev.callboard.plan.roster;

import dev.callboard.plan.table.CellTexts;
import dev.callboard.plan.table.Heading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column of a roster, by any of the names people give it. */
enum Column implements Heading {
  PLAN("class|plan|class key|plan key|course|course key"),
  NAME("name|full name|learner|participant|display name"),
  EMAIL("email|e mail|mail|email address|e mail address"),
  ROLE("role"),
  LANGUAGE("language|lang|locale"),
  ACCOMMODATIONS("accommodations|accommodation|needs");

  /** In lower case, its own first, with bars between them. */
  private final String names;

  Column(String names) {
    this.names = names;
  }

  /** The name it has in files that Callboard writes, too. */
  @Override
  public String word() {
    return names().getFirst();
  }

  private List<String> names() {
    return Arrays.asList(names.split("\\|", -1));
  }

  static Optional<Column> named(String heading) {
    String plain = CellTexts.heading(heading);
    return Arrays.stream(values()).filter(column -> column.names().contains(plain)).findFirst();
  }

  static String all() {
    return String.join(", ", Arrays.stream(values()).map(Column::word).toList());
  }
}
