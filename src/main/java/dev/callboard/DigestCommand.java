package dev.callboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.callboard.plan.PlanReader;
import dev.callboard.report.digest.DeliverySummary;
import dev.callboard.report.digest.Digest;
import dev.callboard.report.digest.DigestText;
import dev.callboard.report.digest.PlanRevision;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.store.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells a designer what all deliveries of a plan teach. A server may be running meanwhile. */
@Command(
    name = "digest",
    description = "Says what all deliveries of a plan teach, and what to plan otherwise.",
    mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PLAN", description = "The plan's key.")
  private String plan = "";

  @Option(names = "--json", description = "As JSON; lengths as ISO 8601 has them, such as PT5M.")
  private boolean json;

  @Option(
      names = "--revise",
      paramLabel = "FILE",
      description = "The plan's file: prints it with the minutes proposed, and changes no file.")
  private @Nullable Path revise;

  @Option(names = "--config", paramLabel = "FILE", description = "The settings' file.")
  private @Nullable Path config;

  @Override
  public Integer call() throws IOException {
    if (json && revise != null) {
      return Inquiry.complain("--json: with --revise (expected: one of them)");
    }
    return Inquiry.ask("digest", config, this::print);
  }

  private int print(Archive archive) throws IOException {
    List<SessionId> classes = archive.ofPlan(plan);
    if (classes.isEmpty()) {
      return Inquiry.complain("“" + plan + "” was never given (" + hint(archive) + ")");
    }
    Optional<Digest> digest = Digest.of(summaries(archive, classes));
    if (digest.isEmpty()) {
      return Inquiry.complain(
          "“" + plan + "” has no class that has ended (expected: one at least)");
    }
    return revise == null ? print(digest.get()) : print(digest.get(), revise);
  }

  private String hint(Archive archive) {
    List<String> plans =
        archive.newest(Inquiry.COMPARED).stream()
            .map(id -> id.value().replaceAll("-\\d{4}(-\\d+)?$", ""))
            .distinct()
            .toList();
    return Inquiry.hint(plan, plans, "there is no class yet", "expected: a plan's key");
  }

  /** One class after the other, so that no more than one log is in memory. */
  private static List<DeliverySummary> summaries(Archive archive, List<SessionId> classes) {
    return classes.stream()
        .map(archive::session)
        .flatMap(Optional<Session>::stream)
        .map(DeliverySummary::of)
        .flatMap(Optional::stream)
        .toList();
  }

  private int print(Digest digest) throws IOException {
    if (json) {
      System.out.println(mapper().writeValueAsString(digest));
    } else {
      DigestText.lines(digest).forEach(System.out::println);
    }
    return 0;
  }

  private int print(Digest digest, Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return Inquiry.complain("--revise: " + file + " cannot be read (expected: the plan's file)");
    }
    PlanRevision.Revised revised =
        new PlanRevision(new PlanReader(Commands.registry().words()))
            .apply(digest.plan(), Files.readString(file), digest.proposals());
    revised.applied().forEach(proposal -> System.err.println(proposal.sentence() + "."));
    revised.left().forEach(sentence -> System.err.println("Left as it is: " + sentence + "."));
    revised.reading().findings().forEach(System.err::println);
    System.out.print(revised.text());
    System.out.flush();
    return revised.reading().usable().isPresent() ? 0 : 1;
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .build();
  }
}
