package dev.callboard.bench;

import dev.callboard.bench.Visitor.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What people look at, with two thousand classes live and five hundred desks open: one run, every
 * figure beside its goal, and beside what a bare Helidon server takes to send as many bytes. All
 * come in by the real door, with the link that the chat gave them.
 */
public final class DeskBench {

  private static final int CLASSES = 2_000;
  private static final int DESKS = 500;

  /** Lead producers, each of whom may have that many pages open at one class. */
  private static final int LEADS = 100;

  private static final int PAGES_OF_A_LEAD = DESKS / LEADS;
  private static final int LOOKS = 100;
  private static final int WARM_LOOKS = 25;
  private static final int NOTES_PER_SECOND = 20;
  private static final int ROUNDS = 7;
  private static final int WARM = 4;
  private static final String DATABASE = "desks.db";
  private static final Pattern ROW = Pattern.compile("\\{\"id\":\"live-");

  private final Servers servers;

  private DeskBench(Servers servers) {
    this.servers = servers;
  }

  /**
   * Runs it all; the first argument is the project's target folder, a second may say {@code live}
   * or {@code reading} to run that part alone.
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]).toAbsolutePath().resolve("bench/desk");
    Servers servers = new Servers(Files.createDirectories(folder));
    StringBuilder leads = new StringBuilder("title: Bench\nleads:\n");
    for (int i = 0; i < LEADS; i++) {
      leads.append("  - lead").append(i).append("@example.com\n");
    }
    servers.client("bench", leads.toString());
    try (SlackStub slack = new SlackStub();
        Child bare = servers.bare()) {
      List<String> parts = args.length > 1 ? List.of(args[1]) : List.of("live", "reading");
      if (parts.contains("live")) {
        new DeskBench(servers).live(slack, bare);
      }
      if (parts.contains("reading")) {
        new ReadingBench(servers).read(slack, bare);
      }
    }
  }

  private void live(SlackStub slack, Child bare) throws Exception {
    servers.forget(DATABASE);
    servers.plan("live", "client: bench\n" + LiveClasses.plan());
    try (Child server = servers.callboardWithPages(slack, DATABASE)) {
      new LiveClasses(CLASSES, server.port()).begin();
      server.settle();
    }
    try (Child server = servers.callboardWithPages(slack, DATABASE)) {
      board(server, bare);
      server.settle();
      desks(server, bare);
    }
  }

  private void board(Child server, Child bare) throws Exception {
    List<Visitor> leads = leads(server);
    Visitor lead = leads.getFirst();
    Answer first = lead.gets("/desk/-/rows", "\"pending\"");
    say("board of 2,000, the first after a start", first.first(), "%.0f ms", "goal <= 200 ms");
    say("  rows in it; the others follow", rows(first.body()), "%.0f", "");
    say("  until all are there", untilAll(lead), "%.0f ms", "");
    server.settle();
    try (Background _ = new Background(server)) {
      looks(leads, WARM_LOOKS);
      double before = server.processorMicros();
      Looks looks = looks(leads, LOOKS);
      double micros = (server.processorMicros() - before) / LOOKS;
      double[] reference = firsts(bare, looks.bytes());
      say("board, 20 changes/s: the page, p50", at(looks.page(), 50), "%.1f ms", "");
      say("  p99", at(looks.page(), 99), "%.1f ms", "");
      say("  first byte of its rows, p50", at(looks.stream(), 50), "%.1f ms", "");
      say("  p99", at(looks.stream(), 99), "%.1f ms", "goal <= 200 ms");
      say("  the same asked for once, p50", at(looks.rows(), 50), "%.1f ms", "");
      say("  p99", at(looks.rows(), 99), "%.1f ms", "goal <= 200 ms");
      say("  processor, changes and all", micros / 1e3, "%.0f ms a look", kilobytes(looks));
      say("  bare Helidon, as many bytes, p99", at(reference, 99), "%.1f ms", "");
    }
  }

  private static String kilobytes(Looks looks) {
    return "page, stream and once; %,d kB".formatted(looks.bytes() / 1000);
  }

  /** Milliseconds to first bytes, sorted, of whole boards. */
  @SuppressWarnings("ArrayRecordComponent") // nothing compares them
  private record Looks(double[] page, double[] stream, double[] rows, int bytes) {}

  private static List<Visitor> leads(Child server) throws IOException {
    List<Visitor> leads = new ArrayList<>();
    for (int i = 0; i < LEADS; i++) {
      leads.add(Visitor.enters(server.port(), "T0", "CELSE", "LEAD" + i));
    }
    return leads;
  }

  /**
   * Over so long a time that all rows are drawn anew meanwhile, for the clock goes on. Another lead
   * looks each time, for a stream that is left counts as its reader's for a while.
   */
  private static Looks looks(List<Visitor> leads, int count) throws IOException {
    double[] page = new double[count];
    double[] stream = new double[count];
    double[] rows = new double[count];
    int bytes = 0;
    for (int i = 0; i < count; i++) {
      Visitor lead = leads.get(i % LEADS);
      page[i] = lead.gets("/desk", "Board · Callboard").first();
      long start = System.nanoTime();
      try (Stream board = lead.follows("/desk/-/rows/stream")) {
        complete(board.next());
        stream[i] = (board.firstData() - start) / 1e6;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      Answer answer = lead.gets("/desk/-/rows", "\"pending\":0");
      complete(answer.body());
      rows[i] = answer.first();
      bytes = answer.body().length;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    Arrays.sort(page);
    Arrays.sort(stream);
    Arrays.sort(rows);
    return new Looks(page, stream, rows, bytes);
  }

  private static void complete(byte[] board) throws IOException {
    if (rows(board) != CLASSES) {
      throw new IOException("board: " + rows(board) + " rows (expected: " + CLASSES + ")");
    }
  }

  private static int rows(byte[] board) {
    return (int) ROW.matcher(new String(board, StandardCharsets.UTF_8)).results().count();
  }

  /** Milliseconds until a board that is followed has all rows. */
  private static double untilAll(Visitor lead) throws IOException {
    long start = System.nanoTime();
    try (Stream board = lead.follows("/desk/-/rows/stream")) {
      while (true) {
        String news = new String(board.next(), StandardCharsets.UTF_8);
        if (news.contains("\"pending\":0,")) {
          return (System.nanoTime() - start) / 1e6;
        }
      }
    }
  }

  /** First bytes of so many bytes from a bare server, which gives them to everybody. */
  static double[] firsts(Child bare, int bytes) throws IOException {
    Visitor nobody = new Visitor(bare.port(), "", "none=");
    double[] millis = new double[LOOKS];
    for (int i = -LOOKS; i < LOOKS; i++) {
      double first = nobody.gets("/bytes/" + bytes, "x").first();
      millis[Math.max(0, i)] = first;
    }
    Arrays.sort(millis);
    return millis;
  }

  /** Producers who keep a note now and then, so that boards have something to tell. */
  private static final class Background implements AutoCloseable {

    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<Void> typing;
    private volatile boolean over;

    Background(Child server) {
      Load load = new Load(server.port());
      Callable<Void> typing =
          () -> {
            for (int second = 0; !over; second++) {
              List<byte[]> notes = new ArrayList<>();
              for (int i = 0; i < NOTES_PER_SECOND; i++) {
                int number = (second * NOTES_PER_SECOND + i) % CLASSES;
                notes.add(note(number, "meanwhile"));
              }
              load.steady(notes, NOTES_PER_SECOND, "Noted");
            }
            return null;
          };
      this.typing = thread.submit(typing);
    }

    @Override
    public void close() {
      over = true;
      thread.close();
      typing.resultNow(); // fails if it failed
    }
  }

  private static byte[] note(int number, String text) {
    return Signed.command("T" + number, "CBACK" + number, "note " + text);
  }

  private void desks(Child server, Child bare) throws Exception {
    List<Visitor> producers = new ArrayList<>();
    for (int i = 0; i < DESKS; i++) {
      producers.add(Visitor.enters(server.port(), "T" + i, "CBACK" + i, "U07"));
    }
    if (producers.stream().map(Visitor::session).distinct().count() != DESKS) {
      throw new IOException("desks: not each of a class of its own");
    }
    Load load = new Load(server.port());
    try (OpenDesks desks =
        new OpenDesks(DESKS, producers::get, i -> streamOf(producers.get(i).session()))) {
      server.settle();
      double before = server.processorMicros();
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(20));
      double idle = (server.processorMicros() - before) / 20e6 * 100;
      say("500 desks of 500 classes, nothing happens", idle, "%.1f %%", "of one processor");
      Told told =
          rounds(
              desks,
              server,
              cue ->
                  load.flood(
                      IntStream.range(0, DESKS).mapToObj(i -> note(i, cue)).toList(), "Noted"));
      print("  each class changed once, all at once", told, reference(bare, desks.eventBytes()));
    }
    server.settle();
    String session = producers.getFirst().session();
    List<Visitor> leads = leads(server);
    try (OpenDesks desks =
        new OpenDesks(DESKS, i -> leads.get(i / PAGES_OF_A_LEAD), _ -> streamOf(session))) {
      server.settle();
      Told told = rounds(desks, server, cue -> load.inTurn(List.of(note(0, cue)), "Noted"));
      print("500 desks of one class, changed once", told, reference(bare, desks.eventBytes()));
    }
  }

  private static String streamOf(String session) {
    return "/desk/" + session + "/stream";
  }

  /**
   * What rounds came to: milliseconds to half of the desks and to the last, the medians, the worst
   * last, and the processor's milliseconds.
   */
  private record Told(double half, double last, double worst, double processor) {}

  /** Does something to the classes by a text that their desks then show. */
  @FunctionalInterface
  private interface Change {
    void run(String cue) throws Exception;
  }

  private static Told rounds(OpenDesks desks, Child server, Change change) throws Exception {
    double[] half = new double[ROUNDS];
    double[] last = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    for (int round = -WARM; round < ROUNDS; round++) {
      double before = server.processorMicros();
      String cue = "cue" + (round + WARM) + "x";
      double[] millis = desks.change(cue, () -> change.run(cue));
      int kept = Math.max(0, round);
      half[kept] = at(millis, 50);
      last[kept] = at(millis, 100);
      processor[kept] = (server.processorMicros() - before) / 1e3;
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
    double worst = Arrays.stream(last).max().orElseThrow();
    return new Told(Entrant.median(half), Entrant.median(last), worst, Entrant.median(processor));
  }

  /** A bare server that tells as many streams as many bytes. */
  private static Told reference(Child bare, int bytes) throws Exception {
    Visitor nobody = new Visitor(bare.port(), "", "none=");
    Load load = new Load(bare.port());
    try (OpenDesks streams = new OpenDesks(DESKS, _ -> nobody, _ -> "/stream")) {
      return rounds(
          streams,
          bare,
          cue ->
              load.inTurn(
                  List.of(Wire.post(bare.port(), "/push/" + bytes + "/" + cue, "{}")), "pushed"));
    }
  }

  private static void print(String what, Told told, Told reference) {
    say(what + ": half", told.half(), "%.0f ms", "");
    say("  the last", told.last(), "%.0f ms", "goal <= 1000 ms");
    say("  the last, worst of " + ROUNDS, told.worst(), "%.0f ms", "");
    say("  processor", told.processor(), "%.0f ms", "");
    say("  bare Helidon, as many bytes, the last", reference.last(), "%.0f ms", "");
    say("  as a ratio to it", told.last() / reference.last(), "%.1f", "");
    say("  its processor", reference.processor(), "%.0f ms", "");
  }

  static double at(double[] sorted, int percent) {
    return sorted[(sorted.length - 1) * percent / 100];
  }

  static void say(String what, double value, String format, String beside) {
    System.out.printf("%-42s %12s   %s%n", what, format.formatted(value), beside);
  }
}
