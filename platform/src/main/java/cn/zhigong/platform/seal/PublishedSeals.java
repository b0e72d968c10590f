package cn.zhigong.platform.seal;

import cn.zhigong.platform.seal.SealedRanges.Seal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The seals that were published, beside those that wait to be. The broker keeps every event: of a number under which
 * two different seals were published it shows both.
 */
final class PublishedSeals {

    private final long settled;
    private final Set<Long> waiting;
    private final Map<Long, String> hashes = new HashMap<>();
    private final Set<Long> contested = new HashSet<>();
    private long oldest = Long.MAX_VALUE;
    private long newest;

    /**
     * @param settled the newest seal of the database before the others were read; a younger one may be missing from
     *     them without blame
     * @param waiting seals that the broker does not have yet
     */
    PublishedSeals(long settled, List<Long> waiting) {
        this.settled = settled;
        this.waiting = Set.copyOf(waiting);
    }

    void add(long number, String hash) {
        var before = hashes.putIfAbsent(number, hash);
        if (before != null && !before.equals(hash)) {
            contested.add(number);
        }
        oldest = Math.min(oldest, number);
        newest = Math.max(newest, number);
    }

    /** The largest number that was published, 0 when nothing was. */
    long newest() {
        return newest;
    }

    /** The smallest number that is still there, 0 when nothing was published. */
    long oldest() {
        return newest == 0 ? 0 : oldest;
    }

    /** What speaks against a seal of the database. Nothing speaks against one that is older than all that is there. */
    Optional<AuditFlaw> against(Seal seal) {
        var published = hashes.get(seal.number());
        if (published == null) {
            return isMissing(seal.number()) ? Optional.of(AuditFlaw.NEVER_PUBLISHED) : Optional.empty();
        }
        return published.equals(seal.hash()) && !contested.contains(seal.number())
                ? Optional.empty()
                : Optional.of(AuditFlaw.NOT_AS_PUBLISHED);
    }

    /** Seals leave in their order: one that waits while a younger one is out was kept back. */
    private boolean isMissing(long number) {
        return number > oldest() && (number < newest || (number <= settled && !waiting.contains(number)));
    }
}
