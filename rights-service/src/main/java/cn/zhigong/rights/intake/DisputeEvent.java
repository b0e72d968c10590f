package cn.zhigong.rights.intake;

import cn.zhigong.platform.event.DomainEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others hear of disputes: ids, codes and dates, nothing of the parties and nothing of what was said. */
sealed interface DisputeEvent extends DomainEvent {

    String TOPIC = "zhigong.rights.dispute.v1";

    UUID disputeId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return disputeId();
    }

    /** A dispute was handed in and lies at an organisation's desk. 劳动争议已登记，由调解组织处理。 */
    record Registered(
            UUID disputeId,
            UUID organisationId,
            DisputeKind kind,
            Scale scale,
            DisputeState state,
            LocalDate registeredOn,
            long version)
            implements DisputeEvent {
        @Override
        public String type() {
            return "cn.zhigong.rights.dispute-registered.v1";
        }
    }

    /**
     * Taken on for mediation. 已受理，进入调解。
     *
     * @param mediationDueOn the last of the 15 days
     */
    record Accepted(
            UUID disputeId,
            UUID organisationId,
            DisputeKind kind,
            Scale scale,
            DisputeState state,
            LocalDate acceptedOn,
            @Nullable LocalDate mediationDueOn,
            long version)
            implements DisputeEvent {
        @Override
        public String type() {
            return "cn.zhigong.rights.dispute-accepted.v1";
        }
    }

    /**
     * Not taken on, and why. 不予受理及其原因。
     *
     * @param forum who is competent instead
     */
    record Refused(
            UUID disputeId,
            UUID organisationId,
            DisputeKind kind,
            Scale scale,
            DisputeState state,
            RefusalReason reason,
            @Nullable Forum forum,
            LocalDate refusedOn,
            long version)
            implements DisputeEvent {
        @Override
        public String type() {
            return "cn.zhigong.rights.dispute-refused.v1";
        }
    }

    /**
     * Passed on to another organisation's desk. 移送其他调解组织。
     *
     * @param organisationId whose desk it lies at now
     */
    record Transferred(
            UUID disputeId,
            UUID organisationId,
            UUID fromOrganisationId,
            DisputeKind kind,
            Scale scale,
            DisputeState state,
            LocalDate transferredOn,
            long version)
            implements DisputeEvent {
        @Override
        public String type() {
            return "cn.zhigong.rights.dispute-transferred.v1";
        }
    }
}
