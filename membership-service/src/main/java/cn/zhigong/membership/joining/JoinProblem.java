package cn.zhigong.membership.joining;

import cn.zhigong.platform.problem.ProblemType;

/** What joining refuses. */
enum JoinProblem implements ProblemType {
    /** Nobody under 16 may work (劳动法 §15), so nobody under 16 joins. */
    UNDER_WORKING_AGE(422),
    /** The charter was amended since the applicant was shown it. */
    CHARTER_OUTDATED(422),
    /** The account has an application on its way. */
    APPLICATION_ALREADY_OPEN(409),
    /** Too many names and numbers of one applicant did not belong together. */
    IDENTITY_FAILED_TOO_OFTEN(429),
    /** The person belongs to the union that they ask to take them in. */
    ALREADY_MEMBER_HERE(409),
    /** Officers do not decide about themselves. */
    OWN_APPLICATION(403),
    /** The application is with a federation that only finds a union for it. */
    UNION_NOT_CHOSEN(422);

    private final int status;

    JoinProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
