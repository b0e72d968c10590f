package cn.zhigong.rights.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From which day the year for arbitration is counted (劳动争议调解仲裁法 §27). */
final class LimitationRules {

    private LimitationRules() {}

    /**
     * The earliest day from which the limitation of any of the claims runs; empty while it runs for none. A year from
     * the earliest day is the earliest end, so that the date shown is never too late for one of the claims.
     *
     * @param knewOn when the worker knew, or should have known, that a right was infringed
     * @param employmentEndedOn null while the worker is employed there: no limitation runs against pay until then, and
     *     from then on a year
     */
    static Optional<LocalDate> countedFrom(
            Collection<ClaimKind> claims, LocalDate knewOn, @Nullable LocalDate employmentEndedOn) {
        return claims.stream()
                .map(claim -> claim.isPay() ? employmentEndedOn : knewOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }
}
