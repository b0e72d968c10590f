package cn.zhigong.membership.joinpage;

import cn.zhigong.platform.problem.ProblemType;

/** What only the page refuses. */
enum PageProblem implements ProblemType {
    /** The form is older than an hour, came from elsewhere, or the browser keeps no cookies. */
    FORM_EXPIRED(403),
    /** The right that the phone gave is over. */
    PHONE_RIGHT_EXPIRED(409);

    private final int status;

    PageProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
