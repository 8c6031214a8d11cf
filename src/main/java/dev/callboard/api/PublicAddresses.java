package dev.callboard.api;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Finds the addresses of a host, and none that leads into the server's own network. A connection is
 * made to just the addresses that were looked at, so that a name which leads elsewhere a moment
 * later gains nothing.
 */
final class PublicAddresses implements Dns {

  private final Dns dns;

  PublicAddresses(Dns dns) {
    this.dns = dns;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = dns.lookup(host);
    if (found.stream().anyMatch(address -> !isPublic(address))) {
      throw new UnknownHostException("a private address (expected: allow-private, or another)");
    }
    return found;
  }

  /** Whether everybody in the world means the same machine by it. */
  static boolean isPublic(InetAddress address) {
    boolean own =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    return !own
        && switch (address) {
          case Inet4Address four -> isPublic(four.getAddress());
          case Inet6Address six -> isPublic6(six.getAddress());
          default -> false;
        };
  }

  /** RFC 6890: beside what Java knows, shared, benchmarking, protocol and reserved addresses. */
  private static boolean isPublic(byte[] four) {
    int first = Byte.toUnsignedInt(four[0]);
    int second = Byte.toUnsignedInt(four[1]);
    int third = Byte.toUnsignedInt(four[2]);
    return first != 0
        && first < 240
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 198 && (second == 18 || second == 19))
        && !(first == 192 && second == 0 && third == 0);
  }

  /** Only what is given out, and of that nothing that carries an address of IPv4 in it. */
  private static boolean isPublic6(byte[] six) {
    int first = Byte.toUnsignedInt(six[0]) << 8 | Byte.toUnsignedInt(six[1]);
    int second = Byte.toUnsignedInt(six[2]) << 8 | Byte.toUnsignedInt(six[3]);
    boolean given = first >= 0x2000 && first < 0x4000;
    boolean teredo = first == 0x2001 && second == 0;
    boolean sixToFour = first == 0x2002;
    return given && !teredo && !sixToFour;
  }
}
