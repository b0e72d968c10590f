package cn.zhigong.gateway.proxy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The request bodies that are still arriving, over all event loops: how many from one address and how many bytes of
 * them are kept. Whoever begins many and ends none uses up its own share and nobody else's.
 */
final class UnfinishedBodies {
    /** No address may fill more than this part of the memory. */
    private static final long SHARE = 4;

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<String, Long> kept = new ConcurrentHashMap<>();
    private final AtomicLong total = new AtomicLong();
    private final int most;
    private final long mostBytes;

    UnfinishedBodies(ProxyConfig config) {
        this(config.unfinished(), config.unfinishedBytes().asLongValue());
    }

    UnfinishedBodies(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Room for one more body of the {@code group}, or nothing when it has too many unfinished ones. */
    @Nullable Room begin(String group) {
        if (counts.merge(group, 1, Integer::sum) > most) {
            leave(group);
            return null;
        }
        return new Room(group);
    }

    private void leave(String group) {
        var _ = counts.computeIfPresent(group, (_, count) -> count == 1 ? null : count - 1);
    }

    boolean isEmpty() {
        return counts.isEmpty() && kept.isEmpty() && total.get() == 0;
    }

    /** What one body takes up; confined to its event loop. */
    final class Room {
        private final String group;
        private boolean arriving = true;
        private long bytes;

        private Room(String group) {
            this.group = group;
        }

        /** Whether {@code more} bytes may be kept, too; they count until {@link #release}, kept or not. */
        boolean grow(int more) {
            bytes += more;
            var ofGroup = kept.merge(group, (long) more, Long::sum);
            return total.addAndGet(more) <= mostBytes && ofGroup <= mostBytes / SHARE;
        }

        /** The body is complete; its bytes are still kept. */
        void complete() {
            if (arriving) {
                arriving = false;
                leave(group);
            }
        }

        /** Nothing of the body is kept any more. May be called again. */
        void release() {
            complete();
            if (bytes > 0) {
                var _ = total.addAndGet(-bytes);
                var _ = kept.computeIfPresent(group, (_, sum) -> sum == bytes ? null : sum - bytes);
                bytes = 0;
            }
        }
    }
}
