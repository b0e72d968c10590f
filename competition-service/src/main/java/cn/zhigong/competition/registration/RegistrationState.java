package cn.zhigong.competition.registration;

import cn.zhigong.platform.state.Steps;

/** Where an entry stands. */
enum RegistrationState implements Steps<RegistrationState> {
    REGISTERED,
    /** The member stepped back. */
    WITHDRAWN,
    /** No longer an active member when the contest was made ready. */
    INELIGIBLE;

    @Override
    public boolean canBecome(RegistrationState next) {
        return switch (this) {
            case REGISTERED -> next != REGISTERED;
            case WITHDRAWN, INELIGIBLE -> false;
        };
    }
}
