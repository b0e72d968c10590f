package cn.zhigong.rights.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From which day the year for arbitration is counted (劳动争议调解仲裁法 §27). */
final class LimitationRules {

    private LimitationRules() {}

    /**
     * The earliest day from which the limitation of any of the claims runs; empty while it runs for none.
     *
     * @param knewOn when the worker knew, or should have known, that a right was infringed
     * @param employmentEndedOn null while the worker is employed there: no limitation runs against pay until then, and
     *     from then on a year
     */
    static Optional<LocalDate> countedFrom(
            Collection<ClaimKind> claims, LocalDate knewOn, @Nullable LocalDate employmentEndedOn) {
        if (claims.stream().anyMatch(claim -> !claim.isPay())) {
            return Optional.of(knewOn);
        }
        return Optional.ofNullable(employmentEndedOn);
    }
}
