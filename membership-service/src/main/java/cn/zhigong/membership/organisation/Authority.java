package cn.zhigong.membership.organisation;

import static cn.zhigong.platform.problem.CommonProblem.FORBIDDEN;

import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Who may decide about organisations. What an organisation does itself needs a grant over it; whether it exists, where
 * it stands and whom it takes in is decided one above, as a union is approved by its superior (工会法 §12).
 */
@Singleton
class Authority {

    private final Access access;

    Authority(Access access) {
        this.access = access;
    }

    void requireToSee(Caller caller, UUID organisation) {
        access.require(caller, organisation, GrantRole.VIEWER);
    }

    void requireToWork(Caller caller, UUID organisation) {
        access.require(caller, organisation, GrantRole.OFFICER);
    }

    /**
     * The right to move or end an organisation or to say whom it takes in: over its parent. Of the root nobody but the
     * administrator decides.
     */
    void requireAbove(Caller caller, Organisation organisation) {
        requireToSee(caller, organisation.id());
        var parent = organisation.parentId();
        var allowed = parent == null ? caller.is(Access.ADMIN) : access.allows(caller, parent, GrantRole.OFFICER);
        if (!allowed) {
            throw FORBIDDEN.with("needed", GrantRole.OFFICER);
        }
    }

    /** The right to decide for everybody below {@code top}, which the caller knows to be there. */
    void requireOver(Caller caller, UUID top) {
        if (!access.allows(caller, top, GrantRole.OFFICER)) {
            throw FORBIDDEN.with("needed", GrantRole.OFFICER).with("over", top);
        }
    }
}
