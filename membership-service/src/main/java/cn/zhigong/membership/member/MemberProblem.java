package cn.zhigong.membership.member;

import cn.zhigong.platform.problem.ProblemType;

/** What the register of members refuses. */
enum MemberProblem implements ProblemType {
    /** The account belongs to nobody who is a member. */
    NOT_A_MEMBER(404),
    /** The login belongs to one person and the identity to another. */
    ACCOUNT_OF_ANOTHER_PERSON(409),
    /** The member has another login already. */
    MEMBER_HAS_ANOTHER_ACCOUNT(409),
    /** The identity provider does not vouch for who this is. */
    IDENTITY_NOT_CONFIRMED(409);

    private final int status;

    MemberProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
