package cn.zhigong.competition.ranking;

import cn.zhigong.platform.problem.ProblemType;

enum RankingProblem implements ProblemType {
    OWN_EVENT(403),
    OWN_OBJECTION(403),
    OWN_RANKING(403),
    REAL_NAME_NEEDED(403),
    RANKING_NOT_OPEN(409),
    RANKING_UNCHANGED(409),
    RESULT_NOT_FINAL(409),
    NO_PUBLICITY(409),
    OBJECTION_PENDING(409),
    OBJECTION_DECIDED(409);

    private final int status;

    RankingProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
