package cn.zhigong.rights.intake;

import cn.zhigong.platform.problem.ProblemType;

/** Why a dispute is refused as a request. */
enum DisputeProblem implements ProblemType {
    /** Nobody registers a dispute for somebody else without being heard in person, and officers not for themselves. */
    CHANNEL_NOT_YOURS(403),
    /** Whoever is a party must not decide (回避). */
    PARTY_CANNOT_SCREEN(403),
    /** The district has no federation that this service knows of. */
    NO_DESK_IN_DISTRICT(422);

    private final int status;

    DisputeProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
