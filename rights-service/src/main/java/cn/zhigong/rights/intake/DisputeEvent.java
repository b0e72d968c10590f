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
     * Taken on for mediation.
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
