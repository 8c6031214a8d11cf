package dev.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.api.ApiServer.Call;
import dev.callboard.api.OpenApi.Operation;
import dev.callboard.chat.Reply;
import dev.callboard.report.file.Printing;
import dev.callboard.testing.SamplePlans;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description says what the server does: every path and status of it is asked for. */
class OpenApiTest {

  private static final String CSV = "text/csv";

  @TempDir Path folder;

  @AutoClose private ApiServer api;
  private OpenApi described;
  private String token;
  private String opened = "";

  @BeforeEach
  void open() throws Exception {
    api = new ApiServer(folder);
    token = api.token("acme", "read, command, import");
    HttpResponse<String> description = api.send(api.get("openapi.json", ""));
    described = new OpenApi(ApiServer.json(description));
    ask(new Operation("GET", "/openapi.json"), api.get("openapi.json", ""), 200);
  }

  private void ask(Operation operation, Call call, int status) throws Exception {
    HttpResponse<String> answer = api.send(call);
    assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(status);
    assertThat(described.complaints(operation, answer)).as(operation.toString()).isEmpty();
  }

  @Test
  void everyRouteOfTheCode_isDescribed() {
    Classes none =
        (Classes)
            Proxy.newProxyInstance(
                Classes.class.getClassLoader(),
                new Class<?>[] {Classes.class},
                (_, _, _) -> {
                  throw new UnsupportedOperationException();
                });
    Api code =
        new Api(
            _ -> new Reply.Quiet(),
            new Api.Surroundings(
                none,
                SamplePlans.library(),
                _ -> Optional.empty(),
                new Printing(),
                folder,
                InstantSource.system()));

    List<String> routes =
        Stream.concat(
                Stream.of("GET /openapi.json"),
                code.routes().stream().map(route -> route.method() + " /" + route.path()))
            .toList();

    assertThat(described.operations().stream().map(one -> one.method() + " " + one.path()))
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void everythingDescribed_isAnsweredSo() throws Exception {
    String reader = api.token("acme", "read");
    String importer = api.token("acme", "import");
    opened = api.opens("hybrid", token);
    api.says(opened, token, "start");
    for (Operation operation : described.operations()) {
      if (operation.path().equals("/openapi.json")) {
        continue;
      }
      Call sound = sound(operation);
      if (!operation.path().equals("/sessions") || operation.method().equals("GET")) {
        ask(operation, sound, 200);
      }
      ask(operation, with(sound, "wrong"), 401);
      ask(operation, with(sound, ""), 401);
      ask(operation, with(sound, operation.method().equals("GET") ? importer : reader), 403);
      ask(operation, at(sound, sound.path() + "?lmit=1"), 400);
      if (operation.path().contains("{")) {
        ask(operation, at(sound, nowhere(operation)), 404);
      }
      if (operation.method().equals("POST")) {
        sendsBadBodies(operation, sound);
      }
    }
    opens();
    Call wrong = api.get("plans", Tokens.fresh("acme"));
    for (int i = 0; i < Gate.WRONG_TOKENS; i++) {
      api.send(wrong);
    }
    for (Operation operation : described.operations()) {
      if (described.statuses(operation).contains("429")) {
        ask(operation, with(sound(operation), Tokens.fresh("acme")), 429);
      }
    }
    assertThat(described.unseen()).isEmpty();
  }

  private void opens() throws Exception {
    Operation open = new Operation("POST", "/sessions");
    ask(open, api.post("sessions", token, "{\"plan\":\"theirs\",\"as\":\"priya\"}"), 404);
    ask(open, api.post("sessions", token, "{\"plan\":\"broken\",\"as\":\"priya\"}"), 409);
    ask(open, sound(open), 409);
    api.says(opened, token, "end");
    Call again = sound(open);
    ask(open, again, 201);
    ask(open, again, 200);
  }

  private void sendsBadBodies(Operation operation, Call sound) throws Exception {
    boolean classes = operation.path().equals("/plans");
    boolean roster = operation.path().startsWith("/rosters");
    int most = roster || classes ? 16 * 1024 * 1024 : 64 * 1024;
    ask(operation, bringing(sound, new byte[most + 1]), 413);
    ask(operation, typed(sound, "text/plain"), 415);
    if (roster) {
      Path inTheWay = api.plans().resolve("hybrid.roster.csv");
      Files.delete(inTheWay);
      Files.createDirectories(inTheWay);
      ask(operation, sound, 409);
      Files.delete(inTheWay);
    }
    if (classes) {
      Path inTheWay = api.plans().resolve("hybrid-2.yaml");
      Files.delete(inTheWay);
      Files.createDirectories(inTheWay);
      ask(operation, sound, 409);
      Files.delete(inTheWay);
    }
    ask(
        operation,
        bringing(sound, roster || classes ? "name,email\n,x\n" : "{\"lines\":\"next\"}"),
        422);
  }

  private String nowhere(Operation operation) {
    return operation.path().substring(1).replaceAll("\\{[a-z]+}", "nowhere");
  }

  private Call sound(Operation operation) {
    String path = operation.path().substring(1).replace("{id}", opened).replace("{key}", "hybrid");
    if (operation.method().equals("GET")) {
      return api.get(path, token);
    }
    return switch (operation.path()) {
      case "/sessions" -> api.post(path, token, "{\"plan\":\"hybrid\",\"as\":\"priya\"}");
      case "/rosters" ->
          typed(api.post(path, token, "class,name,email\nhybrid,Zoe Lim,zoe@example.com\n"), CSV);
      case "/plans" ->
          typed(api.post(path, token, "copy,key,date\nhybrid,hybrid-2,2027-01-11\n"), CSV);
      case "/rosters/{key}" ->
          typed(api.post(path, token, "name,email\nZoe Lim,zoe@example.com\n"), CSV);
      default -> api.post(path, token, "{\"line\":\"status\",\"as\":\"priya\"}");
    };
  }

  private static Call with(Call call, String token) {
    return new Call(call.method(), call.path(), token, call.body(), call.headers());
  }

  private static Call at(Call call, String path) {
    return new Call(call.method(), path, call.token(), call.body(), call.headers());
  }

  private static Call bringing(Call call, String body) {
    return bringing(call, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Call bringing(Call call, byte[] body) {
    return new Call(call.method(), call.path(), call.token(), body, call.headers());
  }

  private static Call typed(Call call, String type) {
    List<String> headers = List.of("content-type", type, "idempotency-key", call.headers().get(3));
    return new Call(call.method(), call.path(), call.token(), call.body(), headers);
  }

  /** Whoever generates a client from it needs names for the operations, each once. */
  @Test
  void operations_haveNamesOfTheirOwn() throws IOException, InterruptedException {
    JsonNode root = ApiServer.json(api.send(api.get("openapi.json", "")));
    List<String> names = root.path("paths").findValuesAsText("operationId");

    assertThat(root.path("openapi").textValue()).startsWith("3.1");
    assertThat(names).doesNotHaveDuplicates().hasSameSizeAs(described.operations());
  }
}
