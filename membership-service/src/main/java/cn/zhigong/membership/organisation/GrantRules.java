package cn.zhigong.membership.organisation;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.directory.GrantRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For how long an officer may give a role: never longer than they hold what allows them to give it. */
final class GrantRules {

    private GrantRules() {}

    /** The roles that let their holder give {@code wanted} to somebody. */
    static List<GrantRole> thatGive(GrantRole wanted) {
        return Arrays.stream(GrantRole.values())
                .filter(role -> role.includes(GrantRole.OFFICER) && role.includes(wanted))
                .toList();
    }

    /** A grant of this morning is one of today; one of yesterday would make right what was done without it. */
    static boolean isBackdated(Instant from, Instant now) {
        return ChinaTime.dayOf(from).isBefore(ChinaTime.dayOf(now));
    }

    /**
     * Whether one of the giver's own grants lasts as long as what they give.
     *
     * @param until null for a grant without end, which needs one without end
     * @param ends those of the giver's grants, null for one without end
     */
    static boolean outlives(@Nullable Instant until, Collection<@Nullable Instant> ends) {
        return ends.stream().noneMatch(end -> end == null || (until != null && !until.isAfter(end)));
    }
}
