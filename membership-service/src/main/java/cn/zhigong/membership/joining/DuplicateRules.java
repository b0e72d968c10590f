package cn.zhigong.membership.joining;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which of several applications of one person goes on. */
final class DuplicateRules {

    /**
     * An application among others.
     *
     * @param person the blind index of the document
     * @param confirmed whether the applicant's login is known as the person's
     */
    record Claim(UUID application, ByteBuffer person, boolean confirmed) {

        static Claim of(JoinApplication one) {
            return new Claim(
                    one.id(),
                    ByteBuffer.wrap(one.person().identityIndex()),
                    one.applicant().accountVouched());
        }
    }

    /** Ids tell the order of filing. */
    private static final Comparator<Claim> BEST_FIRST =
            Comparator.comparing(Claim::confirmed).reversed().thenComparing(Claim::application);

    private DuplicateRules() {}

    /**
     * Of applications that are judged together one of each person: the first that was filed, or the first with a
     * confirmed login. The order in which they are given does not matter.
     */
    static Set<UUID> firsts(List<Claim> together) {
        var best = new HashMap<ByteBuffer, Claim>();
        together.forEach(claim -> best.merge(claim.person(), claim, DuplicateRules::better));
        return ids(best.values());
    }

    private static Claim better(Claim one, Claim other) {
        return BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    /**
     * Whether an earlier application makes way for a later one of the same person: anybody may know a name and a
     * number, but a login that its provider vouches for is the person's own. What a union has decided stays.
     */
    static boolean makesWay(ApplicationState earlier, boolean earlierConfirmed, boolean laterConfirmed) {
        return laterConfirmed && !earlierConfirmed && earlier.canBecome(ApplicationState.APPROVED);
    }

    private static Set<UUID> ids(Collection<Claim> claims) {
        return claims.stream().map(Claim::application).collect(Collectors.toSet());
    }
}
