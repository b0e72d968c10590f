package cn.zhigong.membership.joining;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an application changed hands between its applicant and the platform.
 *
 * @param submittedAt when it was handed in last
 * @param restsSince since when its applicant is expected to go on; null when somebody else is
 */
@Embeddable
record Milestones(
        Instant filedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant restsSince) {

    static Milestones filed(Instant at) {
        return new Milestones(at, null, at);
    }

    Milestones submitted(Instant at) {
        return new Milestones(filedAt, at, null);
    }

    /** With its applicant again, or still: they did something. */
    Milestones resting(Instant since) {
        return new Milestones(filedAt, submittedAt, since);
    }

    Milestones ended() {
        return new Milestones(filedAt, submittedAt, null);
    }

    boolean restsSinceBefore(Instant time) {
        return restsSince != null && !restsSince.isAfter(time);
    }
}
