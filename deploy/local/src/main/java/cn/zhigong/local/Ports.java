package cn.zhigong.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/**
 * Chooses free ports on loopback. They come from below the range the kernel gives to outgoing connections, which
 * otherwise takes a chosen port away again before its server listens.
 */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private final Set<Integer> taken = ConcurrentHashMap.newKeySet();
    private final IntPredicate isFree;

    Ports(IntPredicate isFree) {
        this.isFree = isFree;
    }

    int choose() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree.test(port) && taken.add(port)) {
                return port;
            }
        }
        throw new LocalStackException("No free port between %d and %d".formatted(FIRST, LAST));
    }

    /** The wanted port when it is free, else another. */
    int choose(int wanted) {
        return isFree.test(wanted) && taken.add(wanted) ? wanted : choose();
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
