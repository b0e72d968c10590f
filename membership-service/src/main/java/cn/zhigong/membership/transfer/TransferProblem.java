package cn.zhigong.membership.transfer;

import cn.zhigong.platform.problem.ProblemType;

/** What is refused of transfers. */
public enum TransferProblem implements ProblemType {
    /** The officer is the member, or opened the transfer in the member's place. */
    OWN_TRANSFER(403),
    /** A membership moves to one place at a time. */
    TRANSFER_ALREADY_OPEN(409),
    /** The member belongs to the union already. */
    ALREADY_AT_THIS_UNION(409),
    /** A chair in term moves with the consent of the committee and of the superior union. */
    CHAIR_IN_TERM(409);

    private final int status;

    TransferProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
