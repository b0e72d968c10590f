package cn.zhigong.membership.organisation;

import java.util.Arrays;
import java.util.List;

/** How an organisation stands. It is never deleted: dissolving and merging end it, and its number is not used again. */
enum OrganisationState {
    ACTIVE,
    DISSOLVED,
    MERGED;

    boolean canBecome(OrganisationState next) {
        return switch (this) {
            case ACTIVE -> next == DISSOLVED || next == MERGED;
            case DISSOLVED, MERGED -> false;
        };
    }

    /** The states that can come next. */
    List<OrganisationState> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
