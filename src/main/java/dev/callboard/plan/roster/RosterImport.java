package dev.callboard.plan.roster;

import dev.callboard.plan.Reading.Finding;
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
   */
  public record Outcome(int classes, int people, boolean written, List<Finding> findings) {
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

  /** The same as {@link #of(Source, Collection, Path, boolean)} of a file that names its plans. */
  public static Outcome of(Path file, Collection<String> plans, Path folder, boolean dry)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    return of(new Source(file, name, null), plans, folder, dry);
  }

  /**
   * Imports a file, which is the whole roster of each class it names; other classes keep theirs.
   *
   * @param plans keys of all plans there are
   * @param folder of the plans
   * @param dry to look for mistakes only
   */
  public static Outcome of(Source source, Collection<String> plans, Path folder, boolean dry)
      throws IOException {
    RosterFindings findings = new RosterFindings(source.name());
    Map<String, List<RosterRow>> rows =
        new RosterReader(plans, source.plan(), findings).read(source.file());
    boolean written = !dry && !findings.mistaken();
    if (written) {
      for (Map.Entry<String, List<RosterRow>> roster : rows.entrySet()) {
        RosterFile.write(folder, roster.getKey(), roster.getValue());
      }
    }
    int people = rows.values().stream().mapToInt(List::size).sum();
    return new Outcome(rows.size(), people, written, findings.all());
  }
}
