package cn.zhigong.membership.joincode;

import java.time.Duration;
import java.time.Instant;

/** When a join code is good. */
final class JoinCodeRules {

    /** A poster that hangs for longer than a year has been forgotten. */
    static final Duration LONGEST_VALIDITY = Duration.ofDays(366);

    /** How often what a live display shows changes. */
    static final Duration LIVE_STEP = Duration.ofSeconds(30);

    /** How long somebody who scanned a live code has to fill in the form. */
    static final Duration PASS_LIFE = Duration.ofMinutes(30);

    private JoinCodeRules() {}

    /** What a code is at a moment. */
    enum State {
        PENDING,
        USABLE,
        EXPIRED,
        REVOKED,
        EXHAUSTED
    }

    /**
     * Everything that a code's state depends on.
     *
     * @param issuerMayStill whether who issued it holds the right to do so now
     * @param holdsMembers whether its union exists and takes members now
     */
    record Facts(JoinCode code, boolean issuerMayStill, boolean holdsMembers) {}

    /** The state for everybody who asks at {@code now}; what was taken back stays so after its window too. */
    static State stateOf(Facts facts, Instant now) {
        var code = facts.code();
        if (code.revokedAt() != null || !facts.issuerMayStill() || !facts.holdsMembers()) {
            return State.REVOKED;
        }
        if (!now.isBefore(code.validUntil())) {
            return State.EXPIRED;
        }
        if (now.isBefore(code.validFrom())) {
            return State.PENDING;
        }
        var most = code.maxUses();
        return most != null && code.uses() >= most ? State.EXHAUSTED : State.USABLE;
    }

    static boolean isSensibleWindow(Instant from, Instant until, Instant now) {
        return from.isBefore(until)
                && now.isBefore(until)
                && Duration.between(from, until).compareTo(LONGEST_VALIDITY) <= 0;
    }

    /** The number of the half minute that an instant falls in. */
    static long liveStep(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), LIVE_STEP.toSeconds());
    }

    /** When what a display shows at an instant changes. */
    static Instant liveChangesAt(Instant at) {
        return Instant.ofEpochSecond((liveStep(at) + 1) * LIVE_STEP.toSeconds());
    }
}
