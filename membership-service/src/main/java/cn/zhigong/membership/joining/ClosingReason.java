package cn.zhigong.membership.joining;

/**
 * Why the platform closes an application that nobody withdrew or refused. Nothing of it tells who else is concerned.
 */
public enum ClosingReason {
    /** It rested with its applicant for too long. */
    LEFT_LYING,
    /** Nobody vouched for whoever sent it, and then the person applied with a login that is theirs. */
    SUPERSEDED_BY_CONFIRMED_LOGIN,
    /** The member or their old union took back the transfer that was proposed in its place. */
    TRANSFER_CANCELLED,
    /** The applicant's membership was to move between two unions that are one now. */
    UNIONS_MERGED
}
