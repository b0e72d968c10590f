package cn.zhigong.training.certificate;

import cn.zhigong.platform.problem.ProblemType;

enum CertificateProblem implements ProblemType {
    ALREADY_REVOKED(409),
    NUMBERS_USED_UP(409);

    private final int status;

    CertificateProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
