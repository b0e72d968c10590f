package cn.zhigong.membership.joincode;

import cn.zhigong.platform.problem.ProblemType;

/** Why a join code cannot be used, made or shown. None of them says which union a code belongs to. */
enum JoinCodeProblem implements ProblemType {
    JOIN_CODE_UNKNOWN(404),
    JOIN_CODE_NOT_YET_VALID(409),
    JOIN_CODE_EXPIRED(409),
    JOIN_CODE_REVOKED(409),
    JOIN_CODE_EXHAUSTED(409),
    JOIN_CODE_OF_OTHER_KIND(409),
    ORGANISATION_TAKES_NO_MEMBERS(409);

    private final int status;

    JoinCodeProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
