package cn.zhigong.membership.collective;

import cn.zhigong.platform.problem.ProblemType;

/** What joining together refuses. */
enum CollectiveProblem implements ProblemType {
    /** The code is another batch's. */
    JOIN_CODE_OF_OTHER_BATCH;

    @Override
    public int status() {
        return 409;
    }
}
