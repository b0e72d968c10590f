package cn.zhigong.membership.organisation;

import cn.zhigong.platform.state.Steps;

/** How an organisation stands. It is never deleted: dissolving and merging end it, and its number is not used again. */
enum OrganisationState implements Steps<OrganisationState> {
    ACTIVE,
    DISSOLVED,
    MERGED;

    @Override
    public boolean canBecome(OrganisationState next) {
        return switch (this) {
            case ACTIVE -> next == DISSOLVED || next == MERGED;
            case DISSOLVED, MERGED -> false;
        };
    }
}
