package cn.zhigong.membership.joincode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a code that somebody holds is good for. */
@ApplicationScoped
public class JoinCodes {

    /** How a code reaches people. */
    public enum Kind {
        /** Printed; good until its window ends. */
        POSTER,
        /** Shown on a screen; what the screen shows changes every half minute. */
        LIVE
    }

    /**
     * A code that can be used now.
     *
     * @param organisationId the union that is asked
     * @param groupId the union group of it that handed out the code
     * @param charterVersion the version of the charter that the applicant is shown and agrees to
     */
    public record Usable(
            UUID joinCodeId, UUID organisationId, @Nullable UUID groupId, String charterVersion, Kind kind) {}

    /**
     * Uses a code for one application, in the running transaction: counts it against its limit, so that a transaction
     * that does not commit has not used it.
     *
     * @param code as scanned or typed: a poster's code, what a live display shows, or the pass that looking at a live
     *     code gave
     * @throws cn.zhigong.platform.problem.Problem JOIN_CODE_UNKNOWN, _NOT_YET_VALID, _EXPIRED, _REVOKED, _EXHAUSTED, or
     *     ORGANISATION_TAKES_NO_MEMBERS
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Usable use(String code) {
        throw new UnsupportedOperationException(code);
    }

    /** The same without using it. */
    public Usable look(String code) {
        throw new UnsupportedOperationException(code);
    }
}
