package cn.zhigong.membership.importing;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Leaves nothing of the people whom a file names. */
@Singleton
class Discarding {

    private final RosterFiles files;
    private final RosterRows rows;
    private final Verdicts verdicts;
    private final Outcomes outcomes;

    Discarding(RosterFiles files, RosterRows rows, Verdicts verdicts, Outcomes outcomes) {
        this.files = files;
        this.rows = rows;
        this.verdicts = verdicts;
        this.outcomes = outcomes;
    }

    /** How many rows meant what, and who became a member by them, stays. */
    void contents(UUID importId) {
        files.forget(importId);
        rows.forget(importId);
        verdicts.forget(importId);
        outcomes.forgetBefore(importId);
    }
}
