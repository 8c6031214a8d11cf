package dev.callboard.platform.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client of the adapter. It never says a thing twice by itself: OkHttp would send a
 * request again over a new connection when the old one broke after the request had left.
 */
final class SlackWire {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private SlackWire() {}

  /** Nothing of the request left this machine, so it can be sent again without harm. */
  static final class NothingSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NothingSentException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  static OkHttpClient client(Duration call) {
    return new OkHttpClient.Builder()
        .connectTimeout(CONNECT)
        .readTimeout(call)
        .writeTimeout(call)
        .callTimeout(call)
        .followRedirects(false)
        .followSslRedirects(false)
        .addInterceptor(SlackWire::once)
        .addNetworkInterceptor(SlackWire::begin)
        .build();
  }

  private static Response once(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    Begun begun = new Begun();
    Request.Builder marked = request.newBuilder().tag(Begun.class, begun);
    marked.header("User-Agent", "Callboard");
    if (body != null) {
      marked.method(request.method(), new OneShot(body));
    }
    try {
      return chain.proceed(marked.build());
    } catch (IOException exception) {
      throw begun.sending ? exception : new NothingSentException(exception);
    }
  }

  /** Network interceptors run once there is a connection. */
  private static Response begin(Interceptor.Chain chain) throws IOException {
    Objects.requireNonNull(chain.request().tag(Begun.class)).sending = true;
    return chain.proceed(chain.request());
  }

  private static final class Begun {
    private volatile boolean sending;
  }

  /** A body that says of itself that it must not be sent again. */
  private static final class OneShot extends RequestBody {

    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
