package dev.callboard.plan;

import dev.callboard.plan.Reading.Severity;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A YAML file as its author sees it: what stands where, and what was found wrong in the writing.
 *
 * @param findings to which whoever makes sense of it adds its own
 */
public record YamlDocument(Spot root, Findings findings) {

  /**
   * Reads one file.
   *
   * @param file how findings name the file
   * @throws Unreadable when it is no YAML that can be made sense of
   */
  public static YamlDocument read(String file, byte[] bytes) throws Unreadable {
    YamlTree.Tree tree = YamlTree.parse(decoded(bytes));
    Findings findings = new Findings(file, tree.lines());
    tree.slips().forEach(slip -> findings.add(Severity.MISTAKE, slip.line(), slip.message()));
    return new YamlDocument(Spot.root(tree.root()), findings);
  }

  private static String decoded(byte[] bytes) throws Unreadable {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      long line = 1 + out.flip().chars().filter(c -> c == '\n').count();
      throw new Unreadable(
          Math.toIntExact(line), "a character that is not UTF-8 (expected: a file saved as UTF-8)");
    }
    return out.flip().toString();
  }
}
