package cn.zhigong.membership.phone;

import static cn.zhigong.membership.phone.PhoneProblem.PHONE_RIGHT_SPENT;
import static cn.zhigong.platform.problem.CommonProblem.UNAUTHENTICATED;

import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Callers without an account who proved their phone. Their token gives the realm role {@value #ROLE} and the account
 * {@code applicant:{id of the verification}}.
 */
@Singleton
public class Applicants {

    /** The role of such a caller; they have no other. */
    public static final String ROLE = "applicant";

    /** Where the join page keeps the token; it counts below {@code /j/} only. */
    public static final String COOKIE = "zhigong_right";

    private static final String ACCOUNT_PREFIX = ROLE + ":";

    private final VerificationStore store;
    private final InstantSource clock;

    Applicants(VerificationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether this caller is known by their phone alone. */
    public static boolean is(Caller caller) {
        return caller.is(ROLE);
    }

    /** Whether an account is the one of such a caller, who has no login. */
    public static boolean isAccount(String account) {
        return account.startsWith(ACCOUNT_PREFIX);
    }

    /** Whose token this is; empty when it is nobody's or expired. */
    public Optional<Caller> of(String token) {
        return store.ofToken(token, clock.instant()).map(id -> new Caller(ACCOUNT_PREFIX + id, "", Set.of(ROLE)));
    }

    /**
     * Spends the right to file one application, in the running transaction; call it when an applicant files.
     *
     * @return the phone they proved, which goes into the application whatever its body says
     * @throws cn.zhigong.platform.problem.Problem PHONE_RIGHT_SPENT when they filed one already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public MobilePhone file(Caller applicant) {
        var id = UUID.fromString(applicant.account().substring(ACCOUNT_PREFIX.length()));
        var phone = store.phone(id).orElseThrow(UNAUTHENTICATED::problem);
        if (!store.file(id, clock.instant())) {
            throw PHONE_RIGHT_SPENT.problem();
        }
        return phone;
    }
}
