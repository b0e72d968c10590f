package cn.zhigong.membership.importing;

import cn.zhigong.membership.organisation.HeldAtOrganisations;
import cn.zhigong.platform.audit.Audit;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/**
 * Of a union that ends the successor has its imports. What was not applied is given up: it was judged for another
 * union, and confirmed by its people.
 */
@Singleton
@Priority(40)
class ImportsAtOrganisations implements HeldAtOrganisations {

    private final RosterImports imports;
    private final Discarding discarding;
    private final Audit audit;
    private final InstantSource clock;

    ImportsAtOrganisations(RosterImports imports, Discarding discarding, Audit audit, InstantSource clock) {
        this.imports = imports;
        this.discarding = discarding;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "IMPORTS";
    }

    @Override
    public boolean heldAt(UUID organisation) {
        return imports.anyAt(organisation);
    }

    @Override
    public void passOn(UUID ended, UUID successor) {
        imports.pendingAt(ended).forEach(one -> {
            one.cancel(clock.instant());
            discarding.contents(one.id());
            audit.record("roster-import.cancel", Importing.AUDITED, one.id(), Map.of("why", "UNION_ENDED"));
        });
        imports.flush();
        imports.passOn(ended, successor);
    }
}
