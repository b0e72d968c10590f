package cn.zhigong.competition.contest;

import cn.zhigong.platform.problem.ProblemType;

enum ContestProblem implements ProblemType {
    OWN_FILING(403),
    CONTEST_NOT_EDITABLE(409),
    CLASS_NO_LONGER_FITS(409);

    private final int status;

    ContestProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
