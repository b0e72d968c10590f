package cn.zhigong.competition.contest;

import cn.zhigong.platform.event.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services hear of a contest. */
sealed interface ContestEvent extends DomainEvent {

    @Override
    default String topic() {
        return ContestTopic.NAME;
    }

    /**
     * The contest as it stands after a change. 竞赛变更后的现状。
     *
     * @param contestClass of a contest of skills only
     * @param version grows with every change
     */
    record Changed(
            UUID id,
            UUID organiserId,
            String title,
            ContestLevel level,
            @Nullable ContestClass contestClass,
            ContestKind kind,
            int year,
            ContestState state,
            @Nullable Instant publicityEndsAt,
            List<Trade> events,
            long version)
            implements ContestEvent {

        @Override
        public String type() {
            return "cn.zhigong.competition.contest-changed.v1";
        }

        @Override
        public UUID aggregateId() {
            return id;
        }
    }

    /** One trade of the contest. */
    record Trade(UUID id, String trade, String occupation, int levelBase, int quota) {}
}
