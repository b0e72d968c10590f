package cn.zhigong.systemtests.faults;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing a user wanted, all tries of it together, as the user saw it. A line of the history.
 *
 * @param op which operation of the journey, {@code approve}
 * @param key what it was done to, {@code ""} when that got no name
 * @param idemKey the idempotency key of all its tries, {@code ""} for what changes nothing
 * @param intendedNs when it was due; what passes between this and the invocation is the driver's own lateness
 * @param status of the last answer, 0 when there was none
 * @param bodyHash of the last answer
 */
record Op(
        String op,
        String key,
        String idemKey,
        @JsonProperty("intended_ns") long intendedNs,
        @JsonProperty("invoke_ns") long invokeNs,
        @JsonProperty("complete_ns") long completeNs,
        Outcome outcome,
        int status,
        int tries,
        @JsonProperty("body_hash") String bodyHash) {

    /** What the user knows of the effect. */
    enum Outcome {
        /** It happened. */
        @JsonProperty("ok")
        OK,
        /** It did not, and will not. */
        @JsonProperty("fail")
        FAIL,
        /** Nobody answered in the end: it may have happened, or not, and both are right. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    boolean is(String name, Outcome wanted) {
        return op.equals(name) && outcome == wanted;
    }
}
