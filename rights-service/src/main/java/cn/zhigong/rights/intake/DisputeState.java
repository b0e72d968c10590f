package cn.zhigong.rights.intake;

import cn.zhigong.platform.state.Steps;

/** How far a dispute (劳动争议) has come; the whole road, of which this feature walks the first steps. */
enum DisputeState implements Steps<DisputeState> {
    REGISTERED,
    ACCEPTED,
    NOT_ACCEPTED,
    /** Lies with another union's desk, which has not screened it yet. */
    REFERRED,
    MEDIATING,
    /** Stopped on signs of sham mediation. */
    SUSPENDED,
    AGREED,
    FAILED,
    FILED_WITH_COURT,
    COURT_CLOSED,
    CONFIRMATION_PENDING,
    CONFIRMED,
    CONFIRMATION_REJECTED,
    ARB_REVIEW_PENDING,
    ARB_MEDIATION_LETTER,
    ARB_REJECTED,
    PERFORMED,
    BREACHED,
    ARCHIVED;

    @Override
    public boolean canBecome(DisputeState next) {
        return switch (this) {
            case REGISTERED -> next == ACCEPTED || next == NOT_ACCEPTED || next == REFERRED;
            case REFERRED -> next == ACCEPTED || next == NOT_ACCEPTED || next == ARCHIVED;
            // One clear refusal to mediate ends it before it begins.
            case ACCEPTED -> next == MEDIATING || next == FAILED;
            case MEDIATING -> next == SUSPENDED || next == AGREED || next == FAILED;
            case SUSPENDED -> next == MEDIATING || next == FAILED;
            case AGREED ->
                switch (next) {
                    case FILED_WITH_COURT,
                            COURT_CLOSED,
                            CONFIRMATION_PENDING,
                            ARB_REVIEW_PENDING,
                            PERFORMED,
                            BREACHED -> true;
                    default -> false;
                };
            case FILED_WITH_COURT -> next == CONFIRMATION_PENDING || next == PERFORMED || next == BREACHED;
            case CONFIRMATION_PENDING -> next == CONFIRMED || next == CONFIRMATION_REJECTED;
            case ARB_REVIEW_PENDING -> next == ARB_MEDIATION_LETTER || next == ARB_REJECTED;
            case CONFIRMED, CONFIRMATION_REJECTED, ARB_MEDIATION_LETTER, ARB_REJECTED ->
                next == PERFORMED || next == BREACHED;
            // Paid late after all.
            case BREACHED -> next == PERFORMED || next == ARCHIVED;
            case COURT_CLOSED -> next == PERFORMED || next == BREACHED || next == ARCHIVED;
            case NOT_ACCEPTED, FAILED, PERFORMED -> next == ARCHIVED;
            case ARCHIVED -> false;
        };
    }
}
