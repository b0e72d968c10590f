package cn.zhigong.membership.joincode;

import static cn.zhigong.membership.joincode.JoinCodeProblem.JOIN_CODE_EXHAUSTED;
import static cn.zhigong.membership.joincode.JoinCodeProblem.JOIN_CODE_EXPIRED;
import static cn.zhigong.membership.joincode.JoinCodeProblem.JOIN_CODE_NOT_YET_VALID;
import static cn.zhigong.membership.joincode.JoinCodeProblem.JOIN_CODE_REVOKED;
import static cn.zhigong.membership.joincode.JoinCodeProblem.JOIN_CODE_UNKNOWN;

import cn.zhigong.membership.charter.Charters;
import cn.zhigong.membership.joincode.JoinCodeStore.Found;
import cn.zhigong.membership.joincode.Presented.Pass;
import cn.zhigong.membership.joincode.Presented.Printed;
import cn.zhigong.membership.joincode.Presented.Shown;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a code that somebody holds is good for. */
@Singleton
public class JoinCodes {

    /** How a code reaches people. */
    public enum Kind {
        /** Printed; good until its window ends. */
        POSTER,
        /** Shown on a screen; what the screen shows changes every half minute. */
        LIVE
    }

    /**
     * A code that can be used now.
     *
     * @param organisationId the union that is asked
     * @param groupId the union group of it that handed out the code
     */
    public record Usable(
            UUID joinCodeId, UUID organisationId, @Nullable UUID groupId) {}

    /**
     * What a usable code tells the public.
     *
     * @param pass what to apply with instead of a live code, which will have changed when the form is filled in; null
     *     for a poster's code, which is itself good
     */
    public record Invitation(
            String organisationName,
            Kind kind,
            String charterVersion,
            Instant validFrom,
            Instant validUntil,
            @Nullable String pass,
            @Nullable Instant passValidUntil) {}

    private final JoinCodeStore store;
    private final CodeSeals seals;
    private final InstantSource clock;

    JoinCodes(JoinCodeStore store, CodeSeals seals, InstantSource clock) {
        this.store = store;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Uses a code for one application, in the running transaction: counts it against its limit, so that a transaction
     * that does not commit has not used it. Applications without limit do not wait for each other.
     *
     * @param code as scanned or typed: a poster's code, what a live display shows, or the pass that looking at a live
     *     code gave
     * @throws cn.zhigong.platform.problem.Problem JOIN_CODE_UNKNOWN, _NOT_YET_VALID, _EXPIRED, _REVOKED or _EXHAUSTED
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Usable use(String code) {
        var presented = read(code);
        var found = usable(presented);
        if (found.code().maxUses() != null && !store.count(found.code().id())) {
            throw JOIN_CODE_EXHAUSTED.problem();
        }
        if (presented instanceof Pass pass && !store.spend(pass)) {
            throw JOIN_CODE_EXHAUSTED.problem();
        }
        return of(found);
    }

    /**
     * Takes back one use of a limited code, in the running transaction: who changes their mind uses up nobody's place.
     * Call it before anything else is written, as filing takes the code first, too.
     *
     * @param joinCode null for what came without one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(@Nullable UUID joinCode) {
        if (joinCode != null) {
            store.uncount(joinCode);
        }
    }

    /** Whether a code is one of this union's, usable or not. */
    public boolean isOf(UUID organisation, UUID joinCode) {
        return store.find(joinCode, clock.instant())
                .filter(found -> found.code().organisationId().equals(organisation))
                .isPresent();
    }

    /** What the public may know of a code; for a live one with the pass to apply with. */
    public Invitation invitation(String code) {
        var presented = read(code);
        var found = usable(presented);
        var stored = found.code();
        var pass = switch (presented) {
            case Printed _ -> null;
            case Shown shown -> seals.pass(shown.handle(), clock.instant());
            case Pass given -> given;
        };
        return new Invitation(
                found.organisationName(),
                stored.kind(),
                Charters.CURRENT,
                stored.validFrom(),
                stored.validUntil(),
                pass == null ? null : pass.toString(),
                pass == null ? null : Instant.ofEpochSecond(pass.until()));
    }

    private static Presented read(String code) {
        // What cannot be a code is looked up all the same: an answer that comes sooner would tell.
        return Presented.read(code).orElse(new Printed(""));
    }

    private Found usable(Presented presented) {
        var now = clock.instant();
        var found = store.find(presented.handle(), now)
                .filter(code -> isFormOf(code.code().kind(), presented))
                .orElseThrow(JOIN_CODE_UNKNOWN::problem);
        switch (JoinCodeRules.stateOf(found.facts(), now)) {
            case USABLE -> {}
            case PENDING -> throw JOIN_CODE_NOT_YET_VALID.problem();
            case EXPIRED -> throw JOIN_CODE_EXPIRED.problem();
            case REVOKED -> throw JOIN_CODE_REVOKED.problem();
            case EXHAUSTED -> throw JOIN_CODE_EXHAUSTED.problem();
        }
        refuseStale(presented, now);
        return found;
    }

    /** The bare handle of a live code opens nothing: it stands in every link that its display ever showed. */
    private static boolean isFormOf(Kind kind, Presented presented) {
        return switch (presented) {
            case Printed _ -> kind == Kind.POSTER;
            case Shown _, Pass _ -> kind == Kind.LIVE;
        };
    }

    private void refuseStale(Presented presented, Instant now) {
        switch (presented) {
            case Printed _ -> {}
            case Shown shown -> {
                if (!seals.isFresh(shown, now)) {
                    throw JOIN_CODE_EXPIRED.problem();
                }
            }
            case Pass pass -> {
                if (!seals.isGood(pass, now)) {
                    throw JOIN_CODE_EXPIRED.problem();
                }
                if (store.isSpent(pass)) {
                    throw JOIN_CODE_EXHAUSTED.problem();
                }
            }
        }
    }

    private static Usable of(Found found) {
        var code = found.code();
        return new Usable(code.id(), code.organisationId(), code.groupId());
    }
}
