package cn.zhigong.membership.joining;

import cn.zhigong.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What a worker does to join. */
@ApplicationScoped
public class Joining {

    /**
     * Files an application for a caller with an account or a confirmed phone.
     *
     * @throws cn.zhigong.platform.problem.Problem INVALID_CONTENT with violations, UNDER_WORKING_AGE, CHARTER_OUTDATED,
     *     APPLICATION_ALREADY_OPEN, and the problems of the join code
     */
    @Transactional
    public ApplicationView submit(Caller applicant, NewApplication wanted) {
        throw new UnsupportedOperationException(applicant.account() + wanted);
    }
}
