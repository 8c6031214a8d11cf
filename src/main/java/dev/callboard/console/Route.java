package dev.callboard.console;

import dev.callboard.session.SessionId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path under {@code /desk} asks for.
 *
 * @param what empty for nothing there is
 * @param session the class it is about; without meaning where it is about none
 */
record Route(String what, SessionId session) {

  /** In the place of a class where there is none. */
  static final SessionId NONE = new SessionId("-");

  private static final Pattern OF_CLASS =
      Pattern.compile("/desk/([a-z0-9][a-z0-9-]{0,79})(?:/([a-z]+))?");

  static Route of(String path) {
    return switch (path) {
      case "/desk", "/desk/" -> new Route("board", NONE);
      case "/desk/teams" -> new Route("tab", NONE);
      case "/desk/-/tab" -> new Route("tab-in", NONE);
      case "/desk/-/me" -> new Route("me", NONE);
      case "/desk/-/in" -> new Route("in", NONE);
      case "/desk/-/whom" -> new Route("whom", NONE);
      case "/desk/-/out" -> new Route("out", NONE);
      case "/desk/-/rows" -> new Route("rows", NONE);
      case "/desk/-/rows/stream" -> new Route("rows-stream", NONE);
      default -> ofClass(path);
    };
  }

  private static Route ofClass(String path) {
    Matcher matcher = OF_CLASS.matcher(path);
    if (!matcher.matches()) {
      return new Route("", NONE);
    }
    String what = matcher.group(2) == null ? "desk" : matcher.group(2);
    return new Route(what, new SessionId(matcher.group(1)));
  }
}
