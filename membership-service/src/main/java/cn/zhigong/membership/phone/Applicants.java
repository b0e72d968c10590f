package cn.zhigong.membership.phone;

import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Callers without an account who proved their phone. Their token gives the realm role {@value #ROLE} and the account
 * {@code applicant:{id of the verification}}.
 */
@ApplicationScoped
public class Applicants {

    /** The role of such a caller; they have no other. */
    public static final String ROLE = "applicant";

    /** Whether this caller is known by their phone alone. */
    public static boolean is(Caller caller) {
        return caller.is(ROLE);
    }

    /**
     * Spends the right to file one application, in the running transaction; call it when an applicant files.
     *
     * @return the phone they proved, which goes into the application whatever its body says
     * @throws cn.zhigong.platform.problem.Problem PHONE_RIGHT_SPENT when they filed one already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public MobilePhone file(Caller applicant) {
        throw new UnsupportedOperationException(applicant.account());
    }
}
