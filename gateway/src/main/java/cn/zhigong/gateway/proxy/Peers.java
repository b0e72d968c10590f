package cn.zhigong.gateway.proxy;

import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out where a request really comes from: the connection's other end, or what a proxy of ours says about it. */
final class Peers {
    private final List<Network> trusted;

    Peers(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(Network::parse).toList();
    }

    /**
     * The client of a connection from {@code address}; {@code X-Forwarded-For} is read only when a trusted proxy sent
     * it.
     */
    Peer of(String address, MultiMap headers) {
        if (trusted.isEmpty() || !trusts(address)) {
            return new Peer(address, "http");
        }
        var scheme = "https".equals(headers.get("X-Forwarded-Proto")) ? "https" : "http";
        var chain = String.join(",", headers.getAll("X-Forwarded-For")).split(",", -1);
        for (int i = chain.length - 1; i >= 0; i--) {
            var hop = literal(chain[i].strip());
            if (hop == null) {
                return new Peer(address, scheme);
            }
            if (!trusts(hop.getHostAddress())) {
                return new Peer(hop.getHostAddress(), scheme);
            }
        }
        return new Peer(address, scheme);
    }

    private boolean trusts(String address) {
        var literal = literal(address);
        return literal != null && trusted.stream().anyMatch(network -> network.contains(literal));
    }

    private static @Nullable InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** A client's address and the scheme it used. */
    record Peer(String address, String scheme) {
        /** What a quota is counted by: an IPv6 user owns a whole /64, so the rest of the address means nothing. */
        String group() {
            if (address.indexOf(':') < 0) {
                return address;
            }
            var parts = InetAddress.ofLiteral(address).getHostAddress().split(":", -1);
            return parts.length == 8 ? String.join(":", List.of(parts).subList(0, 4)) + "::/64" : address;
        }
    }
}
