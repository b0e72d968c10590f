package cn.zhigong.membership.joining;

import static cn.zhigong.platform.sql.Literals.list;

/**
 * Sets of states as conditions on {@code join_application}; those that partial indexes are made for are written as
 * there.
 */
final class States {

    /** Still on its way; an account has one such application. */
    static final String OPEN = "state not in " + list(ApplicationState.class, state -> !state.isOpen());

    /** With a union; a person has one such application. */
    static final String UNDER_REVIEW = "state in " + list(ApplicationState.class, ApplicationState::isUnderReview);

    static final String WITH_APPLICANT = "state in " + list(ApplicationState.class, ApplicationState::isWithApplicant);

    /** To be decided in time, or a transfer that must not be told from it. */
    static final String AWAITED = "(state = 'ROUTED' or (state = 'CONVERTED_TO_TRANSFER' and not disclosed))";

    private States() {}
}
