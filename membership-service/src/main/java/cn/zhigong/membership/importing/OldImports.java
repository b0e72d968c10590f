package cn.zhigong.membership.importing;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.DueWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Imports that nobody decides on are given up, and of those that have ended the rows are forgotten: personal data is
 * kept no longer than its purpose needs (Personal Information Protection Law, article 19).
 */
@Singleton
class OldImports extends DueWork {

    private static final Duration UNDECIDED = Duration.ofDays(30);

    /** For as long an import can be taken back. */
    private static final Duration ROWS_KEPT = Duration.ofDays(90);

    /** Of one that was taken back, so that its officers can look once more. */
    private static final Duration FOR_THE_REPORT = Duration.ofDays(7);

    private final RosterImports imports;
    private final Discarding discarding;
    private final Audit audit;
    private final InstantSource clock;

    OldImports(RosterImports imports, Discarding discarding, Audit audit, InstantSource clock) {
        super("old-roster-imports", Duration.ofMinutes(10), clock);
        this.imports = imports;
        this.discarding = discarding;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    protected List<UUID> due(Instant now, Collection<UUID> without, int most) {
        return imports.old(now.minus(UNDECIDED), now.minus(ROWS_KEPT), now.minus(FOR_THE_REPORT), without, most);
    }

    @Override
    protected void step(UUID id) {
        imports.claimed(id).ifPresent(one -> forget(one, clock.instant()));
    }

    /** One that was decided on a moment ago is not old any more. */
    private void forget(RosterImport one, Instant now) {
        if (one.isUndecidedSince(now.minus(UNDECIDED))) {
            one.cancel(now);
        } else if (one.hasEndedBy(now.minus(ROWS_KEPT)) || one.isTakenBackBy(now.minus(FOR_THE_REPORT))) {
            one.forgetRows();
        } else {
            return;
        }
        discarding.contents(one.id());
        audit.record("roster-import.forget", Importing.AUDITED, one.id(), Map.of());
    }
}
