package cn.zhigong.membership.joining;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the check of an application's identity is.
 *
 * @param identityFailures how often name and document did not belong together, over all that was handed in
 * @param checks how often the provider was asked about what was handed in last
 * @param checkAfter when it is asked next
 */
@Embeddable
record IdentityCheck(
        int identityFailures, int checks, @Nullable Instant checkAfter) {

    /** So often may an identity fail before the application is refused. */
    static final int MOST_FAILURES = 3;

    static final IdentityCheck NONE = new IdentityCheck(0, 0, null);

    /** Something was handed in. */
    IdentityCheck begin(Instant now) {
        return new IdentityCheck(identityFailures, 0, now);
    }

    /** The provider did not answer. */
    IdentityCheck again(Instant at) {
        return new IdentityCheck(identityFailures, checks, at);
    }

    IdentityCheck failed() {
        return new IdentityCheck(identityFailures + 1, checks, checkAfter);
    }

    boolean isLost() {
        return identityFailures >= MOST_FAILURES;
    }
}
