package cn.zhigong.membership.joining;

/** Why an application is refused: by a union, or by the platform. */
public enum RejectionReason {
    /** Not a wage earner or worker in a new form of employment (charter art. 1). */
    NOT_ELIGIBLE(true),
    /** Works for nobody this union covers, and not in its area. */
    NOT_OF_THIS_UNION(true),
    FALSE_STATEMENT(true),
    OTHER(true),
    /** Three tries, and name and document never matched. */
    IDENTITY_NOT_CONFIRMED(false),
    /** The same person has another application under review. */
    DUPLICATE_APPLICATION(false),
    /** The applicant, by a login known as theirs, asked the union that they belong to. */
    ALREADY_MEMBER_HERE(false);

    private final boolean forOfficers;

    RejectionReason(boolean forOfficers) {
        this.forOfficers = forOfficers;
    }

    boolean isForOfficers() {
        return forOfficers;
    }
}
