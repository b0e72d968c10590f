package cn.zhigong.platform.sample;

import cn.zhigong.platform.problem.ProblemType;

enum NoteProblem implements ProblemType {
    NOTE_IS_TOO_RUDE;

    @Override
    public int status() {
        return 422;
    }
}
