package cn.zhigong.membership.transfer;

import cn.zhigong.platform.event.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services hear of transfers; that a membership moved they hear of the member. */
sealed interface TransferEvent extends DomainEvent {

    String TOPIC = "zhigong.membership.transfer.v1";

    UUID transferId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return transferId();
    }

    /** A transfer was opened, let go, accepted, refused or taken back. 会籍接转的办理进展。 */
    record TransferChanged(
            UUID transferId,
            UUID memberId,
            UUID fromOrganisationId,
            UUID toOrganisationId,
            Transfer.State state,
            boolean askedByMember,
            @Nullable TransferRefusal refusedFor,
            long version)
            implements TransferEvent {

        static final String TYPE = "cn.zhigong.membership.transfer-changed.v1";

        @Override
        public String type() {
            return TYPE;
        }
    }
}
