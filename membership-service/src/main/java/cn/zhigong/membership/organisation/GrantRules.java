package cn.zhigong.membership.organisation;

import cn.zhigong.platform.directory.GrantRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For how long an officer may give a role: never longer than they hold what allows them to give it. */
final class GrantRules {

    /** How far the giver's clock, from which a beginning of "now" is taken, may be behind ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private GrantRules() {}

    /** The roles that let their holder give {@code wanted} to somebody. */
    static List<GrantRole> thatGive(GrantRole wanted) {
        return Arrays.stream(GrantRole.values())
                .filter(role -> role.includes(GrantRole.OFFICER) && role.includes(wanted))
                .toList();
    }

    /** One that began earlier would make right what was done without it. */
    static boolean isBackdated(Instant from, Instant now) {
        return from.isBefore(now.minus(CLOCKS_APART));
    }

    /**
     * Whether what is given would last longer than each of the giver's own grants.
     *
     * @param until null for a grant without end, which needs one without end
     * @param ends those of the giver's grants, null for one without end
     */
    static boolean outlives(@Nullable Instant until, Collection<@Nullable Instant> ends) {
        return ends.stream().noneMatch(end -> end == null || (until != null && !until.isAfter(end)));
    }
}
