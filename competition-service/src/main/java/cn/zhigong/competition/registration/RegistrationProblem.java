package cn.zhigong.competition.registration;

import cn.zhigong.platform.problem.ProblemType;

enum RegistrationProblem implements ProblemType {
    REGISTRATION_CLOSED(409),
    ALREADY_REGISTERED(409),
    SEATS_TAKEN(409),
    NOT_ELIGIBLE(422);

    private final int status;

    RegistrationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
