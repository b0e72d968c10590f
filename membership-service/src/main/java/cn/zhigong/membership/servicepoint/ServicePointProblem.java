package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.problem.ProblemType;

/** What the register of service points refuses. */
enum ServicePointProblem implements ProblemType {
    /** It is given up for good: nothing of it changes any more. */
    SERVICE_POINT_CLOSED(409),
    /** Places of this type report no services. */
    SERVICES_NOT_COUNTED(409),
    /** A month is reported once, and corrected afterwards. */
    MONTH_ALREADY_REPORTED(409),
    /** The caller said the same of this place, and it is not settled yet. */
    POINT_REPORT_ALREADY_OPEN(409);

    private final int status;

    ServicePointProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
