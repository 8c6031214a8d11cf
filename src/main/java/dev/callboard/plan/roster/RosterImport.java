package dev.callboard.plan.roster;

import dev.callboard.plan.Library;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.table.TableFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes rosters of many classes from one file, and lays each beside its plan. */
public final class RosterImport {

  private RosterImport() {}

  /**
   * What came of it.
   *
   * @param written whether anything was: with one mistake nothing is
   * @param mistaken whether there is one, though it be none of the findings that are kept
   */
  public record Outcome(
      int classes, int people, boolean written, boolean mistaken, List<Finding> findings) {
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Where rosters come from.
   *
   * @param name how findings name the file
   * @param plan whose roster it is, so that no column says so; null when one does
   */
  public record Source(Path file, String name, @Nullable String plan) {}

  /**
   * The plans that may be brought rosters.
   *
   * @param keys of them
   * @param folder where they are
   */
  public record Plans(Collection<String> keys, Library library, Path folder) {

    /** All plans of a folder. */
    public static Plans all(Library library, Path folder) {
      return new Plans(library.keys(), library, folder);
    }
  }

  /** The same as {@link #of(Source, Plans, boolean)} of a file that names its plans. */
  public static Outcome of(Path file, Plans plans, boolean dry) throws IOException {
    String name = String.valueOf(file.getFileName());
    return of(new Source(file, name, null), plans, dry);
  }

  /**
   * Imports a file, which is the whole roster of each class it names; other classes keep theirs.
   * All rosters are on disk before the first takes the place of the one before; a crash just then
   * may leave some classes with their new roster and others with their old one, each whole, and a
   * folder {@code .rosters…} that nobody reads. Importing the file again puts that right.
   *
   * @param dry to look for mistakes only
   * @throws IOException when they cannot be kept
   */
  public static Outcome of(Source source, Plans plans, boolean dry) throws IOException {
    TableFindings findings = new TableFindings(source.name());
    Map<String, List<RosterRow>> rows =
        new RosterReader(plans.keys(), source.plan(), findings).read(source.file());
    rows.forEach((key, roster) ->
        plans.library().alone(key).ifPresent(plan -> RosterBeside.fit(plan, roster, findings)));
    boolean written = !dry && !findings.mistaken();
    if (written) {
      RosterFiles.write(plans.folder(), rows);
    }
    int people = rows.values().stream().mapToInt(List::size).sum();
    return new Outcome(rows.size(), people, written, findings.mistaken(), findings.all());
  }
}
