package cn.zhigong.membership.importing;

import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.background.OneByOne;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Carries imports on, a step of each in turn, so that a small one does not wait for a large one to end. */
@Singleton
class ImportWork implements BackgroundWork {

    private static final String NAME = "roster-import";

    /** A whole file is read in one step. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(10);

    private final RosterImports imports;
    private final Parsing parsing;
    private final Comparing comparing;
    private final Applying applying;
    private final Undoing undoing;
    private final OrganisationHolds holds;
    private final Sql sql;
    private final InstantSource clock;
    private final OneByOne oneByOne;
    private volatile boolean advanced;

    ImportWork(
            RosterImports imports,
            Parsing parsing,
            Comparing comparing,
            Applying applying,
            Undoing undoing,
            OrganisationHolds holds,
            Sql sql,
            InstantSource clock) {
        this.imports = imports;
        this.parsing = parsing;
        this.comparing = comparing;
        this.applying = applying;
        this.undoing = undoing;
        this.holds = holds;
        this.sql = sql;
        this.clock = clock;
        this.oneByOne = new OneByOne(NAME, clock, LONGEST_STEP);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean work() {
        advanced = false;
        return oneByOne.round(imports::inWork, this::step) || advanced;
    }

    /** Nothing is done at a union that is being ended at this moment; the next round sees what became of it. */
    private boolean isStaying(RosterImport one) {
        try {
            holds.hold(one.organisationId());
            return true;
        } catch (Problem ending) {
            return false;
        }
    }

    private void step(UUID id) {
        sql.planForValues();
        imports.claimed(id).filter(this::isStaying).ifPresent(one -> {
            switch (one.state()) {
                case UPLOADED -> parsing.step(one);
                case PARSED -> comparing.step(one);
                case APPLYING -> applying.step(one);
                case ROLLING_BACK -> undoing.step(one);
                // Somebody was faster.
                case REFUSED, VALIDATED, CONFIRMED, APPLIED, PARTIALLY_APPLIED, ROLLED_BACK, CANCELLED -> {}
            }
            one.worked(clock.instant());
            advanced |= one.state().isInWork();
        });
    }
}
