package cn.zhigong.training.promotion;

import cn.zhigong.platform.problem.ProblemType;

enum PromotionProblem implements ProblemType {
    NO_LONGER_ELIGIBLE;

    @Override
    public int status() {
        return 409;
    }
}
