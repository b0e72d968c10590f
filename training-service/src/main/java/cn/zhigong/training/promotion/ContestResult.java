package cn.zhigong.training.promotion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service needs of the competition service's final result of one event.
 *
 * @param contestClass absent where the contest is none of skills, and so promotes nobody
 */
record ContestResult(
        UUID contestId,
        UUID eventId,
        @Nullable String contestClass,
        String occupation,
        LocalDate finalOn,
        int participants,
        List<Ranked> results) {

    /** The rank of one member. */
    record Ranked(UUID entryId, UUID memberId, UUID personId, int rank) {}
}
