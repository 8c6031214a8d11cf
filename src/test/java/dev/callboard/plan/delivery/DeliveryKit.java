package dev.callboard.plan.delivery;

import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.plan.delivery.DeliveryImport.Outcome;
import dev.callboard.plan.delivery.DeliveryImport.Plans;
import dev.callboard.plan.delivery.DeliveryImport.Wish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A folder with two plans, into which tables are taken. */
final class DeliveryKit {

  static final String HEAD = "copy,key,date,time,zone,title,facilitator,zoom meeting\n";
  static final Wish KEEP = new Wish(false, false);

  final Path folder;
  final PlanFolder plans;
  private final Path in;

  DeliveryKit(Path home) throws IOException {
    folder = Files.createDirectory(home.resolve("plans"));
    in = Files.createDirectory(home.resolve("in"));
    for (String key : List.of("hybrid-meetings", "feedback-90")) {
      Files.copy(Path.of("config/plans/" + key + ".yaml"), folder.resolve(key + ".yaml"));
    }
    plans = new PlanFolder(folder, Set.of("page", "link"));
  }

  Path file(String name, byte[] bytes) throws IOException {
    return Files.write(in.resolve(name), bytes);
  }

  Outcome takes(String name, byte[] bytes, Wish wish) throws IOException {
    Path file = file(name, bytes);
    return DeliveryImport.of(file, name, new Plans(plans.keys(), plans, folder, null), wish);
  }

  Outcome takes(String csv) throws IOException {
    return takes("in.csv", csv.getBytes(StandardCharsets.UTF_8), KEEP);
  }

  static List<String> said(Outcome outcome) {
    return outcome.findings().stream().map(Object::toString).toList();
  }

  Plan plan(String key) {
    return plans.read(key).orElseThrow().usable().orElseThrow();
  }

  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  static byte[] workbook(Consumer<Worksheet> filling) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", null)) {
      filling.accept(workbook.newWorksheet("classes"));
    }
    return out.toByteArray();
  }

  static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      sheet.value(row, i, cells[i]);
    }
  }
}
