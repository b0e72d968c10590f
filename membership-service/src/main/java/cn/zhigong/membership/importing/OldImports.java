package cn.zhigong.membership.importing;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.background.OneByOne;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/**
 * Imports that nobody decides on are given up, and of those that have ended the rows are forgotten: personal data is
 * kept no longer than its purpose needs (Personal Information Protection Law, article 19).
 */
@Singleton
class OldImports implements BackgroundWork {

    private static final String NAME = "old-roster-imports";
    private static final Duration UNDECIDED = Duration.ofDays(30);

    /** For as long an import can be taken back. */
    private static final Duration ROWS_KEPT = Duration.ofDays(90);

    /** Of one that was taken back, so that its officers can look once more. */
    private static final Duration FOR_THE_REPORT = Duration.ofDays(7);

    private final RosterImports imports;
    private final Discarding discarding;
    private final Audit audit;
    private final InstantSource clock;
    private final OneByOne oneByOne;

    OldImports(RosterImports imports, Discarding discarding, Audit audit, InstantSource clock) {
        this.imports = imports;
        this.discarding = discarding;
        this.audit = audit;
        this.clock = clock;
        this.oneByOne = new OneByOne(NAME, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean work() {
        var now = clock.instant();
        return oneByOne.round(
                (without, most) -> imports.old(
                        now.minus(UNDECIDED), now.minus(ROWS_KEPT), now.minus(FOR_THE_REPORT), without, most),
                this::step);
    }

    private void step(UUID id) {
        imports.claimed(id).ifPresent(one -> {
            if (one.state().isPending()) {
                one.cancel(clock.instant());
            } else {
                one.forgetRows();
            }
            discarding.contents(id);
            audit.record("roster-import.forget", Importing.AUDITED, id, Map.of());
        });
    }
}
