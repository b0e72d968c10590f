package cn.zhigong.gateway.proxy;

import java.net.InetAddress;

/** An address range in CIDR notation. */
record Network(InetAddress base, int bits) {
    static Network parse(String cidr) {
        var slash = cidr.indexOf('/');
        var base = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
        var all = base.getAddress().length * 8;
        var bits = slash < 0 ? all : Integer.parseInt(cidr.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("Not a network: " + cidr);
        }
        return new Network(base, bits);
    }

    boolean contains(InetAddress address) {
        var mine = base.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            var mask = 0x80 >> (i % 8);
            if (((mine[i / 8] ^ other[i / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
