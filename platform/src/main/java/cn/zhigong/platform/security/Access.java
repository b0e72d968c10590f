package cn.zhigong.platform.security;

import static cn.zhigong.platform.problem.CommonProblem.FORBIDDEN;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.directory.GrantRole;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a caller's grants let them act at an organisation. A grant at a node covers its subtree; a caller without any
 * grant over a place is told that the thing does not exist, one whose grant is too small that it is forbidden.
 */
@Singleton
public class Access {

    /** The realm role that stands for the platform's own administrators: every right everywhere. */
    public static final String ADMIN = "admin";

    /** The realm role that may look at everything and change nothing. */
    public static final String AUDITOR = "auditor";

    private final Directory directory;

    Access(Directory directory) {
        this.directory = directory;
    }

    /** Refuses unless the caller holds {@code needed} over {@code organisation}. */
    public void require(Caller caller, UUID organisation, GrantRole needed) {
        var held = held(caller, organisation);
        if (held == null) {
            throw NOT_FOUND.problem();
        }
        if (!held.includes(needed)) {
            throw FORBIDDEN.with("needed", needed);
        }
    }

    /** Whether the caller holds {@code needed} over {@code organisation}. */
    public boolean allows(Caller caller, UUID organisation, GrantRole needed) {
        var held = held(caller, organisation);
        return held != null && held.includes(needed);
    }

    /** What a list may show: the subtree of {@code under} when it is given and covered, else all that grants cover. */
    public Subtrees visible(Caller caller, @Nullable UUID under, GrantRole needed) {
        if (under != null) {
            require(caller, under, needed);
            return new Subtrees(directory.path(under).stream().toList());
        }
        if (caller.is(ADMIN) || (caller.is(AUDITOR) && needed == GrantRole.VIEWER)) {
            return Subtrees.ALL;
        }
        return new Subtrees(directory.grantedPaths(caller.account(), needed));
    }

    private @Nullable GrantRole held(Caller caller, UUID organisation) {
        if (caller.is(ADMIN)) {
            return GrantRole.CHAIR;
        }
        var granted = caller.isKnown() ? directory.heldRole(caller.account(), organisation) : null;
        return granted == null && caller.is(AUDITOR) ? GrantRole.VIEWER : granted;
    }
}
