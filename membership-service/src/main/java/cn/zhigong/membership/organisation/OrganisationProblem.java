package cn.zhigong.membership.organisation;

import cn.zhigong.platform.problem.ProblemType;

/** What requests about organisations, their officers, groups, employers and terms can be refused for. */
enum OrganisationProblem implements ProblemType {
    GRANT_OUTLIVES_GIVER(403),
    SELF_GRANT(403),
    CREDIT_CODE_TAKEN(409),
    EMPLOYER_ALREADY_COVERED(409),
    GRANT_OVERLAPS(409),
    GROUP_NAME_TAKEN(409),
    HAS_ACTIVE_CHILDREN(409),
    ORGANISATION_CODE_TAKEN(409),
    ORGANISATION_CYCLE(409),
    ORGANISATION_ENDED(409),
    ORGANISATION_IN_USE(409),
    ORGANISATION_IS_ENDING(409),
    ROOT_EXISTS(409),
    ROOT_IS_FIXED(409),
    TAKES_IN_ELSEWHERE(409),
    TERM_OVERLAPS(409),
    ZONE_TAKEN(409),
    MERGER_ACROSS_LEVELS(422),
    NOT_KEPT_AT_THIS_LEVEL(422),
    PARENT_NOT_ABOVE(422),
    TREE_TOO_DEEP(422);

    private final int status;

    OrganisationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
