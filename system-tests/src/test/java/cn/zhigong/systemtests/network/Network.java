package cn.zhigong.systemtests.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The links of one stack that lead through proxies, each named by who calls and who is called. Another service comes
 * under faults by two more names here.
 */
public final class Network implements AutoCloseable {

    /** What the launcher is told of links; the callers of the gateway are told by whoever drives them. */
    private static final List<String> BETWEEN_PARTS = List.of(
            "gateway.membership",
            "membership.postgres",
            "membership.kafka",
            "competition.postgres",
            "competition.kafka");

    /** A broker tells its clients where to call it, so it has to learn of a link as its callers have. */
    private static final List<String> ENDS = List.of("gateway", "membership", "competition", "kafka");

    private static final String CLIENTS = "client.gateway";

    private final Path ports;
    private final Map<String, FaultProxy> proxies = new LinkedHashMap<>();

    private Network(Path ports) {
        this.ports = ports;
    }

    /**
     * Listens for every link before the stack is there.
     *
     * @param state the state folder of the stack; its ports are looked up for each connection, since a start may change
     *     them
     */
    public static Network before(Path state) {
        var network = new Network(state.resolve("ports"));
        BETWEEN_PARTS.forEach(network::open);
        network.open(CLIENTS);
        return network;
    }

    private void open(String link) {
        proxies.put(link, FaultProxy.listen(FaultProxy.freePort(), () -> target(link)));
    }

    private InetSocketAddress target(String link) {
        var parts = link.split("\\.", 2);
        // The broker has a way in for each client, whose address it tells that client.
        var name = parts[1].equals("kafka") ? "kafka-" + parts[0] : parts[1];
        try {
            return Files.readAllLines(ports).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> Integer.valueOf(line.substring(name.length() + 1)))
                    .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No port of " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ZHIGONG_LINKS says of this network. */
    public String links() {
        return BETWEEN_PARTS.stream()
                .map(link -> link + "=" + link(link).address())
                .collect(Collectors.joining(","));
    }

    /** The proxy of a link, {@code membership.postgres} for instance; {@code client.gateway} is the way in. */
    public FaultProxy link(String name) {
        return Objects.requireNonNull(proxies.get(name), () -> "No link " + name);
    }

    /** The names of all links. */
    public List<String> names() {
        return List.copyOf(proxies.keySet());
    }

    /** The parts that have to start anew to use the links, in the order in which they can stop. */
    public List<String> ends() {
        return ENDS;
    }

    /** Makes every link good again. */
    public void heal() {
        proxies.values().forEach(FaultProxy::heal);
    }

    @Override
    public void close() {
        proxies.values().forEach(FaultProxy::close);
    }
}
