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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  private static final String NOBODYS = "none";

  @Parameters(paramLabel = "PLAN", description = "The plan's key.")
  private String plan = "";

  @Option(
      names = "--client",
      paramLabel = "KEY",
      description = "Whose deliveries, where several clients have some; none for nobody's.")
  private @Nullable String client;

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
    List<SessionId> classes = archive.ofCourse(plan);
    if (classes.isEmpty()) {
      return Inquiry.complain(unknown(archive));
    }
    Map<String, List<DeliverySummary>> byClient = summaries(archive, classes);
    if (byClient.isEmpty()) {
      return Inquiry.complain(
          "“" + plan + "” has no class that has ended (expected: one at least)");
    }
    if (client == null && byClient.size() > 1) {
      return Inquiry.complain(whose("given for several clients", byClient.keySet()));
    }
    List<DeliverySummary> own =
        client == null ? byClient.values().iterator().next() : byClient.get(client);
    if (own == null) {
      return Inquiry.complain(whose("not given for " + client, byClient.keySet()));
    }
    Digest digest = Digest.of(own).orElseThrow();
    return revise == null ? print(digest) : print(digest, revise);
  }

  private String whose(String had, Set<String> clients) {
    String one = "--client with one of " + String.join(", ", clients);
    return "“" + plan + "” was " + had + " (expected: " + one + ")";
  }

  private String unknown(Archive archive) {
    return archive.ofPlan(plan).stream()
        .findFirst()
        .flatMap(archive::session)
        .map(copy ->
            "“" + plan + "” is a copy (expected: " + copy.plan().courseKey() + ", its course)")
        .orElseGet(() -> "“" + plan + "” was never given (" + hint(archive) + ")");
  }

  private String hint(Archive archive) {
    List<String> plans =
        archive.newest(Inquiry.COMPARED).stream()
            .map(id -> id.value().replaceAll("-\\d{4}(-\\d+)?$", ""))
            .distinct()
            .toList();
    return Inquiry.hint(plan, plans, "there is no class yet", "expected: a plan's key");
  }

  /** By whose they are. One class after the other, so that no more than one log is in memory. */
  private static Map<String, List<DeliverySummary>> summaries(
      Archive archive, List<SessionId> classes) {
    Map<String, List<DeliverySummary>> byClient = new TreeMap<>();
    for (SessionId id : classes) {
      archive
          .session(id)
          .ifPresent(session ->
              DeliverySummary.of(session)
                  .ifPresent(summary ->
                      byClient
                          .computeIfAbsent(client(session), _ -> new ArrayList<>())
                          .add(summary)));
    }
    return byClient;
  }

  private static String client(Session session) {
    String key = session.plan().clientKey();
    return key.isEmpty() ? NOBODYS : key;
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
