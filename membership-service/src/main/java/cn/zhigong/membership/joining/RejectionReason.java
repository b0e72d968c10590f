package cn.zhigong.membership.joining;

/** Why an application is refused. The first are a union's; the last three the platform finds by itself. */
public enum RejectionReason {
    /** Not a wage earner or worker in a new form of employment (charter art. 1). */
    NOT_ELIGIBLE,
    /** Works for nobody this union covers, and not in its area. */
    NOT_OF_THIS_UNION,
    FALSE_STATEMENT,
    OTHER,
    /** Three tries, and name and document never matched. */
    IDENTITY_NOT_CONFIRMED,
    /** The same person has another application under review. */
    DUPLICATE_APPLICATION,
    /** The applicant, by a login known as theirs, asked the union that they belong to. */
    ALREADY_MEMBER_HERE;

    boolean isForOfficers() {
        return this != IDENTITY_NOT_CONFIRMED && this != DUPLICATE_APPLICATION && this != ALREADY_MEMBER_HERE;
    }
}
