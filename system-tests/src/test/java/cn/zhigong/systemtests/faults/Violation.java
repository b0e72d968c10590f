package cn.zhigong.systemtests.faults;

/** Something that must not be, and of what. */
record Violation(Invariant invariant, String what) {

    /** What holds once everything is at rest, whatever happened before. */
    enum Invariant {
        /** I1: what was answered with success took effect exactly once. */
        ONE_EFFECT,
        /** I2: nobody has two active facts: a person is a member once. */
        ONE_ACTIVE_PER_OWNER,
        /** I3: owner's count = copies' counts = what the events add up to, and fact by fact. */
        SAME_EVERYWHERE,
        /** I5: every event has one inbox row at every subscriber, and its handler took effect once. */
        HANDLED_ONCE,
        /** I6: the versions of one aggregate on its topic are 0, 1, 2 ... */
        VERSIONS_WITHOUT_GAP,
        /** I7: the audit log verifies and has an entry of everything that was answered with success. */
        AUDITED,
        /** I8: nothing answered with success is missing, and nothing refused happened. */
        NOTHING_LOST,
        /** Equal idempotency keys got equal answers. */
        SAME_ANSWER
    }

    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
