package cn.zhigong.competition.registration;

import cn.zhigong.competition.contest.ContestTopic;
import cn.zhigong.platform.event.DomainEvent;
import java.util.UUID;

/** What other services hear of entries; in the order of their contest. */
sealed interface RegistrationEvent extends DomainEvent {

    UUID contestId();

    @Override
    default String topic() {
        return ContestTopic.NAME;
    }

    @Override
    default UUID aggregateId() {
        return contestId();
    }

    /** A member has a seat. 会员报名成功。 */
    record Registered(
            UUID entryId,
            UUID contestId,
            UUID eventId,
            UUID memberId,
            UUID personId,
            UUID organisationId,
            RegistrationState state,
            long version)
            implements RegistrationEvent {

        @Override
        public String type() {
            return "cn.zhigong.competition.entry-registered.v1";
        }
    }

    /** An entry was taken back by the member, or taken off because the membership has ended. 报名撤回，或因会员资格终止而取消。 */
    record Withdrawn(
            UUID entryId,
            UUID contestId,
            UUID eventId,
            UUID memberId,
            UUID personId,
            UUID organisationId,
            RegistrationState state,
            long version)
            implements RegistrationEvent {

        @Override
        public String type() {
            return "cn.zhigong.competition.entry-withdrawn.v1";
        }
    }
}
