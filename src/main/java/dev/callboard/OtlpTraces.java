package dev.callboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.command.Wording;
import dev.callboard.config.TracingSettings;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Carrier;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Door;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.Webhook;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Spans sent in OTLP by HTTP, with OpenTelemetry's own times. What a collector does not take in
 * time is lost, and nobody waits for it. Attributes are names of ours, ids of classes and short
 * names of clients alone. Thread-safe.
 */
final class OtlpTraces implements Traces {

  /** So many messages that wait to be sent know what caused them. */
  private static final int CAUSES = 20_000;

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ContextKey<Work> WORK = ContextKey.named("callboard-work");

  private final Known known;
  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final Cache<Message, SpanContext> causes =
      Caffeine.newBuilder()
          .maximumSize(CAUSES)
          .expireAfterWrite(Duration.ofMinutes(30))
          .executor(Runnable::run)
          .build();

  /**
   * Sends nothing before there is something to be told.
   *
   * @param server a name no other running server has
   */
  OtlpTraces(TracingSettings to, String server, Known known) {
    this.known = known;
    this.provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.builder()
                        .put("service.name", "callboard")
                        .put("service.instance.id", server)
                        .build()))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter(to)).setScheduleDelay(EVERY).build())
            .build();
    this.tracer = provider.get("dev.callboard");
  }

  private static OtlpHttpSpanExporter exporter(TracingSettings to) {
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(to.url().toString()).setTimeout(PATIENCE);
    if (to.header() != null) {
      exporter.addHeader(to.headerName(), to.headerValue());
    }
    return exporter.build();
  }

  /** A message in the outbox. */
  private record Message(@Nullable String session, String lane, String key) {
    static Message of(@Nullable String session, Outgoing change) {
      return new Message(session, change.to().lane(), change.key());
    }
  }

  /** What came of one inbound so far; of one thread. */
  private static final class Work {
    private @Nullable SessionId session;
    private String outcome = "answered";
  }

  @Override
  public Webhook webhook(Adapter adapter) {
    return new Webhook() {
      @Override
      public String path() {
        return adapter.path();
      }

      @Override
      public WebhookResponse accept(WebhookRequest request) {
        return accepted(adapter, request);
      }
    };
  }

  private WebhookResponse accepted(Adapter adapter, WebhookRequest request) {
    Span span =
        tracer
            .spanBuilder("webhook")
            .setNoParent()
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("callboard.platform", adapter.platform())
            .setAttribute("url.path", adapter.path())
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      WebhookResponse answer = adapter.accept(request);
      span.setAttribute("http.response.status_code", answer.status());
      return answer;
    } catch (RuntimeException exception) {
      throw failed(span, exception);
    } finally {
      span.end();
    }
  }

  @Override
  public Door door(String entrance, Door door) {
    return inbound -> {
      Span webhook = Span.current();
      Span span =
          tracer
              .spanBuilder(name(inbound))
              .setSpanKind(webhook.getSpanContext().isValid() ? SpanKind.INTERNAL : SpanKind.SERVER)
              .setAttribute("callboard.entrance", entrance)
              .startSpan();
      Work work = new Work();
      try (Scope _ = Context.current().with(span).with(WORK, work).makeCurrent()) {
        return door.handle(inbound);
      } catch (RuntimeException exception) {
        work.outcome = "failed";
        throw failed(span, exception);
      } finally {
        describe(span, inbound, work);
        describe(webhook, inbound, work);
        span.end();
      }
    };
  }

  private static String name(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Command _ -> "command";
      case Inbound.Home _ -> "home";
      case Inbound.Added _ -> "added";
      case Inbound.Presence _ -> "presence";
    };
  }

  private void describe(Span span, Inbound inbound, Work work) {
    if (!span.isRecording()) {
      return;
    }
    span.setAttribute("callboard.outcome", work.outcome);
    if (work.outcome.equals("failed")) {
      span.setStatus(StatusCode.ERROR);
    }
    if (inbound instanceof Inbound.Command command) {
      Wording wording = Wording.of(command.line());
      String word = wording.word();
      span.setAttribute("callboard.command", known.words().contains(word) ? word : "other");
      String named = wording.session();
      SessionId meant = named == null || work.session != null ? work.session : new SessionId(named);
      classOf(command.place(), meant).ifPresent(found -> describe(span, found));
    }
  }

  private static void describe(Span span, Session session) {
    span.setAttribute("callboard.class", session.id().value());
    String client = session.plan().client();
    if (client != null) {
      span.setAttribute("callboard.client", client);
    }
  }

  /** A span is never a reason for something else to fail. */
  private Optional<Session> classOf(Place place, @Nullable SessionId id) {
    try {
      return known.classes().find(place, id);
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Ledger ledger(Ledger ledger) {
    return new TracedLedger(ledger, commit -> committed(ledger, commit));
  }

  private Outcome committed(Ledger ledger, Commit commit) {
    Span cause = Span.current();
    SessionId session = commit.session();
    Work work = Context.current().get(WORK);
    SpanBuilder builder =
        tracer
            .spanBuilder("commit")
            .setAttribute("callboard.events", commit.events().size())
            .setAttribute("callboard.messages", commit.out().size());
    about(builder, session == null ? null : session.value());
    Span span = builder.startSpan();
    SpanContext first = (cause.getSpanContext().isValid() ? cause : span).getSpanContext();
    String id = session == null ? null : session.value();
    commit.out().forEach(change -> causes.put(Message.of(id, change), first));
    try (Scope _ = span.makeCurrent()) {
      Outcome outcome = ledger.commit(commit);
      String told = outcome.name().toLowerCase(Locale.ROOT);
      span.setAttribute("callboard.outcome", told);
      note(work, session, told);
      return outcome;
    } catch (RuntimeException exception) {
      note(work, session, "failed");
      throw failed(span, exception);
    } finally {
      span.end();
    }
  }

  private static void note(@Nullable Work work, @Nullable SessionId session, String outcome) {
    if (work != null) {
      work.session = session;
      work.outcome = outcome;
    }
  }

  @Override
  public Carrier carrier(Carrier carrier) {
    return new Carrier() {
      @Override
      public String platform() {
        return carrier.platform();
      }

      @Override
      public Receipt send(Dispatch dispatch) throws PlatformException {
        return sent(carrier, dispatch);
      }

      @Override
      public Pace pace() {
        return carrier.pace();
      }
    };
  }

  private Receipt sent(Carrier carrier, Dispatch dispatch) throws PlatformException {
    SpanContext cause = causes.getIfPresent(Message.of(dispatch.session(), dispatch.change()));
    SpanBuilder builder =
        tracer
            .spanBuilder("post")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("callboard.platform", carrier.platform())
            .setAttribute("callboard.change", change(dispatch.change()))
            .setAttribute("callboard.entry", dispatch.id());
    about(builder, dispatch.session());
    if (cause == null) {
      builder.setNoParent();
    } else {
      builder.setParent(Context.root().with(Span.wrap(cause)));
    }
    Span span = builder.startSpan();
    try (Scope _ = span.makeCurrent()) {
      Receipt receipt = carrier.send(dispatch);
      span.setAttribute("callboard.outcome", "sent");
      return receipt;
    } catch (PlatformException failure) {
      String kind = failure.kind().name().toLowerCase(Locale.ROOT);
      span.setAttribute("callboard.outcome", kind).setStatus(StatusCode.ERROR);
      throw failure;
    } catch (RuntimeException exception) {
      span.setAttribute("callboard.outcome", "failed");
      throw failed(span, exception);
    } finally {
      span.end();
    }
  }

  private static String change(Outgoing change) {
    return switch (change) {
      case Outgoing.Post _ -> "post";
      case Outgoing.Edit _ -> "edit";
      case Outgoing.Remove _ -> "remove";
    };
  }

  private static void about(SpanBuilder builder, @Nullable String session) {
    if (session != null) {
      builder.setAttribute("callboard.class", session);
    }
  }

  /** By its kind alone: what an exception says may be somebody's words. */
  private static RuntimeException failed(Span span, RuntimeException exception) {
    span.setStatus(StatusCode.ERROR);
    span.setAttribute("error.type", exception.getClass().getName());
    return exception;
  }

  @Override
  public void close() {
    var _ = provider.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
