package cn.zhigong.competition.ranking;

import cn.zhigong.competition.contest.ContestClass;
import cn.zhigong.competition.contest.ContestTopic;
import cn.zhigong.platform.event.DomainEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of one event can no longer change. 竞赛项目成绩最终确定。
 *
 * @param contestClass of a contest of skills; the others promote nobody
 * @param participants how many were ranked
 * @param results everybody who was ranked, best first
 */
record ResultFinal(
        UUID contestId,
        UUID eventId,
        @Nullable ContestClass contestClass,
        String occupation,
        int year,
        LocalDate finalOn,
        int participants,
        List<Place> results)
        implements DomainEvent {

    /** The rank of one member. */
    record Place(UUID entryId, UUID memberId, UUID personId, int rank) {}

    @Override
    public String topic() {
        return ContestTopic.NAME;
    }

    @Override
    public String type() {
        return "cn.zhigong.competition.result-final.v1";
    }

    @Override
    public UUID aggregateId() {
        return contestId;
    }
}
