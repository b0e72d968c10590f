package cn.zhigong.membership.joining;

import cn.zhigong.platform.state.Steps;

/** The way of an application (入会申请状态) and every step it can take. */
public enum ApplicationState implements Steps<ApplicationState> {
    /** Kept by the worker, not yet handed in. */
    DRAFT,
    /** Handed in; the identity is being checked. */
    SUBMITTED,
    /** Name and document did not match; the worker corrects it, three tries in all. */
    IDENTITY_FAILED,
    /** The person is who they say. */
    VERIFIED,
    /** With the union that could take them. */
    ROUTED,
    /** Back with the worker, to be corrected. */
    RETURNED,
    /** With the superior union, because the other did not decide in time. */
    ESCALATED,
    /** A union said yes. */
    APPROVED,
    /** The person is a member. */
    MEMBER_CREATED,
    /** A union, or the system for them, said no. */
    REJECTED,
    /** The worker changed their mind, or the platform closed it ({@link ClosingReason}). */
    WITHDRAWN,
    /** The person was a member already: a transfer of that membership is proposed instead. */
    CONVERTED_TO_TRANSFER;

    @Override
    public boolean canBecome(ApplicationState next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED || next == WITHDRAWN;
            case SUBMITTED -> next == VERIFIED || next == IDENTITY_FAILED || next == REJECTED || next == WITHDRAWN;
            case IDENTITY_FAILED -> next == SUBMITTED || next == WITHDRAWN;
            case VERIFIED -> next == ROUTED || next == REJECTED || next == WITHDRAWN;
            case ROUTED ->
                next == APPROVED
                        || next == RETURNED
                        || next == REJECTED
                        || next == ESCALATED
                        || next == CONVERTED_TO_TRANSFER
                        || next == WITHDRAWN;
            case ESCALATED ->
                next == APPROVED
                        || next == RETURNED
                        || next == REJECTED
                        || next == CONVERTED_TO_TRANSFER
                        || next == WITHDRAWN;
            case RETURNED -> next == SUBMITTED || next == WITHDRAWN;
            case APPROVED -> next == MEMBER_CREATED || next == CONVERTED_TO_TRANSFER;
            // A worker who takes the application back wants no transfer either.
            case CONVERTED_TO_TRANSFER -> next == MEMBER_CREATED || next == REJECTED || next == WITHDRAWN;
            case MEMBER_CREATED, REJECTED, WITHDRAWN -> false;
        };
    }

    /** Whether the worker may correct what they wrote. */
    public boolean isWithApplicant() {
        return switch (this) {
            case DRAFT, IDENTITY_FAILED, RETURNED -> true;
            case SUBMITTED,
                    VERIFIED,
                    ROUTED,
                    ESCALATED,
                    APPROVED,
                    MEMBER_CREATED,
                    REJECTED,
                    WITHDRAWN,
                    CONVERTED_TO_TRANSFER -> false;
        };
    }

    /** Whether it is still on its way; a converted one is, until its transfer is done. */
    boolean isOpen() {
        return switch (this) {
            case MEMBER_CREATED, REJECTED, WITHDRAWN -> false;
            case DRAFT,
                    SUBMITTED,
                    IDENTITY_FAILED,
                    VERIFIED,
                    ROUTED,
                    RETURNED,
                    ESCALATED,
                    APPROVED,
                    CONVERTED_TO_TRANSFER -> true;
        };
    }

    /** Whether a union has it before it, so that it stands in the way of others of its person. */
    boolean isUnderReview() {
        return switch (this) {
            case VERIFIED, ROUTED, ESCALATED, APPROVED -> true;
            case DRAFT,
                    SUBMITTED,
                    IDENTITY_FAILED,
                    RETURNED,
                    MEMBER_CREATED,
                    REJECTED,
                    WITHDRAWN,
                    CONVERTED_TO_TRANSFER -> false;
        };
    }
}
