package dev.callboard.platform.slack;

/**
 * A line as the value of a button. Slack has been seen to escape texts of a message when it tells
 * them back, so the characters it would touch go as percent codes and come back as they were. Pure.
 */
final class ButtonValue {

  private ButtonValue() {}

  static String of(String line) {
    return line.replace("%", "%25").replace("&", "%26").replace("<", "%3C").replace(">", "%3E");
  }

  static String line(String value) {
    return value.replace("%3E", ">").replace("%3C", "<").replace("%26", "&").replace("%25", "%");
  }
}
