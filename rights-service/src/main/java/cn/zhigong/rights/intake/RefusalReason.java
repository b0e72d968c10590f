package cn.zhigong.rights.intake;

/** Why a dispute is not accepted. A code only: what was said stays in the case. */
enum RefusalReason {
    /** None of the kinds of §2. */
    NOT_LABOUR,
    /** Belongs before another body, which is named. */
    OTHER_FORUM,
    /** The same dispute is already with this or another desk, or with a court. */
    ALREADY_PENDING,
    /** A judgment, award or performed agreement has settled it. */
    ALREADY_SETTLED,
    /** The worker took it back. */
    WITHDRAWN
}
