package cn.zhigong.membership.phone;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What the limit of an address is counted by: an IPv6 user owns a whole /64, so the rest means nothing. */
final class AddressGroup {

    private static final int NETWORK_BYTES = 8;

    private AddressGroup() {}

    /** The network of an IPv6 address, and an IPv4 address itself, however it is written. */
    static String of(String address) {
        InetAddress literal;
        try {
            literal = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException _) {
            return address;
        }
        return literal instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES)) + "/64"
                : literal.getHostAddress();
    }
}
