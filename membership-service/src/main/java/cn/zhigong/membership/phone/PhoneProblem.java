package cn.zhigong.membership.phone;

import cn.zhigong.platform.problem.ProblemType;

/** Why a one-time code or what it gave is refused. */
enum PhoneProblem implements ProblemType {
    PHONE_CODE_WRONG(422),
    PHONE_CODE_EXPIRED(409),
    PHONE_RIGHT_SPENT(409);

    private final int status;

    PhoneProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
