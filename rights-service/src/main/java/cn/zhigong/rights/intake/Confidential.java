package cn.zhigong.rights.intake;

import org.jspecify.annotations.Nullable;

/**
 * What was told in confidence. It is stored encrypted as one piece and never leaves in an event, a log or an audit
 * entry.
 *
 * @param facts what happened, in the worker's words
 * @param claimantName who was heard, when an officer wrote it down
 * @param claimantPhone where to reach them
 */
record Confidential(
        String facts,
        @Nullable String claimantName,
        @Nullable String claimantPhone) {

    /** Whatever prints it by mistake prints nothing. */
    @Override
    public String toString() {
        return "confidential";
    }
}
