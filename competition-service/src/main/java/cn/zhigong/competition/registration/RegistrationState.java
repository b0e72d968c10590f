package cn.zhigong.competition.registration;

/** Where an entry stands. */
enum RegistrationState {
    REGISTERED,
    /** The member stepped back. */
    WITHDRAWN,
    /** No longer an active member when the contest was made ready. */
    INELIGIBLE;

    boolean canBecome(RegistrationState next) {
        return switch (this) {
            case REGISTERED -> next != REGISTERED;
            case WITHDRAWN, INELIGIBLE -> false;
        };
    }
}
